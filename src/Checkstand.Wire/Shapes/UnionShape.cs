using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>One of several objects; a field of each says which. That field may stand anywhere in the object.</summary>
/// <param name="Discriminator">Name of the field that says which.</param>
/// <param name="Cases">Its values, and the object that each stands for. </param>
public sealed record UnionShape(string Discriminator, IReadOnlyList<UnionCase> Cases) : BodyShape
{
    /// <summary>
    /// Values of the discriminator that the vendor takes and this server does not: the refusal says so, instead of
    /// calling them wrong.
    /// </summary>
    public IReadOnlyList<string> NotTaken { get; init; } = [];

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check) =>
        Find(ref reader, check)?.Check(ref reader, check);

    internal override (ObjectShape? Shape, Slice[] Slices) CheckRoot(ref Utf8JsonReader reader, ShapeCheck check) =>
        Find(ref reader, check) is { } shape ? shape.CheckRoot(ref reader, check) : (null, []);

    // Leaves the reader on the object's start when there is a case for it; past it, and refused, when there is none.
    private ObjectShape? Find(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            check.Refuse("Input should be an object.", "model_type");
            return null;
        }

        // A copy of the reader looks ahead; the original then checks from the start of the object.
        var ahead = reader;
        if (!FindTag(ref ahead, out var tag))
        {
            reader.Skip();
            check.Refuse($"Unable to extract tag using discriminator '{Discriminator}'.", "union_tag_not_found");
            return null;
        }

        foreach (var candidate in Cases)
        {
            if (candidate.Tag == tag)
            {
                return candidate.Shape;
            }
        }

        reader.Skip();
        var tags = string.Join(", ", Cases.Select(candidate => $"'{candidate.Tag}'"));
        if (NotTaken.Contains(tag))
        {
            check.Refuse(
                $"This server does not take this value of '{Discriminator}'. It takes {tags}.",
                "union_tag_not_taken"
            );
        }
        else
        {
            check.Refuse(
                $"Input tag found using '{Discriminator}' does not match any of the expected tags: {tags}.",
                "union_tag_invalid"
            );
        }

        return null;
    }

    private bool FindTag(ref Utf8JsonReader reader, out string tag)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isTag = SentText.IsText(ref reader) && reader.ValueTextEquals(Discriminator);
            reader.Read();
            if (isTag && reader.TokenType == JsonTokenType.String)
            {
                return SentText.TryRead(ref reader, out tag);
            }

            reader.Skip();
        }

        tag = "";
        return false;
    }
}

/// <summary>A case of a union.</summary>
/// <param name="Tag">The discriminator's value.</param>
/// <param name="Shape">The object it stands for.</param>
public sealed record UnionCase(string Tag, ObjectShape Shape)
{
    /// <summary>Whether it is taken from older clients only, and left out of the OpenAPI document.</summary>
    public bool IsLegacy { get; init; }
}
