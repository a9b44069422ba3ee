using static Checkstand.Gr4vy.Tests.Shapes.Samples;

namespace Checkstand.Gr4vy.Tests.Shapes;

/// <summary>For each field of each request: its bounds and what lies just beyond, from the vendor's own table.</summary>
internal static class BoundaryCases
{
    private const string Discriminator = "method";
    private const string HalfAPair = "\"\\ud800\"";

    public static readonly IReadOnlyDictionary<string, BoundaryCase> All = Placement
        .All.SelectMany(Of)
        .ToDictionary(boundary => boundary.Name);

    /// <summary>The same for what a merchant configures and keeps.</summary>
    public static readonly IReadOnlyDictionary<string, BoundaryCase> OfResources = Placement
        .OfResources.SelectMany(Of)
        .ToDictionary(boundary => boundary.Name);

    /// <summary>The same for payments.</summary>
    public static readonly IReadOnlyDictionary<string, BoundaryCase> OfTransactions = Placement
        .OfTransactions.SelectMany(Of)
        .ToDictionary(boundary => boundary.Name);

    private static IEnumerable<BoundaryCase> Of(Placement place)
    {
        foreach (var field in Vendor.FieldsOf(place.Schema).Where(field => !IsOfSeveralForms(field)))
        {
            var at = PointerOf(place, field);
            var cases = field switch
            {
                { Const: not null } => OfDiscriminator(place),
                { Type: "union" } => OfObject(at),
                { Type: "object" or "map" } => OfObject(at),
                { Type: "array" } => OfArray(field, at),
                { Type: "boolean" } => OfBoolean(at),
                { Type: "integer" } => OfInteger(field, at),
                { Type: "number" } => OfNumber(field, at),
                { Enum: { } values } => OfEnum(values, at),
                { Format: { } format } => OfFormat(format, at),
                _ => OfText(field, at),
            };
            foreach (var (what, value, refusedAt, refusedAs) in cases.Concat(OfPresence(field, at)))
            {
                yield return new BoundaryCase(place, field, what, value, refusedAt, refusedAs);
            }
        }
    }

    // Which of several objects without a discriminator is meant can't be said, so neither can what is wrong with it.
    private static bool IsOfSeveralForms(VendorField field) =>
        field.Name is "three_d_secure_data" or "gift_cards" or "gift_cards[]";

    private static string PointerOf(Placement place, VendorField field) =>
        field.Name switch
        {
            [.. var array, '[', ']'] => $"{place.Pointer}/{array}/0",
            [.. var map, '{', '}'] => $"{place.Pointer}/{map}/k",
            var plain => $"{place.Pointer}/{plain}",
        };

    private static IEnumerable<Trial> OfPresence(VendorField field, string at)
    {
        yield return Accepted("an ordinary value", Samples.Of(field));
        if (field.Const is null)
        {
            yield return field.IsNullable ? Accepted("null", "null") : Refused("null", "null", at);
        }

        if (field.Name[^1] is not (']' or '}') && field.Const is null)
        {
            yield return field.IsRequired ? Refused("nothing", null, at, "missing") : Accepted("nothing", null);
        }
    }

    // Which of the objects it is can't be said, so the violation is the union's.
    private static IEnumerable<Trial> OfDiscriminator(Placement place) =>
        [
            Refused("nothing", null, place.Pointer, "union_tag_not_found"),
            Refused("null", "null", place.Pointer, "union_tag_not_found"),
            Refused("a number", "1", place.Pointer, "union_tag_not_found"),
            Refused("half a surrogate pair", HalfAPair, place.Pointer),
            Refused("another word", "\"cash\"", place.Pointer, "union_tag_invalid"),
            Refused("capitals", Quoted(Discriminator.ToUpperInvariant()), place.Pointer, "union_tag_invalid"),
        ];

    private static IEnumerable<Trial> OfObject(string at) =>
        [Refused("a list", "[]", at), Refused("text", "\"x\"", at), Refused("a number", "1", at)];

