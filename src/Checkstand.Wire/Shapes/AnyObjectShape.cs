using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>
/// A JSON object that is carried and not judged, beyond what holds for every body: text that is text, no name twice,
/// and numbers as they were written.
/// </summary>
public sealed record AnyObjectShape : Shape
{
    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            check.Refuse("Input should be an object.", "dict_type");
            return;
        }

        Fields.Check(ref reader, check);
    }

    private static readonly MapShape Fields = new(new AnyValueShape());

    // What a field of such an object may be: anything, all the way down.
    private sealed record AnyValueShape : Shape
    {
        private static readonly TextShape Text = new();

        internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    Fields.Check(ref reader, check);
                    break;
                case JsonTokenType.StartArray:
                    new ArrayShape(this).Check(ref reader, check);
                    break;
                case JsonTokenType.String:
                    Text.Check(ref reader, check);
                    break;
                default:
                    check.Writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
    }
}
