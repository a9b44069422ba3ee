using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A JSON number, fractions allowed.</summary>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
public sealed record NumberShape(double Min, double Max) : Shape
{
    /// <summary>A number that the contract does not bound; the largest float does.</summary>
    public static readonly NumberShape Any = new(double.MinValue, double.MaxValue);

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        // 1e400 reads as infinity, which both comparisons below refuse.
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var number))
        {
            reader.Skip();
            check.Refuse("Input should be a valid number.", "float_type");
        }
        else if (number < Min)
        {
            check.Refuse($"Input should be greater than or equal to {Min}.", "greater_than_equal");
        }
        else if (number > Max)
        {
            check.Refuse($"Input should be less than or equal to {Max}.", "less_than_equal");
        }
        else
        {
            check.Writer.WriteNumberValue(number);
        }
    }
}
