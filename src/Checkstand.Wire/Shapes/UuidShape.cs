using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A UUID in its form of 36 characters with dashes; normalised to lower case.</summary>
public sealed record UuidShape : Shape
{
    /// <summary>Whether it must be of version 4 (RFC 9562 section 5.4).</summary>
    public bool IsVersion4 { get; init; }

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            check.Refuse("Input should be a valid UUID string.", "uuid_type");
        }
        else if (!SentText.IsText(ref reader) || !reader.TryGetGuid(out var value))
        {
            check.Refuse("Input should be a valid UUID: 36 characters with dashes.", "uuid_parsing");
        }
        else if (IsVersion4 && (value.Version != 4 || value.Variant is < 8 or > 11))
        {
            check.Refuse("UUID version 4 expected.", "uuid_version");
        }
        else
        {
            check.Writer.WriteStringValue(value);
        }
    }
}
