using Checkstand.Wire.Shapes;
using Xunit;
using static Checkstand.Wire.Tests.Shapes.Checked;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class InstantTests
{
    private static readonly DateTimeShape Instant = new();
    private static readonly DateShape Date = new();
    private static readonly UuidShape Uuid = new();

    [Theory]
    // Captured requests of the TypeScript and C# SDKs (contract gr4vy section 9).
    [InlineData("2013-07-16T19:23:00.000Z", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00.0000000Z", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00Z", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00.1Z", "2013-07-16T19:23:00.1Z")]
    [InlineData("2013-07-16T19:23:00.1234567Z", "2013-07-16T19:23:00.1234567Z")]
    [InlineData("2013-07-16T19:23:00.123456789Z", "2013-07-16T19:23:00.1234567Z")]
    [InlineData("2013-07-16T19:23Z", "2013-07-16T19:23:00Z")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void An_instant_in_UTC_is_written_with_Z(string text, string normal) =>
        Assert.Equal($"\"{normal}\"", Accepted(Instant, $"\"{text}\""));

    [Theory]
    [InlineData("2013-07-16T19:23:00+02:00", "2013-07-16T19:23:00+02:00")]
    [InlineData("2013-07-16T19:23:00.500-03:30", "2013-07-16T19:23:00.5-03:30")]
    [InlineData("2013-07-16T19:23:00+14:00", "2013-07-16T19:23:00+14:00")]
    [InlineData("2013-07-16T19:23:00+00:00", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00-00:00", "2013-07-16T19:23:00Z")]
    public void An_offset_stays_as_given_because_departures_are_local(string text, string normal) =>
        Assert.Equal($"\"{normal}\"", Accepted(Instant, $"\"{text}\""));

    [Theory]
    [InlineData("2013-07-16T19:23:00", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00.25", "2013-07-16T19:23:00.25Z")]
    [InlineData("2013-07-16T19:23", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16", "2013-07-16T00:00:00Z")]
    public void Without_an_offset_UTC_is_meant_and_said(string text, string normal) =>
        Assert.Equal($"\"{normal}\"", Accepted(Instant, $"\"{text}\""));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2013-13-01T00:00:00Z")]
    [InlineData("2013-02-29T00:00:00Z")]
    [InlineData("2013-07-16T24:00:00Z")]
    [InlineData("2013-07-16T19:60:00Z")]
    [InlineData("2013-07-16T19:23:61Z")]
    [InlineData("2013-07-16T19:23:00+25:00")]
    [InlineData("2013-07-16T19:23:00 Z")]
    [InlineData(" 2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00Z\\n")]
    [InlineData("16/07/2013")]
    [InlineData("1374002580")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2013-07-16T19:23:00Zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void Nonsense_is_no_instant(string text) => AssertRefused(Instant, $"\"{text}\"", "datetime_parsing");

    [Theory]
    [InlineData("1374002580")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Nothing_stands_in_for_an_instant(string json) => AssertRefused(Instant, json, "datetime_type");

    [Theory]
    [InlineData("2013-07-16")]
    [InlineData("2000-02-29")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_date_is_a_date(string text) => Assert.Equal($"\"{text}\"", Accepted(Date, $"\"{text}\""));

    [Theory]
    [InlineData("")]
    [InlineData("2013-7-16")]
    [InlineData("2013-02-29")]
    [InlineData("2013-13-01")]
    [InlineData("2013-00-10")]
    [InlineData("20130716")]
    [InlineData("2013-07-16T00:00:00Z")]
    [InlineData("2013-07-1é")]
    [InlineData("2013/07/16")]
    [InlineData(" 013-07-16")]
    [InlineData("+013-07-16")]
    [InlineData("٢٠١٣-07-16")]
    public void Nonsense_is_no_date(string text) => AssertRefused(Date, $"\"{text}\"", "date_parsing");

    [Theory]
    [InlineData("20130716")]
    [InlineData("null")]
    [InlineData("[\"2013-07-16\"]")]
    [InlineData("{}")]
    public void Nothing_stands_in_for_a_date(string json) => AssertRefused(Date, json, "date_type");

    [Theory]
    [InlineData("fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae")]
    [InlineData("FFFD63E9-F5EE-4D06-B5B0-1D4EA9A4B5AE")]
    public void A_UUID_is_written_in_lower_case(string text) =>
        Assert.Equal("\"fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae\"", Accepted(Uuid, $"\"{text}\""));

    [Theory]
    [InlineData("")]
    [InlineData("fffd63e9f5ee4d06b5b01d4ea9a4b5ae")]
    [InlineData("{fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae}")]
    [InlineData("(fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae)")]
    [InlineData("fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5a")]
    [InlineData("fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae0")]
    [InlineData(" fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae")]
    [InlineData("fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ag")]
    [InlineData("0xfd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae")]
    [InlineData("+ffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae")]
    [InlineData("urn:uuid:fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae")]
    public void Nothing_but_36_characters_with_dashes_is_a_UUID(string text) =>
        AssertRefused(Uuid, $"\"{text}\"", "uuid_parsing");

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Nothing_stands_in_for_a_UUID(string json) => AssertRefused(Uuid, json, "uuid_type");

    // A sender may write "-" as \u002d: the text is the same.
    [Fact]
    public void Escapes_make_no_difference_to_an_instant() =>
        Assert.Equal("\"2013-07-16T00:00:00Z\"", Accepted(Instant, "\"2013\\u002d07\\u002d16T00:00:00Z\""));

    [Fact]
    public void Escapes_make_no_difference_to_a_date() =>
        Assert.Equal("\"2013-07-16\"", Accepted(Date, "\"2013\\u002d07\\u002d16\""));

    [Fact]
    public void Escapes_make_no_difference_to_a_UUID() =>
        Assert.Equal(
            "\"fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae\"",
            Accepted(Uuid, "\"fffd63e9\\u002df5ee-4d06-b5b0-1d4ea9a4b5ae\"")
        );

    // Each is as long as the reader wants escaped text of its kind to be before it looks at the escapes.
    [Theory]
    [InlineData("\"\\ud800aaaaaaaaaaaaaaaaaaaa\"")]
    [InlineData("\"\\ud800\\ud800\\ud800\\ud800\\ud800\\ud800\"")]
    [InlineData("\"aaaa\\udc00aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    public void Half_a_surrogate_pair_is_a_refusal_and_not_a_failure(string json)
    {
        AssertRefused(Instant, json, "datetime_parsing");
        AssertRefused(Date, json, "date_parsing");
        AssertRefused(Uuid, json, "uuid_parsing");
    }
}
