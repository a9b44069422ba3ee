using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Card scheme.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CardScheme>))]
public readonly record struct CardScheme(string Value) : IOpenEnum<CardScheme>
{
    /// <summary><c>accel</c></summary>
    public static CardScheme Accel { get; } = new("accel");

    /// <summary><c>amex</c></summary>
    public static CardScheme Amex { get; } = new("amex");

    /// <summary><c>bancontact</c></summary>
    public static CardScheme Bancontact { get; } = new("bancontact");

    /// <summary><c>carte-bancaire</c></summary>
    public static CardScheme CarteBancaire { get; } = new("carte-bancaire");

    /// <summary><c>cirrus</c></summary>
    public static CardScheme Cirrus { get; } = new("cirrus");

    /// <summary><c>culiance</c></summary>
    public static CardScheme Culiance { get; } = new("culiance");

    /// <summary><c>dankort</c></summary>
    public static CardScheme Dankort { get; } = new("dankort");

    /// <summary><c>diners-club</c></summary>
    public static CardScheme DinersClub { get; } = new("diners-club");

    /// <summary><c>discover</c></summary>
    public static CardScheme Discover { get; } = new("discover");

    /// <summary><c>eftpos-australia</c></summary>
    public static CardScheme EftposAustralia { get; } = new("eftpos-australia");

    /// <summary><c>elo</c></summary>
    public static CardScheme Elo { get; } = new("elo");

    /// <summary><c>hipercard</c></summary>
    public static CardScheme Hipercard { get; } = new("hipercard");

    /// <summary><c>jcb</c></summary>
    public static CardScheme Jcb { get; } = new("jcb");

    /// <summary><c>maestro</c></summary>
    public static CardScheme Maestro { get; } = new("maestro");

    /// <summary><c>mastercard</c></summary>
    public static CardScheme Mastercard { get; } = new("mastercard");

    /// <summary><c>mir</c></summary>
    public static CardScheme Mir { get; } = new("mir");

    /// <summary><c>nyce</c></summary>
    public static CardScheme Nyce { get; } = new("nyce");

    /// <summary><c>other</c></summary>
    public static CardScheme Other { get; } = new("other");

    /// <summary><c>pulse</c></summary>
    public static CardScheme Pulse { get; } = new("pulse");

    /// <summary><c>qcard</c></summary>
    public static CardScheme Qcard { get; } = new("qcard");

    /// <summary><c>rupay</c></summary>
    public static CardScheme Rupay { get; } = new("rupay");

    /// <summary><c>star</c></summary>
    public static CardScheme Star { get; } = new("star");

    /// <summary><c>uatp</c></summary>
    public static CardScheme Uatp { get; } = new("uatp");

    /// <summary><c>unionpay</c></summary>
    public static CardScheme Unionpay { get; } = new("unionpay");

    /// <summary><c>visa</c></summary>
    public static CardScheme Visa { get; } = new("visa");

    /// <inheritdoc/>
    public static CardScheme From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
