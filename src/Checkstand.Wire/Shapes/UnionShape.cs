using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>One of several objects; a field of each says which. That field may stand anywhere in the object.</summary>
/// <param name="Discriminator">Name of the field that says which.</param>
/// <param name="Cases">Its values, and the object that each stands for. </param>
public sealed record UnionShape(string Discriminator, IReadOnlyList<UnionCase> Cases) : Shape
{
    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            check.Refuse("Input should be an object.", "model_type");
            return;
        }

        // A copy of the reader looks ahead; the original then checks from the start of the object.
        var ahead = reader;
        if (!FindTag(ref ahead, out var tag))
        {
            reader.Skip();
            check.Refuse($"Unable to extract tag using discriminator '{Discriminator}'.", "union_tag_not_found");
            return;
        }

        foreach (var candidate in Cases)
        {
            if (candidate.Tag == tag)
            {
                candidate.Shape.Check(ref reader, check);
                return;
            }
        }

        reader.Skip();
        var tags = string.Join(", ", Cases.Select(candidate => $"'{candidate.Tag}'"));
        check.Refuse(
            $"Input tag found using '{Discriminator}' does not match any of the expected tags: {tags}.",
            "union_tag_invalid"
        );
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
