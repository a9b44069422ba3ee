using Checkstand.Core.Vault;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>The contract's enumerations (section 2.5). Clients read them openly; requests are held to them.</summary>
internal static partial class Enums
{
    public static readonly TextShape TaxIdKind = Named(
        "TaxIdKind",
        // csharpier-ignore
        [
            "ae.trn",
            "au.abn",
            "ar.dni",
            "ar.cuil",
            "ar.cuit",
            "br.cnpj",
            "br.cpf",
            "ca.bn",
            "ca.gst_hst",
            "ca.pst_bc",
            "ca.pst_mb",
            "ca.pst_sk",
            "ca.qst",
            "ch.vat",
            "cl.tin",
            "co.itin",
            "co.nit",
            "co.cc",
            "co.ce",
            "co.de",
            "co.rc",
            "co.ti",
            "co.passport",
            "es.cif",
            "eu.vat",
            "gb.vat",
            "hk.br",
            "id.nik",
            "id.npwp",
            "in.gst",
            "in.pan",
            "jp.cn",
            "jp.rn",
            "kr.brn",
            "li.uid",
            "mx.curp",
            "mx.rfc",
            "my.frp",
            "my.itn",
            "my.nric",
            "my.sst",
            "no.vat",
            "nz.gst",
            "pe.ruc",
            "ph.tin",
            "ru.inn",
            "ru.kpp",
            "sa.vat",
            "sg.gst",
            "sg.uen",
            "th.id",
            "th.vat",
            "tw.vat",
            "us.ein",
            "za.vat",
            "bo.ci",
            "uy.rut",
            "uy.ci",
        ]
    );

    public static readonly TextShape ProductType = Named(
        "ProductType",
        ["physical", "discount", "shipping_fee", "sales_tax", "digital", "gift_card", "store_credit", "surcharge"]
    );

    public static readonly TextShape PaymentSource = Named(
        "TransactionPaymentSource",
        ["ecommerce", "moto", "recurring", "installment", "card_on_file"]
    );

    public static readonly TextShape Intent = Named("TransactionIntent", ["authorize", "capture"]);

    public static readonly TextShape CardType = Named("CardType", ["credit", "debit", "prepaid"]);

    public static readonly TextShape CardScheme = Named(
        "CardScheme",
        [.. Enum.GetValues<CardScheme>().Select(SchemeName).Order(StringComparer.Ordinal)]
    );

    public static readonly TextShape ErrorLocation = Named(
        "ErrorLocation",
        ["query", "body", "path", "header", "unknown"]
    );

    /// <summary>The scheme of a word that was checked to be one.</summary>
    public static CardScheme SchemeOf(string word) =>
        Enum.GetValues<CardScheme>().First(scheme => SchemeName(scheme) == word);

    /// <summary>The contract's word for a scheme.</summary>
    public static string SchemeName(CardScheme scheme) =>
        scheme switch
        {
            Core.Vault.CardScheme.Other => "other",
            Core.Vault.CardScheme.Accel => "accel",
            Core.Vault.CardScheme.Amex => "amex",
            Core.Vault.CardScheme.Bancontact => "bancontact",
            Core.Vault.CardScheme.CarteBancaire => "carte-bancaire",
            Core.Vault.CardScheme.Cirrus => "cirrus",
            Core.Vault.CardScheme.Culiance => "culiance",
            Core.Vault.CardScheme.Dankort => "dankort",
            Core.Vault.CardScheme.DinersClub => "diners-club",
            Core.Vault.CardScheme.Discover => "discover",
            Core.Vault.CardScheme.EftposAustralia => "eftpos-australia",
            Core.Vault.CardScheme.Elo => "elo",
            Core.Vault.CardScheme.Hipercard => "hipercard",
            Core.Vault.CardScheme.Jcb => "jcb",
            Core.Vault.CardScheme.Maestro => "maestro",
            Core.Vault.CardScheme.Mastercard => "mastercard",
            Core.Vault.CardScheme.Mir => "mir",
            Core.Vault.CardScheme.Nyce => "nyce",
            Core.Vault.CardScheme.Pulse => "pulse",
            Core.Vault.CardScheme.Qcard => "qcard",
            Core.Vault.CardScheme.Rupay => "rupay",
            Core.Vault.CardScheme.Star => "star",
            Core.Vault.CardScheme.Uatp => "uatp",
            Core.Vault.CardScheme.Unionpay => "unionpay",
            Core.Vault.CardScheme.Visa => "visa",
            _ => throw new System.Diagnostics.UnreachableException($"Scheme {scheme} has no name in this contract."),
        };

    public static TextShape Named(string name, string[] values) => new() { EnumName = name, Values = values };
}
