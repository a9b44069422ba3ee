using System.Text;
using Checkstand.Core.Vault;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Vault;

public sealed class CardSchemesTests
{
    // Stripe, "Testing": cards by brand.
    [Theory]
    [InlineData("4242424242424242", CardScheme.Visa)]
    [InlineData("4000056655665556", CardScheme.Visa)]
    [InlineData("5555555555554444", CardScheme.Mastercard)]
    [InlineData("2223003122003222", CardScheme.Mastercard)]
    [InlineData("5200828282828210", CardScheme.Mastercard)]
    [InlineData("5105105105105100", CardScheme.Mastercard)]
    [InlineData("378282246310005", CardScheme.Amex)]
    [InlineData("371449635398431", CardScheme.Amex)]
    [InlineData("6011111111111117", CardScheme.Discover)]
    [InlineData("6011000990139424", CardScheme.Discover)]
    [InlineData("6011981111111113", CardScheme.Discover)]
    [InlineData("3056930009020004", CardScheme.DinersClub)]
    [InlineData("36227206271667", CardScheme.DinersClub)]
    [InlineData("3566002020360505", CardScheme.Jcb)]
    [InlineData("6200000000000005", CardScheme.Unionpay)]
    [InlineData("6205500000000000004", CardScheme.Unionpay)]
    // Older lists of PayPal and Braintree.
    [InlineData("4222222222222", CardScheme.Visa)]
    [InlineData("30569309025904", CardScheme.DinersClub)]
    [InlineData("38520000023237", CardScheme.DinersClub)]
    [InlineData("3530111333300000", CardScheme.Jcb)]
    [InlineData("6221261111117766", CardScheme.Unionpay)]
    [InlineData("6304000000000000", CardScheme.Maestro)]
    [InlineData("5019717010103742", CardScheme.Dankort)]
    // Adyen/adyen-web, packages/e2e/tests/cards/utils/constants.js.
    [InlineData("6703444444444449", CardScheme.Bancontact)]
    [InlineData("135410014004955", CardScheme.Uatp)]
    [InlineData("9490220006611406", CardScheme.Other)]
    public void A_published_test_number_is_of_its_scheme(string number, CardScheme scheme) =>
        Assert.Equal(scheme, Of(number));

    // The first and last six digits of each range, and what lies on either side of it.
    [Theory]
    [InlineData(222_099, CardScheme.Other)]
    [InlineData(222_100, CardScheme.Mastercard)]
    [InlineData(272_099, CardScheme.Mastercard)]
    [InlineData(272_100, CardScheme.Other)]
    [InlineData(509_999, CardScheme.Elo)]
    [InlineData(510_000, CardScheme.Mastercard)]
    [InlineData(559_999, CardScheme.Mastercard)]
    [InlineData(560_000, CardScheme.Maestro)]
    [InlineData(340_000, CardScheme.Amex)]
    [InlineData(349_999, CardScheme.Amex)]
    [InlineData(350_000, CardScheme.Other)]
    [InlineData(352_799, CardScheme.Other)]
    [InlineData(352_800, CardScheme.Jcb)]
    [InlineData(358_999, CardScheme.Jcb)]
    [InlineData(359_000, CardScheme.Other)]
    [InlineData(370_000, CardScheme.Amex)]
    [InlineData(379_999, CardScheme.Amex)]
    [InlineData(300_000, CardScheme.DinersClub)]
    [InlineData(305_999, CardScheme.DinersClub)]
    [InlineData(306_000, CardScheme.Other)]
    [InlineData(309_500, CardScheme.DinersClub)]
    [InlineData(309_599, CardScheme.DinersClub)]
    [InlineData(309_600, CardScheme.Other)]
    [InlineData(360_000, CardScheme.DinersClub)]
    [InlineData(380_000, CardScheme.DinersClub)]
    [InlineData(399_999, CardScheme.DinersClub)]
    [InlineData(400_000, CardScheme.Visa)]
    [InlineData(499_999, CardScheme.Visa)]
    [InlineData(500_000, CardScheme.Maestro)]
    [InlineData(601_099, CardScheme.Maestro)]
    [InlineData(601_100, CardScheme.Discover)]
    [InlineData(601_199, CardScheme.Discover)]
    [InlineData(601_200, CardScheme.Maestro)]
    [InlineData(643_999, CardScheme.Maestro)]
    [InlineData(644_000, CardScheme.Discover)]
    [InlineData(649_999, CardScheme.Discover)]
    [InlineData(650_000, CardScheme.Discover)]
    [InlineData(659_999, CardScheme.Discover)]
    [InlineData(660_000, CardScheme.Maestro)]
    [InlineData(622_126, CardScheme.Unionpay)]
    [InlineData(622_925, CardScheme.Unionpay)]
    [InlineData(619_999, CardScheme.Maestro)]
    [InlineData(620_000, CardScheme.Unionpay)]
    [InlineData(629_999, CardScheme.Unionpay)]
    [InlineData(630_000, CardScheme.Maestro)]
    [InlineData(810_000, CardScheme.Unionpay)]
    [InlineData(817_199, CardScheme.Unionpay)]
    [InlineData(219_999, CardScheme.Other)]
    [InlineData(220_000, CardScheme.Mir)]
    [InlineData(220_499, CardScheme.Mir)]
    [InlineData(220_500, CardScheme.Other)]
    [InlineData(501_899, CardScheme.Maestro)]
    [InlineData(501_900, CardScheme.Dankort)]
    [InlineData(501_999, CardScheme.Dankort)]
    [InlineData(502_000, CardScheme.Maestro)]
    [InlineData(670_299, CardScheme.Maestro)]
    [InlineData(670_300, CardScheme.Bancontact)]
    [InlineData(670_399, CardScheme.Bancontact)]
    [InlineData(670_400, CardScheme.Maestro)]
    [InlineData(675_964, CardScheme.Maestro)]
    [InlineData(589_999, CardScheme.Maestro)]
    [InlineData(590_000, CardScheme.Other)]
    [InlineData(699_999, CardScheme.Maestro)]
    [InlineData(700_000, CardScheme.Other)]
    [InlineData(100_000, CardScheme.Uatp)]
    [InlineData(199_999, CardScheme.Uatp)]
    [InlineData(0, CardScheme.Other)]
    [InlineData(99_999, CardScheme.Other)]
    [InlineData(999_999, CardScheme.Other)]
    public void A_range_begins_and_ends_where_the_scheme_says(int prefix, CardScheme scheme) =>
        Assert.Equal(scheme, Of(prefix.ToString("000000") + "0000000000"));

