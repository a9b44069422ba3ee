using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A UUID in its form of 36 characters with dashes; normalised to lower case.</summary>
public sealed record UuidShape : Shape
{
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
        else
        {
            check.Writer.WriteStringValue(value);
        }
    }
}
