using System.Text;
using Checkstand.Wire.Shapes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

/// <summary>No body makes a check throw: it is accepted, or refused with pointers that can be sent back.</summary>
public sealed class HostileBodyTests
{
    private const string Sound = """
        {"text":"é😀","code":"US-CA","word":"yes","integer":12.0,"number":1e3,"flag":true,
         "id":"fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae","at":"2013-07-16T19:23:00+02:00","day":"2013-07-16",
         "list":[{"name":"a"},{"name":"b","tax":null}],"map":{"k":"v"},"choice":{"kind":"a","digits":"4111"}}
        """;

    private static readonly Gen<byte[]> AnyBytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    // Pieces of JSON, good and bad, in any order: reaches further into the checks than bytes do.
    private static readonly Gen<string> Soup = Gen.Elements([
            .. new[] { "{", "}", "[", "]", ":", ",", " ", "null", "true", "0", "-0", "1e400", "1e-30", "12.0" },
            .. new[] { "\"\"", "\"a\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"kind\"", "\"\\u006bind\"" },
            .. Everything.Shape.Fields.Select(field => $"\"{field.Name}\":"),
            .. Everything.Shape.Fields.Select(field => $"\"{field.Name[..1]}\\ud800\":"),
            .. new[] { "{\"text\":", "[{\"name\":", "{\"kind\":\"a\",", "\"2013-07-16\"", "\"20\\ud8003-07-16\"" },
        ])
        .ListOf()
        .Select(pieces => "{" + string.Concat(pieces));

    // Well-formed on the whole: every field gets a value that is meant for some field, or for none.
    private static readonly Gen<string> Mismatched = (
        from name in Gen.Elements([
            .. Everything.Shape.Fields.Select(field => field.Name),
            "x",
            "\\ud800",
            "te\\ud800",
            "\\udc00\\ud800",
        ])
        from value in Gen.Elements(
            "1",
            "\"2013-07-16T00:00:00\\ud800\"",
            "\"\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\"",
            "\"4111111111111111\"",
            "[{\"name\":\"\\ud800\"},{\"nam\\ud800\":1}]",
            "{\"kin\\ud800\":1,\"kind\":\"a\"}",
            "{\"kind\":\"\\ud800\"}",
            "{\"a\\ud800\":\"b\"}",
            "[[[[[]]]]]"
        )
        select $"\"{name}\":{value}"
    )
        .ListOf()
        .Select(fields => "{" + string.Join(',', fields) + "}");

    private static readonly Gen<byte[]> Damaged =
        from edits in (
            from place in Gen.Choose(0, Encoding.UTF8.GetByteCount(Sound) - 1)
            from value in Gen.Elements<byte>([0, (byte)'"', (byte)'\\', (byte)'{', (byte)']', (byte)'9', 0x80, 0xFF])
            select (place, value)
        ).ListOf()
        from length in Gen.Choose(0, Encoding.UTF8.GetByteCount(Sound))
        from isCut in Gen.Elements(true, false, false)
        select Damage(edits, isCut ? length : int.MaxValue);

    [Fact]
    public void The_sound_body_is_accepted() => Assert.Empty(Everything.Shape.Check(Sound).Violations);

    [Fact]
    public void Random_bytes_are_refused_and_never_throw() => Property.Holds(AnyBytes, IsAnswered, runs: 3000);

    [Fact]
    public void Random_pieces_of_JSON_never_throw() => Property.Holds(Soup, IsAnswered, runs: 5000);

    [Fact]
    public void Values_in_the_wrong_fields_never_throw() => Property.Holds(Mismatched, IsAnswered, runs: 3000);

    [Fact]
    public void A_damaged_body_never_throws() => Property.Holds(Damaged, IsAnswered, runs: 3000);

    private static bool IsAnswered(string json) => IsAnswered(Encoding.UTF8.GetBytes(json));

    private static bool IsAnswered(byte[] bytes)
    {
        var body = Everything.Shape.CheckBody(bytes);
        return body.IsAccepted
            || (
                body.Violations.Count <= Violation.ListedMax
                && body.Violations.All(violation => violation.Pointer.Length == 0 || violation.Pointer[0] == '/')
            );
    }

    private static byte[] Damage(IEnumerable<(int Place, byte Value)> edits, int length)
    {
        var bytes = Encoding.UTF8.GetBytes(Sound);
        foreach (var (place, value) in edits)
        {
            bytes[place] = value;
        }

        return bytes[..Math.Min(length, bytes.Length)];
    }
}
