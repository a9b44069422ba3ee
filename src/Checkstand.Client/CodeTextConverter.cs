using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client;

/// <summary>
/// Reads texts, and makes those of at most three letters once, because codes of countries, currencies, airports and
/// airlines are a fifth of all texts of a session. So are the kinds that every session and payment method says it is.
/// What is kept stays in memory until another takes its place. A name of three letters is such a text; longer names, and
/// digits alone, never are.
/// </summary>
internal sealed class CodeTextConverter : JsonConverter<string>
{
    private const int BytesMax = 3;

    private static readonly SearchValues<byte> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    // 250 countries, 180 currencies and the airports of a merchant's trade; of 3 letters each, 16 kB.
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

    // One capital at least: a security code is digits.
    private static bool IsCode(ReadOnlySpan<byte> bytes) => bytes.Length <= BytesMax && bytes.ContainsAny(Capitals);
}
