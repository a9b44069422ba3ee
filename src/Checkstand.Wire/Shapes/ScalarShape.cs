using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A text, a number or a boolean: the values of the vendors' free-form maps.</summary>
/// <param name="LengthMin">Fewest code points of a text.</param>
/// <param name="LengthMax">Most code points of a text.</param>
public sealed record ScalarShape(int LengthMin, int LengthMax) : Shape
{
    private readonly TextShape text = new() { LengthMin = LengthMin, LengthMax = LengthMax };

    /// <summary>Whether a number may have a fraction. Default true.</summary>
    public bool TakesFractions { get; init; } = true;

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                text.Check(ref reader, check);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                check.Writer.WriteBooleanValue(reader.TokenType == JsonTokenType.True);
                break;
            case JsonTokenType.Number when TakesFractions && !reader.TryGetInt64(out _):
                NumberShape.Any.Check(ref reader, check);
                break;
            case JsonTokenType.Number:
                IntegerShape.Any.Check(ref reader, check);
                break;
            default:
                reader.Skip();
                check.Refuse("Input should be a string, a number or a boolean.", "scalar_type");
                break;
        }
    }
}
