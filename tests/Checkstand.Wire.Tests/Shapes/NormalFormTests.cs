using System.Text;
using System.Text.Json;
using Checkstand.Wire.Shapes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

/// <summary>What is stored and answered is the normal form, so it must be accepted again and stay as it is.</summary>
public sealed class NormalFormTests
{
    private static readonly Gen<string> Text = Gen.Elements(
        "\"\"",
        "\"a b\"",
        "\"\\u0141\\u00f3d\\u017a\"",
        "\"\\ud83d\\ude00\"",
        "\"😀\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"<&>'\"",
        "\"\\u2028\\ufffe\\u007f\\u0001\"",
        "null"
    );

    private static readonly Gen<string> Line =
        from name in Gen.Elements("\"a\"", "\"\\u00e9\\ud83d\\ude00\"", "\"łódź\"")
        from tax in Gen.Elements("", ",\"tax\":1", ",\"tax\":9.0", ",\"tax\":null", ",\"tax\":1e0")
        from delivery in Gen.Elements("", ",\"delivery\":\"pick\\u002dup\"", ",\"delivery\":null")
        select $"{{\"name\":{name}{tax}{delivery}}}";

    private static readonly (string Name, Gen<string> Values)[] Fields =
    [
        ("text", Text),
        ("code", Gen.Elements("\"US-CA\"", "\"\\u0047B-SCT\"", "null")),
        ("word", Gen.Elements("\"yes\"", "\"n\\u006f\"", "null")),
        ("integer", Gen.Elements("0", "-0", "100.0", "1e2", "-7", "5e-0", "null")),
        ("number", Gen.Elements("0", "-0", "-0.0", "0.1", "1e-7", "1e9", "123456.789e3", "1e-400", "5E-324")),
        ("flag", Gen.Elements("true", "false", "null")),
        ("id", Gen.Elements("\"FFFD63E9-F5EE-4D06-B5B0-1D4EA9A4B5AE\"", "null")),
        ("at", Gen.Elements("\"2013-07-16\"", "\"2013-07-16T19:23:00.10+02:00\"", "\"2013-07-16T19:23\"", "null")),
        ("day", Gen.Elements("\"2013-07-16\"", "null")),
        ("list", Line.ListOf().Select(lines => "[" + string.Join(" , ", lines) + "]")),
        ("map", Gen.Elements("{}", "{\"b\\u002f\":\"1\",\"\\ud83d\\ude00\":\"\\u0031\"}", "null")),
        ("choice", Gen.Elements("{\"digits\":\"1\",\"kind\":\"\\u0061\"}", "{\"kind\":\"b\"}", "null")),
    ];

    private static readonly Gen<string> Bodies = Gen.CollectToArray(
            Fields.Select(field =>
                Gen.OneOf(Gen.Constant(""), field.Values.Select(value => $"\"{field.Name}\" : {value}"))
            )
        )
        .SelectMany(Gen.Shuffle)
        .Select(fields => "{" + string.Join(",\n", fields.Where(field => field.Length > 0)) + "}");

    [Fact]
    public void The_normal_form_is_accepted_and_is_its_own_normal_form() =>
        Property.Holds(
            Bodies,
            json =>
            {
                var once = Everything.Shape.Check(json);
                Assert.Empty(once.Violations);
                var normal = Body(once);
                var twice = Everything.Shape.Check(normal);
                return twice.IsAccepted && Body(twice) == normal;
            },
            runs: 2000
        );

    [Fact]
    public void The_normal_form_means_what_was_sent() =>
        Property.Holds(
            Text.Where(json => json != "null"),
            json => JsonSerializer.Deserialize<string>(json) == JsonSerializer.Deserialize<string>(Normal(json))
        );

    [Fact]
    public void Any_text_survives() =>
        Property.Holds(
            Gen.Choose(1, 0x10FFFF)
                .Where(value => value is < 0xD800 or > 0xDFFF)
                .Select(char.ConvertFromUtf32)
                .ListOf()
                .Select(string.Concat),
            text => JsonSerializer.Deserialize<string>(Normal(JsonSerializer.Serialize(text))) == text,
            runs: 1000
        );

    private static string Normal(string json) =>
        Encoding.UTF8.GetString(Everything.Shape.Check($$"""{"text":{{json}}}""")["text"].Span);

    private static string Body(CheckedObject body) =>
        "{"
        + string.Join(
            ',',
            Everything
                .Shape.Fields.Where((_, index) => !body[index].IsEmpty)
                .Select(field => $"\"{field.Name}\":{Encoding.UTF8.GetString(body[field.Name].Span)}")
        )
        + "}";
}
