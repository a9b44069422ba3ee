using System.Globalization;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>
/// A decimal number greater than 0, as a JSON number or as text of one. Its normal form is text without needless digits,
/// because a JSON number would be read as binary by the next program.
/// </summary>
/// <param name="WholeDigitsMax">Most digits before the point.</param>
/// <param name="DecimalsMax">Most digits after it; with those before it 28 at most.</param>
public sealed record DecimalShape(int WholeDigitsMax, int DecimalsMax) : Shape
{
    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (!TryRead(ref reader, out var number))
        {
            reader.Skip();
            check.Refuse("Input should be a valid decimal number.", "decimal_type");
            return;
        }

        var text = number.ToString("0.############################", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (number <= 0)
        {
            check.Refuse("Input should be greater than 0.", "greater_than");
        }
        else if ((point < 0 ? text.Length : point) > WholeDigitsMax)
        {
            check.Refuse(
                $"Decimal input should have no more than {WholeDigitsMax} digits before the decimal point.",
                "decimal_whole_digits"
            );
        }
        else if (point >= 0 && text.Length - point - 1 > DecimalsMax)
        {
            check.Refuse($"Decimal input should have no more than {DecimalsMax} decimal places.", "decimal_max_places");
        }
        else
        {
            check.Writer.WriteStringValue(text);
        }
    }

    private static bool TryRead(ref Utf8JsonReader reader, out decimal number)
    {
        number = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out number),
            JsonTokenType.String => SentText.TryRead(ref reader, out var text)
                && decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out number
                ),
            _ => false,
        };
    }
}
