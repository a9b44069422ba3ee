using System.Globalization;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A calendar date, <c>YYYY-MM-DD</c>.</summary>
public sealed record DateShape : Shape
{
    private const string Form = "yyyy-MM-dd";

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            check.Refuse("Input should be a valid date string.", "date_type");
            return;
        }

        if (
            !SentText.TryRead(ref reader, out var text)
            || !DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
        {
            check.Refuse("Input should be a valid date, such as 2030-01-31.", "date_parsing");
            return;
        }

        check.Writer.WriteStringValue(text);
    }
}
