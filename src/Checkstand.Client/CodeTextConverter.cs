using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client;

/// <summary>
/// Reads texts, and makes codes of countries, currencies, airports and airlines once: they are a fifth of all texts of a
/// session. So are the kinds that every session and payment method says it is. Nothing else is kept, because what is kept stays in memory: names and numbers of people do not.
/// </summary>
internal sealed class CodeTextConverter : JsonConverter<string>
{
    private const int LettersMax = 3;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private readonly RecurringText recurring = new(512);

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && (IsCode(reader.ValueSpan) || IsKind(reader.ValueSpan))
            ? recurring.Read(ref reader)
            : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    private static bool IsKind(ReadOnlySpan<byte> bytes) =>
        bytes.SequenceEqual("checkout-session"u8) || bytes.SequenceEqual("payment-method"u8);

    // One letter at least: a security code is digits.
    private static bool IsCode(ReadOnlySpan<byte> bytes) => bytes.Length <= LettersMax && bytes.ContainsAny(Letters);
}