    // Ranges that a scheme has inside another's, as braintree/credit-card-type lists them for Elo and Hipercard.
    [Theory]
    [InlineData(401_178, CardScheme.Elo)]
    [InlineData(401_180, CardScheme.Visa)]
    [InlineData(438_935, CardScheme.Elo)]
    [InlineData(504_175, CardScheme.Elo)]
    [InlineData(506_698, CardScheme.Maestro)]
    [InlineData(506_699, CardScheme.Elo)]
    [InlineData(506_778, CardScheme.Elo)]
    [InlineData(506_779, CardScheme.Maestro)]
    [InlineData(636_297, CardScheme.Elo)]
    [InlineData(636_368, CardScheme.Elo)]
    [InlineData(650_034, CardScheme.Discover)]
    [InlineData(650_035, CardScheme.Elo)]
    [InlineData(655_020, CardScheme.Discover)]
    [InlineData(655_058, CardScheme.Elo)]
    [InlineData(384_100, CardScheme.Hipercard)]
    [InlineData(606_282, CardScheme.Hipercard)]
    [InlineData(637_095, CardScheme.Hipercard)]
    [InlineData(508_500, CardScheme.Rupay)]
    [InlineData(508_999, CardScheme.Rupay)]
    [InlineData(606_984, CardScheme.Maestro)]
    [InlineData(606_985, CardScheme.Rupay)]
    [InlineData(607_384, CardScheme.Rupay)]
    [InlineData(607_984, CardScheme.Rupay)]
    [InlineData(607_985, CardScheme.Maestro)]
    [InlineData(652_149, CardScheme.Discover)]
    [InlineData(652_150, CardScheme.Rupay)]
    [InlineData(653_149, CardScheme.Rupay)]
    [InlineData(817_200, CardScheme.Rupay)]
    public void A_range_inside_another_schemes_range_wins(int prefix, CardScheme scheme) =>
        Assert.Equal(scheme, Of(prefix.ToString("000000") + "0000000000"));

    [Fact]
    public void Only_the_first_six_digits_count() =>
        Property.Holds(
            from prefix in Gen.Choose(0, 999_999)
            from rest in Gen.Choose(0, 999_999_999)
            select (Issuer: prefix.ToString("000000"), Account: rest.ToString("000000000")),
            number => Of(number.Issuer) == Of(number.Issuer + number.Account)
        );

    private static CardScheme Of(string digits) => CardSchemes.Of(Encoding.ASCII.GetBytes(digits));
}