    private static IEnumerable<Trial> OfArray(VendorField field, string at)
    {
        var item = Samples.Of(field)[1..^1];
        yield return field.MinItems > 0 ? Refused("no items", "[]", at, "too_short") : Accepted("no items", "[]");
        yield return Accepted("three items", $"[{item},{item},{item}]");
        yield return Refused("an object", "{}", at, "list_type");
        yield return Refused("text", "\"x\"", at, "list_type");
        yield return Refused("an item that is null", "[null]", $"{at}/0");
        yield return Refused("a second item that is a list", $"[{item},[]]", $"{at}/1");
        if (field.MaxItems is { } most)
        {
            yield return Accepted($"{most} items", $"[{string.Join(',', Enumerable.Repeat(item, most))}]");
            var more = $"[{string.Join(',', Enumerable.Repeat(item, most + 1))}]";
            yield return Refused($"{most + 1} items", more, at, "too_long");
        }
    }

    private static IEnumerable<Trial> OfBoolean(string at) =>
        [
            Accepted("true", "true"),
            Accepted("false", "false"),
            Refused("text", "\"true\"", at, "bool_type"),
            Refused("a number", "1", at, "bool_type"),
            Refused("a list", "[true]", at, "bool_type"),
        ];

    private static IEnumerable<Trial> OfInteger(VendorField field, string at)
    {
        // Where the contract leaves the bounds open, 64 bits are the bounds.
        var least = field.Minimum ?? field.ExclusiveMinimum + 1 ?? long.MinValue;
        var below = field.Minimum is null ? "greater_than" : "greater_than_equal";
        var most = field.Maximum ?? long.MaxValue;
        yield return Accepted("the least", $"{least}");
        yield return Accepted("the most", $"{most}");
        yield return Accepted("the most as a float", $"{most}.0");
        if (field.Maximum is not null)
        {
            yield return Refused("less than the least", $"{least - 1}", at, below);
            yield return Refused("more than the most", $"{most + 1}", at, "less_than_equal");
        }

        yield return Refused("a fraction", $"{least}.5", at);
        yield return Refused("more than 64 bits", "18446744073709551616", at);
        yield return Refused("less than 64 bits", "-18446744073709551616", at);
        yield return Refused("more than any float", "1e400", at);
        yield return Refused("text", "\"1\"", at, "int_type");
        yield return Refused("a boolean", "true", at, "int_type");
        yield return Refused("a list", "[1]", at, "int_type");
    }

    private static IEnumerable<Trial> OfNumber(VendorField field, string at) =>
        [
            Accepted("the least", $"{field.Minimum}"),
            Accepted("the least as a float", $"{field.Minimum}.0"),
            Accepted("the most", $"{field.Maximum}"),
            Accepted("the most as a float", $"{field.Maximum}.000"),
            Accepted("a fraction", $"{field.Minimum}.25"),
            Refused("a little less than the least", $"{field.Minimum - 1}.999", at, "greater_than_equal"),
            Refused("a little more than the most", $"{field.Maximum}.001", at, "less_than_equal"),
            Refused("less than nothing", $"-{field.Minimum}", at, "greater_than_equal"),
            Refused("more than any float", "1e400", at),
            Refused("text", $"\"{field.Minimum}\"", at, "float_type"),
            Refused("a boolean", "true", at, "float_type"),
        ];

    private static IEnumerable<Trial> OfEnum(IReadOnlyList<string> values, string at) =>
        [
            .. values.Select(value => Accepted($"the word {value}", Quoted(value))),
            Refused("another word", "\"surprise\"", at, "enum"),
            Refused("the other case", Quoted(InTheOtherCase(values[0])), at, "enum"),
            Refused("a word with a blank", Quoted(values[0] + " "), at, "enum"),
            Refused("empty text", "\"\"", at),
            Refused("half a surrogate pair", HalfAPair, at),
            Refused("a number", "0", at, "string_type"),
            Refused("a list", $"[{Quoted(values[0])}]", at, "string_type"),
        ];

