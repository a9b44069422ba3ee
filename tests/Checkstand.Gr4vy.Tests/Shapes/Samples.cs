using System.Text.Json.Nodes;

namespace Checkstand.Gr4vy.Tests.Shapes;

/// <summary>Values that fit a field of the vendor's schemas, as JSON text.</summary>
internal static class Samples
{
    public const string Uuid = "01941f29-7c00-7aaa-8aaa-0123456789ab";

    /// <summary>Texts that a pattern of the vendor takes, and texts that it must refuse.</summary>
    public static readonly IReadOnlyDictionary<string, (string[] Good, string[] Bad)> Patterns = new Dictionary<
        string,
        (string[], string[])
    >
    {
        ["^[A-Z]{2}$"] = (["GB", "ZZ"], ["G", "GBR", "gb", "G1", " GB", "GB ", "GB\\n", "ＧＢ", "G\\u0042\\u0000", ""]),
        ["^[A-Z]{3}$"] = (["USD", "XXX"], ["US", "USDX", "usd", "US1", " USD", "USD\\n", "ÜSD", ""]),
        ["^[A-Z]{2}-[A-Z0-9]{1,3}$"] = (
            ["US-C", "US-CA", "FR-75C", "GB-123"],
            ["US-", "US-CALI", "us-ca", "USCA", "U-CA", "US_CA", "US-ca", "US-C\\n", ""]
        ),
        [@"^\+[1-9]\d{1,14}$"] = (
            ["+12", "+1234567890", "+123456789012345"],
            ["+1", "+1234567890123456", "12345", "+0123", "+1 234", "+1234567a", "+12\\n", "+1٣", ""]
        ),
        ["^[a-zA-Z0-9-]+$"] = (["shop-1", "-", "A9"], ["a_b", "a b", "ä", "a\\n", "a.b", "a/b"]),
        [@"^\d+$"] = ([], ["١٢٣٤٥٦٧٨٩٠١٢٣", "-123456", "12345 ", "1e23456", "1234.5"]),
        [@"^\d{2}/\d{2}$"] = (["12/35", "00/00", "99/99"], ["12-35", "1a/35", "12/3b", "/1235", "12/३५"]),
    };

    // Texts that mean something here: any other would be refused for what it says, not for its form.
    private static readonly Dictionary<string, string> Meaningful = new()
    {
        ["PaymentServiceCreate.payment_service_definition_id"] = "\"mock-card\"",
    };

    public static string Of(VendorField field) =>
        field switch
        {
            _ when Meaningful.TryGetValue(field.ToString(), out var sample) => sample,
            { Const: { } constant } => constant,
            { Type: "array", Enum: { } items } => $"[{Quoted(items[0])}]",
            { Enum: { } values } => Quoted(values[0]),
            { Type: "integer" or "number" } => $"{field.Minimum ?? (field.ExclusiveMinimum + 1) ?? 0}",
            { Type: "boolean" } => "true",
            // The one map of objects is by card scheme.
            { Type: "map", Ref: { } value } when Vendor.FieldsOf(value).Count > 0 =>
                $$"""{"visa":{{Minimal(value)}}}""",
            { Type: "map" } => """{"k":"v"}""",
            { Type: "array", Ref: { } item } when Vendor.FieldsOf(item).Count > 0 => $"[{Minimal(item)}]",
            { Type: "array" } =>
                $"[{Of(Vendor.FieldsOf(field.Schema).Single(item => item.Name == field.Name + "[]"))}]",
            { Type: "object" or "union", Ref: { } schema } => Minimal(schema.Split('|')[0]),
            { Format: "uuid" } => Quoted(Uuid),
            { Format: "date-time" } => "\"2013-07-16T19:23:00Z\"",
            { Format: "date" } => "\"2013-07-16\"",
            { Pattern: { } pattern } when Patterns[pattern].Good is [var good, ..] => Quoted(good),
            _ => Quoted(TextOf(field, field.MinLength ?? 1)),
        };

    /// <summary>A text of so many characters that fits the field's pattern as far as its length lets it.</summary>
    public static string TextOf(VendorField field, int length) =>
        field.Pattern switch
        {
            null => new string('x', length),
            @"^\d{2}/\d{2}$" => "12/3555555"[..length],
            _ => new string('4', length),
        };

    public static string Quoted(string text) => $"\"{text}\"";

    private static string Minimal(string schema) => Placement.Minimal(schema).ToJsonString();
}
