using Checkstand.Core.Taxes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Taxes;

/// <summary>Tax ids that their authorities or public documents give as examples, and the same with one digit changed.</summary>
public sealed class TaxIdTests
{
    public static readonly TheoryData<string, string, string, string> Known = new()
    {
        { "AT", "ATU13585627", "ATU13585627", "eu_vat" },
        { "BE", "BE 0411.905.847", "BE0411905847", "eu_vat" },
        { "BG", "BG175074752", "BG175074752", "eu_vat" },
        { "CY", "CY-10259033P", "CY10259033P", "eu_vat" },
        { "CZ", "CZ25123891", "CZ25123891", "eu_vat" },
        { "CZ", "CZ7103192745", "CZ7103192745", "eu_vat" },
        { "DE", "DE136,695 976".Replace(",", "", StringComparison.Ordinal), "DE136695976", "eu_vat" },
        { "DK", "DK 13585628", "DK13585628", "eu_vat" },
        { "EE", "EE 100 931 558", "EE100931558", "eu_vat" },
        { "ES", "ESB58378431", "ESB58378431", "eu_vat" },
        { "ES", "54362315K", "ES54362315K", "eu_vat" },
        { "ES", "X2482300W", "ESX2482300W", "eu_vat" },
        { "FI", "FI20774740", "FI20774740", "eu_vat" },
        { "FR", "FR 40 303 265 045", "FR40303265045", "eu_vat" },
        { "FR", "FR61954506077", "FR61954506077", "eu_vat" },
        { "FR", "K7399859412", "FRK7399859412", "eu_vat" },
        { "MC", "FR 53 0000 04605", "FR53000004605", "eu_vat" },
        { "GR", "EL 094259216", "EL094259216", "eu_vat" },
        { "HR", "HR 33392005961", "HR33392005961", "eu_vat" },
        { "HU", "HU-12892312", "HU12892312", "eu_vat" },
        { "IE", "IE 6433435F", "IE6433435F", "eu_vat" },
        { "IE", "IE6433435OA", "IE6433435OA", "eu_vat" },
        { "IE", "8D79739I", "IE8D79739I", "eu_vat" },
        { "IT", "IT 00743110157", "IT00743110157", "eu_vat" },
        { "LT", "LT119511515", "LT119511515", "eu_vat" },
        { "LT", "LT 100001919017", "LT100001919017", "eu_vat" },
        { "LU", "LU 150 274 42", "LU15027442", "eu_vat" },
        { "LV", "LV 4000 3521 600", "LV40003521600", "eu_vat" },
        { "LV", "161175-19997", "LV16117519997", "eu_vat" },
        { "MT", "MT 1167-9112", "MT11679112", "eu_vat" },
        { "NL", "004495445B01", "NL004495445B01", "eu_vat" },
        { "NL", "NL002455799B11", "NL002455799B11", "eu_vat" },
        { "PL", "PL 8567346215", "PL8567346215", "eu_vat" },
        { "PT", "PT 501 964 843", "PT501964843", "eu_vat" },
        { "RO", "RO 185 472 90", "RO18547290", "eu_vat" },
        { "SE", "SE123456789701", "SE123456789701", "eu_vat" },
        { "SI", "SI 5022 3054", "SI50223054", "eu_vat" },
        { "SK", "SK 202 274 96 19", "SK2022749619", "eu_vat" },
        { "GB", "GB 980 7806 84", "GB980780684", "gb_vat" },
        { "GB", "980780684", "GB980780684", "gb_vat" },
        { "GB", "GD001", "GBGD001", "gb_vat" },
        { "CH", "CHE-107.787.577 IVA", "CHE107787577IVA", "ch_vat" },
        { "CH", "CHE-100.155.212", "CHE100155212", "ch_uid" },
        { "NO", "NO 995 525 828 MVA".Replace("NO", "", StringComparison.Ordinal), "995525828MVA", "no_vat" },
        { "US", "91-1144442", "911144442", "us_ein" },
        { "CA", "12302 6635 RT 0001", "123026635RT0001", "ca_gst_hst" },
        { "CA", "123026635", "123026635", "ca_bn" },
        { "AU", "83 914 571 673", "83914571673", "au_abn" },
        { "NZ", "49-091-850", "49091850", "nz_gst" },
        { "NZ", "136-410-132", "136410132", "nz_gst" },
        { "IN", "27AAPFU0939F1ZV", "27AAPFU0939F1ZV", "in_gst" },
        { "BR", "16.727.230/0001-97", "16727230000197", "br_cnpj" },
        { "BR", "390.533.447-05", "39053344705", "br_cpf" },
        { "JP", "5-8356-7825-6246", "5835678256246", "jp_cn" },
        { "JP", "T5835678256246", "T5835678256246", "jp_trn" },
        { "KR", "116-82-00276", "1168200276", "kr_brn" },
        { "MX", "GODE 561231 GR8", "GODE561231GR8", "mx_rfc" },
        { "MX", "MAB-930714-8T4", "MAB9307148T4", "mx_rfc" },
        { "SG", "00192200M", "00192200M", "sg_uen" },
        { "SG", "197401143C", "197401143C", "sg_uen" },
        { "SG", "S16FC0121D", "S16FC0121D", "sg_uen" },
        { "ZA", "4123456789", "4123456789", "za_vat" },
        { "AE", "123456789012345", "123456789012345", "ae_trn" },
        { "SA", "300000000000003", "300000000000003", "sa_vat" },
        { "TR", "4540536920", "4540536920", "tr_tin" },
        { "IL", "516179157", "516179157", "il_vat" },
        { "CL", "76086428-5", "760864285", "cl_tin" },
        { "AR", "20-05536168-2", "20055361682", "ar_cuit" },
        { "CO", "213.123.432-1", "2131234321", "co_nit" },
        { "PE", "20512333797", "20512333797", "pe_ruc" },
        { "UY", "21-100342-001-7", "211003420017", "uy_ruc" },
        { "VE", "V-11470283-4", "V114702834", "ve_rif" },
        { "TW", "00501503", "00501503", "tw_vat" },
        { "TH", "1-2345-45678-78-1", "1234545678781", "th_vat" },
        { "VN", "0100233488", "0100233488", "vn_tin" },
        { "RS", "101134702", "101134702", "rs_pib" },
        { "DO", "1-01-85004-3", "101850043", "do_rcn" },
        { "IS", "00621", "00621", "is_vat" },
        { "GE", "123456789", "123456789", "ge_vat" },
        { "HK", "12345678", "12345678", "hk_br" },
        { "MU", "20131234", "20131234", "mu_tan" },
    };

