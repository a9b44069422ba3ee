using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>Names and strings as a sender wrote them, read so that none can break or abuse an answer.</summary>
internal static class SentText
{
    private const int DisplayedMax = 64;

    /// <summary>The name for a pointer in an error: cut short, and hidden when it could be a card number.</summary>
    public static string ForDisplay(ref Utf8JsonReader reader)
    {
        if (!TryRead(ref reader, out var name))
        {
            return "�";
        }

        // A card number typed as a key must not come back in an answer that somebody logs. An id is none.
        if (name.Count(char.IsAsciiDigit) > 11 && !Guid.TryParseExact(name, "D", out _))
        {
            return "…";
        }

        return name.Length > DisplayedMax ? CutBetweenCharacters(name) : name;
    }

    /// <summary>
    /// Whether the token is text: it is not when an escaped surrogate has no partner, and then most of the reader's own
    /// methods throw.
    /// </summary>
    public static bool IsText(ref Utf8JsonReader reader) => !reader.ValueIsEscaped || TryRead(ref reader, out _);

    /// <summary>The text of the token; false when it holds half a surrogate pair, which is no text.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out string name)
    {
        try
        {
            name = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader's way of saying that an escaped surrogate has no partner.
            name = "";
            return false;
        }
    }

    private static string CutBetweenCharacters(string name)
    {
        var length = char.IsHighSurrogate(name[DisplayedMax - 1]) ? DisplayedMax - 1 : DisplayedMax;
        return string.Concat(name.AsSpan(0, length), "…");
    }
}
