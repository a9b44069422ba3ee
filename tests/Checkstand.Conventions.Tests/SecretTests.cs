using System.Text.RegularExpressions;
using Xunit;

namespace Checkstand.Conventions.Tests;

/// <summary>Card data and keys: who touches them is a list, and none is written down.</summary>
public sealed partial class SecretTests
{
    private static readonly string[] Declarations =
    [
        "src/Checkstand.Connectors/Secret.cs",
        "src/Checkstand.Core/Vault/CardExpiry.cs",
        "src/Checkstand.Core/Vault/CardNumber.cs",
        "src/Checkstand.Core/Vault/KeyRing.cs",
        "src/Checkstand.Core/Vault/SecurityCode.cs",
    ];

    // Stripe gets the key and the card with each payment, and signs with a secret. A payment and a stored method keep the
    // expiry beside a truncated number. The form and the vault seal and fingerprint; the source of the ring writes its file; the test
    // provider looks test cards and codes up in its tables. A new line here is a decision.
    private static readonly string[] Callers =
    [
        "src/Checkstand.Connectors/Stripe/StripeApi.cs",
        "src/Checkstand.Connectors/Stripe/StripeCard.cs",
        "src/Checkstand.Connectors/Stripe/StripeWebhook.cs",
        "src/Checkstand.Core/PaymentMethods/StoredPaymentMethod.cs",
        "src/Checkstand.Core/Payments/PaymentCard.cs",
        "src/Checkstand.Core/Vault/CardForm.cs",
        "src/Checkstand.Core/Vault/CardVault.cs",
        "src/Checkstand.Server/Keys/KeyRingSource.cs",
        "src/Checkstand.TestProvider/MockCardTriggers.cs",
        "src/Checkstand.TestProvider/TestOutcomes.cs",
    ];

    [Fact]
    public void Card_data_and_keys_are_revealed_in_the_listed_files_only() =>
        Assert.Equal(
            Callers,
            Repository.Sources.Where(file => Call.IsMatch(WithoutComments(file))).Select(file => file.Path)
        );

    [Fact]
    public void Nothing_else_goes_by_the_name_of_revealing() =>
        Assert.Equal(
            Declarations.Concat(Callers).Order(StringComparer.Ordinal),
            Repository
                .Sources.Where(file => AnyMention.IsMatch(WithoutComments(file)))
                .Select(file => file.Path)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_card_number_is_written_in_the_program() =>
        Assert.Empty(
            from file in Repository.Files
            where file.IsUnder("src")
            from line in file.Lines
            from Match match in CardLike.Matches(line.Text)
            where IsCardNumber(match.Value)
            select $"{file}:{line.Number}"
        );

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111 1111 1111 1111", true)]
    [InlineData("4111-1111-1111-1111", true)]
    [InlineData("6205500000000000004", true)]
    [InlineData("4222222222222", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("411111111111", false)]
    [InlineData("0000000000000000", false)]
    public void The_search_for_card_numbers_finds_them(string text, bool isFound) =>
        Assert.Equal(isFound, CardLike.Matches($"x {text};").Any(match => IsCardNumber(match.Value)));

    [GeneratedRegex(@"\.\s*Reveal(FingerprintKey)?\b")]
    private static partial Regex Call { get; }

    [GeneratedRegex(@"\bReveal\w*")]
    private static partial Regex AnyMention { get; }

    [GeneratedRegex(@"(?<![\w.])\d(?:[ -]?\d){12,18}(?![\w])")]
    private static partial Regex CardLike { get; }

    private static string WithoutComments(SourceFile file) =>
        string.Join(
            '\n',
            file.Lines.Select(line => line.Text)
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        );

    // ISO/IEC 7812-1 annex B; a row of zeros is valid by it and no card's.
    private static bool IsCardNumber(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').Reverse().ToList();
        var sum = digits.Select((digit, index) => index % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10)).Sum();
        return digits.Count is >= 13 and <= 19 && sum > 0 && sum % 10 == 0;
    }
}
