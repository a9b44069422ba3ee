using System.Text;
using System.Text.Json;

namespace Checkstand.Client;

/// <summary>
/// Texts that come again in every answer, such as the words of an enumeration, made once instead of each time. A text
/// that falls on the place of another replaces it, and a long one is not kept, so that no answer can make it grow.
/// </summary>
/// <param name="places">How many texts are kept: a power of two.</param>
internal sealed class RecurringText(int places)
{
    // Twice the longest word of the vendors' enumerations. A longer text is no word, whatever the answer calls it.
    private const int BytesMax = 64;

    private readonly string?[] kept = new string?[places];

    /// <summary>The text that the reader is at.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > BytesMax)
        {
            return reader.GetString()!;
        }

        var bytes = reader.ValueSpan;
        ref var place = ref kept[Hash(bytes) & (kept.Length - 1)];
        var text = place;
        if (text is null || !Ascii.Equals(bytes, text))
        {
            text = reader.GetString()!;
            place = text;
        }

        return text;
    }

    // FNV-1a: good enough for places that may be taken by others.
    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var one in bytes)
        {
            hash = (hash ^ one) * 16777619;
        }

        return (int)(hash ^ (hash >> 16));
    }
}