    private static string InTheOtherCase(string word) =>
        char.IsUpper(word[0]) ? word.ToLowerInvariant() : word.ToUpperInvariant();

    private static IEnumerable<Trial> OfFormat(string format, string at)
    {
        var (good, bad) = format switch
        {
            "uuid" => (
                new[] { Uuid, Uuid.ToUpperInvariant(), "00000000-0000-0000-0000-000000000000" },
                new[] { "", "x", Uuid.Replace("-", "", StringComparison.Ordinal), $"{{{Uuid}}}", Uuid + " ", Uuid[1..] }
            ),
            "date-time" => (
                ["2013-07-16T19:23:00Z", "2013-07-16T19:23:00.1234567+02:00", "2024-02-29T23:59:59Z"],
                ["", "yesterday", "2013-02-30T00:00:00Z", "2013-07-16T25:00:00Z", "2013-07-16T19:23:00+25:00", "1"]
            ),
            _ => (
                ["2013-07-16", "2024-02-29", "0001-01-01"],
                ["", "today", "2013-02-29", "2013-7-16", "16-07-2013", "2013-07-16T00:00:00Z", "20130716"]
            ),
        };
        return
        [
            .. good.Select(text => Accepted($"the text {text}", Quoted(text))),
            .. bad.Select(text => Refused($"the text '{text}'", Quoted(text), at)),
            Refused("half a surrogate pair", HalfAPair, at),
            Refused("a number", "20130716", at),
            Refused("a list", "[]", at),
        ];
    }

    private static IEnumerable<Trial> OfText(VendorField field, string at)
    {
        foreach (var (what, value) in new[] { ("a number", "1234567890123"), ("a boolean", "true"), ("a list", "[]") })
        {
            yield return Refused(what, value, at, "string_type");
        }

        yield return Refused("half a surrogate pair", HalfAPair, at);
        yield return Refused("NUL characters", "\"\\u0000\\u0000\\u0000\\u0000\\u0000\"", at);
        var (good, bad) = field.Pattern is { } pattern ? Patterns[pattern] : ([], []);
        foreach (var text in good)
        {
            yield return Accepted($"the text '{text}'", Quoted(text));
        }

        foreach (var text in bad)
        {
            yield return Refused($"the text '{text}'", Quoted(text), at);
        }

        if (field.MinLength is { } least)
        {
            yield return Accepted($"{least} characters", Quoted(TextOf(field, least)));
            yield return Refused($"{least - 1} characters", Quoted(TextOf(field, least - 1)), at, "string_too_short");
        }
        else if (field.Pattern is null)
        {
            yield return Accepted("empty text", "\"\"");
        }

        var most = field.MaxLength ?? (field.Pattern is null ? 5000 : null);
        if (most is { } longest && longest != field.MinLength)
        {
            yield return Accepted($"{longest} characters", Quoted(TextOf(field, longest)));
        }

        if (field.MaxLength is { } limit)
        {
            yield return Refused($"{limit + 1} characters", Quoted(TextOf(field, limit + 1)), at, "string_too_long");
        }

        if (field is { MaxLength: { } points, Pattern: null })
        {
            // Lengths count code points; each of these is two UTF-16 units and four bytes.
            var emoji = string.Concat(Enumerable.Repeat("😀", points));
            yield return Accepted($"{points} emoji", Quoted(emoji));
            yield return Refused($"{points + 1} emoji", Quoted(emoji + "😀"), at, "string_too_long");
        }
    }

    private static Trial Accepted(string what, string? value) => new(what, value, null, null);

    private static Trial Refused(string what, string? value, string at, string? type = null) =>
        new(what, value, at, type);

    private readonly record struct Trial(string What, string? Value, string? RefusedAt, string? RefusedAs);
}
