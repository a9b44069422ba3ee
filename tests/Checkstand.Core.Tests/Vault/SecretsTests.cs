using System.Globalization;
using System.Text;
using System.Text.Json;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Core.Tests.Vault;

/// <summary>Redact by type, not by habit: what holds card data or keys shows nothing of it, however it is printed.</summary>
public sealed class SecretsTests
{
    // Gr4vy's documentation and every SDK's tests use this Visa number.
    private const string Number = "4111111111111111";
    private const string Expiry = "12/35";
    private const string Code = "987";

    [Fact]
    public void A_card_number_prints_nothing()
    {
        using var number = new CardNumber("4111111111111111"u8);

        Assert.All(WaysToPrint(number), text => AssertNoDigits(text, Number));
    }

    [Fact]
    public void A_security_code_prints_nothing()
    {
        using var code = new SecurityCode("987"u8);

        Assert.All(WaysToPrint(code), text => AssertNoDigits(text, Code));
    }

    [Fact]
    public void An_expiry_prints_nothing() =>
        Assert.All(WaysToPrint(new CardExpiry("12/35"u8)), text => AssertNoDigits(text, Expiry));

    [Fact]
    public void A_card_prints_nothing()
    {
        using var card = new CardData(
            new CardNumber("4111111111111111"u8),
            new CardExpiry("12/35"u8),
            new SecurityCode("987"u8)
        );

        Assert.All(WaysToPrint(card), text => AssertNoDigits(text, Number));
        Assert.All(WaysToPrint(card), text => AssertNoDigits(text, Code));
    }

    [Fact]
    public void A_key_ring_prints_the_name_of_its_key_only()
    {
        var ring = KeyRing.Create(Known.Now);

        Assert.Equal($"[key ring, active {ring.ActiveKeyId}]", ring.ToString());
    }

    // The constructors take spans, which no serialiser can make, so none takes the types at all.
    [Fact]
    public void A_serialiser_takes_no_card()
    {
        using var card = new CardData(
            new CardNumber("4111111111111111"u8),
            new CardExpiry("12/35"u8),
            new SecurityCode("987"u8)
        );

        foreach (var secret in new object[] { card, card.Number, card.Expiry, card.Code! })
        {
            var refusal = Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(secret));
            AssertNoDigits(refusal.ToString(), Number);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("411111111111")]
    [InlineData("41111111111111111111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("411111111111111x")]
    [InlineData("４１１１１１１１１１１１１１１１")]
    public void What_is_no_card_number_is_refused_without_being_repeated(string text)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new CardNumber(Encoding.UTF8.GetBytes(text)));

        AssertSilent(refusal, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("98")]
    [InlineData("98765")]
    [InlineData("98x")]
    public void What_is_no_security_code_is_refused_without_being_repeated(string text)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new SecurityCode(Encoding.UTF8.GetBytes(text)));

        AssertSilent(refusal, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1235")]
    [InlineData("12-35")]
    [InlineData("1x/35")]
    [InlineData("12/3x")]
    [InlineData("12/2035")]
    [InlineData("12/35 ")]
    public void What_is_no_expiry_is_refused_without_being_repeated(string text)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new CardExpiry(Encoding.UTF8.GetBytes(text)));

        AssertSilent(refusal, text);
    }

    // Whether a card has expired, or a month exists, is for the issuer to say (contract gr4vy section 7).
    [Theory]
    [InlineData("11/25")]
    [InlineData("00/00")]
    [InlineData("13/99")]
    public void Any_two_pairs_of_digits_are_an_expiry(string text) =>
        Assert.Equal(text, Encoding.ASCII.GetString(new CardExpiry(Encoding.ASCII.GetBytes(text)).Reveal()));

    [Theory]
    [InlineData("4222222222222")]
    [InlineData("6205500000000000004")]
    public void A_card_number_has_13_to_19_digits(string text)
    {
        using var number = new CardNumber(Encoding.ASCII.GetBytes(text));

        Assert.Equal(text, Encoding.ASCII.GetString(number.Reveal()));
    }

    [Fact]
    public void Six_digits_at_the_front_and_four_at_the_end_may_be_shown()
    {
        using var number = new CardNumber("5555555555554444"u8);
        var display = CardDisplay.Of(number, "print");

        Assert.Equal(new CardDisplay("4444", "555555", CardScheme.Mastercard, "print"), display);
    }

    [Fact]
    public void Disposal_wipes_the_digits()
    {
        var number = new CardNumber("4111111111111111"u8);
        var code = new SecurityCode("987"u8);

        new CardData(number, new CardExpiry("12/35"u8), code).Dispose();

        Assert.All(number.Reveal().ToArray(), digit => Assert.Equal(0, digit));
        Assert.All(code.Reveal().ToArray(), digit => Assert.Equal(0, digit));
    }

    [Fact]
    public void A_card_number_keeps_a_copy_so_that_its_source_can_be_wiped()
    {
        var source = "4111111111111111"u8.ToArray();
        using var number = new CardNumber(source);

        Array.Clear(source);

        Assert.Equal(Number, Encoding.ASCII.GetString(number.Reveal()));
    }

    private static string[] WaysToPrint(object secret) =>
        [
            secret.ToString()!,
            $"{secret}",
            $"{secret, 40}",
            string.Format(CultureInfo.InvariantCulture, "{0:G} {0}", secret),
            string.Concat("", secret),
            new StringBuilder().Append(secret).ToString(),
            new InvalidOperationException($"Failed for {secret}.").ToString(),
        ];

    private static void AssertSilent(ArgumentException refusal, string text)
    {
        if (text.Length > 0)
        {
            Assert.DoesNotContain(text, refusal.ToString(), StringComparison.Ordinal);
        }

        Assert.Null(refusal.InnerException);
        Assert.Empty(refusal.Data);
    }

    private static void AssertNoDigits(string text, string secret) =>
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
}
