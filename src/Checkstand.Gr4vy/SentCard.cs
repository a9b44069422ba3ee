using System.Runtime.InteropServices;
using System.Text.Json;
using Checkstand.Core.Vault;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy;

/// <summary>Takes a card out of a checked request, without a string that could not be wiped.</summary>
internal static class SentCard
{
    /// <summary>The card of an object with <c>number</c>, <c>expiration_date</c> and perhaps <c>security_code</c>.</summary>
    public static CardData Read(JsonElement sent) =>
        new(new CardNumber(Digits(sent, "number")), new CardExpiry(Digits(sent, "expiration_date")), ReadCode(sent));

    /// <summary>The card of a body that is such an object. The caller wipes the body.</summary>
    public static CardData Read(CheckedObject sent) =>
        new(
            new CardNumber(sent["number"].Span[1..^1]),
            new CardExpiry(sent["expiration_date"].Span[1..^1]),
            sent.Has("security_code") ? new SecurityCode(sent["security_code"].Span[1..^1]) : null
        );

    /// <summary>The code of an object; null when it has none.</summary>
    public static SecurityCode? ReadCode(JsonElement sent) =>
        sent.TryGetProperty("security_code", out var code) && code.ValueKind == JsonValueKind.String
            ? new SecurityCode(Digits(sent, "security_code"))
            : null;

    // The raw text between the quotes: these forms have no escapes in normal form, and a string of card digits could
    // not be wiped.
    private static ReadOnlySpan<byte> Digits(JsonElement sent, string name) =>
        JsonMarshal.GetRawUtf8Value(sent.GetProperty(name))[1..^1];
}
