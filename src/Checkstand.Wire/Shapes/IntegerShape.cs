using System.Globalization;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A JSON number without a fractional part. <c>12.0</c> counts as 12, as in JSON Schema.</summary>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
public sealed record IntegerShape(long Min, long Max) : Shape
{
    /// <summary>An integer that the contract does not bound; 64 bits do.</summary>
    public static readonly IntegerShape Any = new(long.MinValue, long.MaxValue);

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

        if (
            IsWhole(reader.ValueSpan)
            && reader.TryGetDecimal(out var value)
            && value is >= long.MinValue and <= long.MaxValue
        )
        {
            number = (long)value;
            return true;
        }

        return false;
    }

    // Decided on the digits: every numeric type would round 1e-999 to zero and call it whole.
    private static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var e = text.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = e < 0 ? text : text[..e];
        if (!mantissa.ContainsAnyInRange((byte)'1', (byte)'9'))
        {
            return true;
        }

        var exponent = 0;
        if (
            e >= 0
            && !int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
        )
        {
            return false;
        }

        var dot = mantissa.IndexOf((byte)'.');
        var fraction = dot < 0 ? [] : mantissa[(dot + 1)..].TrimEnd((byte)'0');
        var whole = dot < 0 ? mantissa : mantissa[..dot];
        var lowestDigitAt = fraction.IsEmpty ? whole.Length - whole.TrimEnd((byte)'0').Length : -fraction.Length;
        return lowestDigitAt + (long)exponent >= 0;
    }
}
