using System.Globalization;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>
/// An instant, ISO 8601 extended format. An offset that was given stays as given, because local time means something
/// for a departure; text without an offset is taken as UTC and says so afterwards, because strict clients refuse to
/// read it back otherwise (contract gr4vy section 5).
/// </summary>
public sealed record DateTimeShape : Shape
{
    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            check.Refuse("Input should be a valid datetime string.", "datetime_type");
            return;
        }

        if (!TryRead(ref reader, out var instant))
        {
            check.Refuse("Input should be a valid datetime, such as 2030-01-31T13:45:00Z.", "datetime_parsing");
            return;
        }

        Span<byte> text = stackalloc byte[40];
        instant.TryFormat(
            text,
            out var length,
            instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
            CultureInfo.InvariantCulture
        );
        check.Writer.WriteStringValue(text[..length]);
    }

    private static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset instant)
    {
        instant = default;
        if (!SentText.IsText(ref reader) || !reader.TryGetDateTime(out var plain))
        {
            return false;
        }

        // TryGetDateTimeOffset would take text without an offset as the server's local time.
        if (plain.Kind == DateTimeKind.Unspecified)
        {
            instant = new DateTimeOffset(plain, TimeSpan.Zero);
            return true;
        }

        return reader.TryGetDateTimeOffset(out instant);
    }
}
