using static Checkstand.Core.Taxes.Ids.CheckDigits;

namespace Checkstand.Core.Taxes.Ids;

/// <summary>Tax ids of countries outside the European Union: those whose rules their authorities publish.</summary>
internal static partial class OtherTaxIds
{
    /// <summary>All rules. A country with several formats has the narrower ones first.</summary>
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("AE", "ae_trn", text => If(AreDigits(text, 15), text)),
        new("AR", "ar_cuit", text => If(IsArgentine(text), text)),
        new("AU", "au_abn", text => If(IsAustralian(text), text)),
        new("BR", "br_cnpj", text => If(IsBrazilianCompany(text), text)),
        new("BR", "br_cpf", text => If(IsBrazilianPerson(text), text)),
        new("CA", "ca_gst_hst", text => If(IsCanadianProgram(text, "RT", 9), text)),
        new("CA", "ca_qst", text => If(IsQuebecProgram(text), text)),
        new("CA", "ca_bn", text => If(AreDigits(text, 9) && IsLuhn(text), text)),
        new("CH", "ch_vat", SwissVat),
        new("CH", "ch_uid", text => If(IsSwissUid(text), text)),
        new("CL", "cl_tin", text => If(IsChilean(text), text)),
        new("CO", "co_nit", text => If(IsColombian(text), text)),
        new("DO", "do_rcn", text => If(IsDominican(text), text)),
        new("GB", "gb_vat", text => Prefixed("GB", text, IsBritish)),
        new("GE", "ge_vat", text => If(AreDigits(text, 9) || AreDigits(text, 11), text)),
        new("HK", "hk_br", text => If(AreDigits(text, 8), text)),
        new("ID", "id_npwp", text => If(AreDigits(text, 15) && IsLuhn(text.AsSpan(0, 9)), text)),
        new("IL", "il_vat", text => If(AreDigits(text, 9) && IsLuhn(text), text)),
        new("IN", "in_gst", text => If(IsIndian(text), text)),
        new("IS", "is_vat", text => If(AreDigits(text, 5) || AreDigits(text, 6), text)),
        new("JP", "jp_trn", text => If(text.StartsWith('T') && IsJapanese(text[1..]), text)),
        new("JP", "jp_cn", text => If(IsJapanese(text), text)),
        new("KR", "kr_brn", text => If(IsKorean(text), text)),
        new("LI", "li_vat", text => If(AreDigits(text, 5), text)),
        new("LI", "li_uid", text => If(IsSwissUid(text), text)),
        new("MU", "mu_tan", text => If(AreDigits(text, 8) && text[0] is '2' or '3', text)),
        new("MX", "mx_rfc", text => If(IsMexican(text), text)),
        new(
            "NO",
            "no_vat",
            text => If(text.EndsWith("MVA", StringComparison.Ordinal) && IsNorwegian(text[..^3]), text)
        ),
        new("NZ", "nz_gst", text => If(IsNewZealand(text), text)),
        new("PE", "pe_ruc", text => If(IsPeruvian(text), text)),
        new("RS", "rs_pib", text => If(AreDigits(text, 9) && IsMod11And10(text), text)),
        new("SA", "sa_vat", text => If(AreDigits(text, 15) && text[0] == '3' && text[^1] == '3', text)),
        new("SG", "sg_uen", text => If(IsSingaporean(text), text)),
        new("TH", "th_vat", text => If(IsThai(text), text)),
        new("TR", "tr_tin", text => If(IsTurkish(text), text)),
        new("TW", "tw_vat", text => If(IsTaiwanese(text), text)),
        new("US", "us_ein", text => If(IsEmployer(text), text)),
        new("UY", "uy_ruc", text => If(IsUruguayan(text), text)),
        new("VE", "ve_rif", text => If(IsVenezuelan(text), text)),
        new("VN", "vn_tin", text => If(IsVietnamese(text), text)),
        new("ZA", "za_vat", text => If(AreDigits(text, 10) && text[0] == '4', text)),
    ];

    private static string? If(bool isValid, string normal) => isValid ? normal : null;

    // With the country's prefix whether it was typed or not.
    private static string? Prefixed(string prefix, string text, Func<string, bool> isValid)
    {
        var number = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        return If(isValid(number), prefix + number);
    }

    // Ten is no digit, so a number whose remainder asks for it does not exist.
    private static int Mod11(int sum) => (11 - sum % 11) % 11;

    private static bool IsBritish(string number)
    {
        if (number.Length == 5 && AreDigits(number.AsSpan(2), 3))
        {
            // Departments of government below 500, health authorities from there on.
            return number[..2] switch
            {
                "GD" => number[2] < '5',
                "HA" => number[2] >= '5',
                _ => false,
            };
        }

        if (!AreDigits(number, 9) && !AreDigits(number, 12))
        {
            return false;
        }

        var rest = Weighted(number, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return rest == 0 || (rest is 42 or 55 && number[0] != '0');
    }

    private static string? SwissVat(string text)
    {
        var uid = text.Length > 12 ? text[..12] : "";
        return text.Length > 12 && text[12..] is "MWST" or "TVA" or "IVA" or "TPV" && IsSwissUid(uid) ? text : null;
    }

    private static bool IsSwissUid(string text) =>
        text.StartsWith("CHE", StringComparison.Ordinal)
        && AreDigits(text.AsSpan(3), 9)
        && Mod11(Weighted(text.AsSpan(3), 5, 4, 3, 2, 7, 6, 5, 4)) == text[11] - '0';

    private static bool IsNorwegian(string number) =>
        AreDigits(number, 9) && Mod11(Weighted(number, 3, 2, 7, 6, 5, 4, 3, 2)) == number[8] - '0';

    private static bool IsTurkish(string number)
    {
        if (!AreDigits(number, 10))
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < 9; at++)
        {
            var fromEnd = 9 - at;
            var shifted = (number[at] - '0' + fromEnd) % 10;
            var folded = shifted * (1 << fromEnd) % 9;
            sum += shifted != 0 && folded == 0 ? 9 : folded;
        }

        return (10 - sum % 10) % 10 == number[9] - '0';
    }

    /// <summary>A format of a country.</summary>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="Format">The format's name, as payment providers call it.</param>
    /// <param name="Normalize">The normal form of an id, in upper case and without separators; null when it has not this format.</param>
    internal sealed record Rule(string Country, string Format, Func<string, string?> Normalize);
}
