using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A JSON number without a fractional part. <c>12.0</c> counts as 12, as in JSON Schema.</summary>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
public sealed record IntegerShape(long Min, long Max) : Shape
{
    /// <summary>True when the contract states the lower bound as "greater than <c>Min - 1</c>".</summary>
    public bool IsMinStatedExclusive { get; init; }

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            reader.Skip();
            check.Refuse("Input should be a valid integer.", "int_type");
            return;
        }

        if (!TryRead(ref reader, out var number))
        {
            check.Refuse(
                "Input should be a valid integer, without a fractional part and within 64 bits.",
                "int_from_float"
            );
            return;
        }

        if (number < Min)
        {
            if (IsMinStatedExclusive)
            {
                check.Refuse($"Input should be greater than {Min - 1}.", "greater_than");
            }
            else
            {
                check.Refuse($"Input should be greater than or equal to {Min}.", "greater_than_equal");
            }

            return;
        }

        if (number > Max)
        {
            check.Refuse($"Input should be less than or equal to {Max}.", "less_than_equal");
            return;
        }

        check.Writer.WriteNumberValue(number);
    }

    private static bool TryRead(ref Utf8JsonReader reader, out long number)
    {
        if (reader.TryGetInt64(out number))
        {
            return true;
        }

        // A decimal reads 1e-30 as zero, so the double, which does not, must agree that there is no fraction.
        if (
            reader.TryGetDouble(out var rounded)
            && rounded == Math.Truncate(rounded)
            && reader.TryGetDecimal(out var value)
            && value == decimal.Truncate(value)
            && value is >= long.MinValue and <= long.MaxValue
        )
        {
            number = (long)value;
            return true;
        }

        return false;
    }
}
