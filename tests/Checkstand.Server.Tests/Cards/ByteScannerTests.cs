using System.Text;

namespace Checkstand.Server.Tests.Cards;

/// <summary>The scanner finds what is planted; otherwise its silence about the server would say nothing.</summary>
public sealed class ByteScannerTests
{
    private static readonly IReadOnlyList<TestCard> Cards = TestCard.Generate(70);
    private static readonly ByteScanner Scanner = ByteScanner.For(Cards);

    // Sixteen digits that a person can check by eye.
    private static readonly ByteScanner Known = ByteScanner.For([new TestCard("4012888888881881", "07/41", "932")]);

    [Fact]
    public void Every_trace_of_every_card_is_found_between_other_bytes()
    {
        foreach (var card in Cards)
        {
            foreach (var (encoding, bytes) in CardTraces.Of(card))
            {
                byte[] content = [.. new byte[513], .. bytes, .. new byte[77]];
                Assert.Contains(
                    Scanner.Scan("a file", content),
                    hit => hit.Offset == 513 && hit.What == $"{encoding} of {card.Number}"
                );
            }
        }
    }

    [Theory]
    [InlineData("{\"number\":\"4012888888881881\"}", "digits")]
    [InlineData("GET /pay?card=4012%208888%208888%201881 HTTP/1.1", "groups with '%20'")]
    [InlineData("4012 8888 8888 1881", "groups with ' '")]
    [InlineData("4012-8888-8888-1881", "groups with '-'")]
    [InlineData("1881888888882104", "digits reversed")]
    [InlineData("34303132383838383838383831383831", "hex of the digits")]
    [InlineData("NDAxMjg4ODg4ODg4MTg4MQ==", "base64 at offset 0")]
    [InlineData("eDQwMTI4ODg4ODg4ODE4ODE=", "base64 at offset 1")]
    [InlineData("eHg0MDEyODg4ODg4ODgxODgx", "base64 at offset 2")]
    [InlineData(
        "\\u0034\\u0030\\u0031\\u0032\\u0038\\u0038\\u0038\\u0038\\u0038\\u0038\\u0038\\u0038\\u0031\\u0038\\u0038\\u0031",
        "JSON escapes"
    )]
    [InlineData("a truncated 4012888888 is too long", "ten digits from 0")]
    [InlineData("{\"security_code\":\"932\"}", "quoted code")]
    [InlineData("{\"expiration_date\":\"07/41\"}", "expiry")]
    public void A_number_that_a_person_planted_is_found(string text, string encoding) =>
        Assert.Contains(Known.Scan("text", text), hit => hit.What == $"{encoding} of 4012888888881881");

    [Theory]
    [InlineData("4012888888881881", "packed BCD")]
    [InlineData("04000102080808080808080801080801", "unpacked BCD")]
    [InlineData("000E41B380BEB2D9", "integer, big-endian")]
    [InlineData("3400300031003200380038003800380038003800380038003100380038003100", "UTF-16LE")]
    [InlineData("0034003000310032003800380038003800380038003800380031003800380031", "UTF-16BE")]
    public void A_number_that_was_planted_as_bytes_is_found(string hex, string encoding) =>
        Assert.Contains(
            Known.Scan("bytes", Convert.FromHexString(hex)),
            hit => hit.What.StartsWith(encoding, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("{\"label\":\"1881\",\"details\":{\"bin\":\"401288\"}}")]
    [InlineData("401288888")]
    [InlineData("401288******1881")]
    [InlineData("")]
    public void What_may_be_shown_of_a_card_is_no_hit(string text) => Assert.Empty(Known.Scan("text", text));

    [Fact]
    public void Files_in_folders_are_scanned()
    {
        using var directory = new TemporaryDirectory();
        var folder = Directory.CreateDirectory(Path.Combine(directory.Path, "a", "b"));
        File.WriteAllText(Path.Combine(folder.FullName, "x.log"), "4012888888881881", Encoding.Unicode);

        Assert.Contains(Known.ScanDirectory(directory.Path), hit => hit.Where == "x.log");
    }

    [Fact]
    public void The_cards_differ_in_number_and_in_expiry_and_code()
    {
        var cards = TestCard.Generate(5000);

        Assert.Equal(5000, cards.Count);
        Assert.Equal(200, cards.Take(200).DistinctBy(card => card.Expiry).Count());
        Assert.Equal(5000, cards.DistinctBy(card => (card.Expiry, card.Code)).Count());
        // Otherwise a code would be found where the last four digits are shown.
        Assert.Empty(cards.Select(card => card.Code).Intersect(cards.Select(card => card.Number[^4..])));
    }
}