    // Of these only the length or the first digits are known.
    private static readonly string[] WithoutChecks =
    [
        "us_ein",
        "ae_trn",
        "sa_vat",
        "za_vat",
        "is_vat",
        "ge_vat",
        "hk_br",
        "mu_tan",
        "mx_rfc",
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public void A_good_id_is_taken_in_its_normal_form(string country, string typed, string normal, string format)
    {
        Assert.Equal(new TaxId(normal, format), TaxIds.Check(country, typed));
        Assert.Equal(new TaxId(normal, format), TaxIds.Check(country, normal));
        Assert.Equal(new TaxId(normal, format), TaxIds.Check(country, typed.ToLowerInvariant()));
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void A_digit_that_was_mistyped_is_noticed(string country, string typed, string normal, string format)
    {
        _ = typed;
        if (WithoutChecks.Contains(format) || normal == "GBGD001")
        {
            return;
        }

        var changed = 0;
        var noticed = 0;
        for (var at = 2; at < normal.Length; at++)
        {
            if (!char.IsAsciiDigit(normal[at]))
            {
                continue;
            }

            var other = (char)('0' + (normal[at] - '0' + 1) % 10);
            changed++;
            noticed += TaxIds.Check(country, normal[..at] + other + normal[(at + 1)..]) is null ? 1 : 0;
        }

        // Some digits only number the branches, and no sum notices every mistake.
        Assert.True(noticed * 2 >= changed, $"{format}: {noticed} of {changed}");
    }

    [Theory]
    [InlineData("US", "07-1144442")]
    [InlineData("US", "911144")]
    [InlineData("AF", "123456789")]
    [InlineData("DE", "")]
    [InlineData("DE", "DE")]
    [InlineData("DE", "FR61954506077")]
    [InlineData("FR", "FR61954506078")]
    [InlineData("GB", "GB98078068A")]
    [InlineData("VE", "")]
    [InlineData("MX", "GODE 561331 GR8")]
    [InlineData("IE", "+")]
    [InlineData("DE", "１３６６９５９７６")]
    public void What_is_no_id_of_the_country_is_refused(string country, string typed) =>
        Assert.Null(TaxIds.Check(country, typed));

    [Fact]
    public void No_text_brings_a_check_down()
    {
        var countries = Addresses.Countries;
        Property.Holds(
            from country in Gen.Elements(countries.ToArray())
            from length in Gen.Choose(0, 18)
            from characters in Gen.Elements(
                    "0123456789012345678901234567890123456789ABCDEFGHJKLMNTUVXYZ+* -./Ñé".ToCharArray()
                )
                .ArrayOf(length)
            from isPrefixed in Gen.Elements(true, false)
            select (Country: country, Text: (isPrefixed ? country : "") + new string(characters)),
            given =>
            {
                _ = TaxIds.Check(given.Country, given.Text);
                return true;
            },
            runs: 5000
        );
    }

    [Theory]
    [InlineData("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")]
    public void Every_country_of_the_union_has_an_example(string countries) =>
        Assert.All(
            countries.Split(' '),
            country => Assert.Contains(Known, row => row.Data.Item1 == country && row.Data.Item4 == "eu_vat")
        );
}
