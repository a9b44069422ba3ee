using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>Names of properties that a sender chose, read so that no name can break or abuse an answer.</summary>
internal static class PropertyNames
{
    private const int DisplayedMax = 64;

    /// <summary>The name for a pointer in an error: cut short, and hidden when it could be a card number.</summary>
    public static string ForDisplay(ref Utf8JsonReader reader)
    {
        if (!TryRead(ref reader, out var name))
        {
            return "�";
        }

        // A card number typed as a key must not come back in an answer that somebody logs.
        if (name.Count(char.IsAsciiDigit) > 11)
        {
            return "…";
        }

        return name.Length > DisplayedMax ? string.Concat(name.AsSpan(0, DisplayedMax), "…") : name;
    }

    /// <summary>The name; false when it holds half a surrogate pair, which is no text.</summary>
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
}
