namespace Checkstand.Core.Vault;

/// <summary>The card schemes that both dialects name (contract gr4vy section 2.5).</summary>
public enum CardScheme
{
    /// <summary>No published range covers the number.</summary>
    Other,

    /// <summary>Accel (United States debit).</summary>
    Accel,

    /// <summary>American Express.</summary>
    Amex,

    /// <summary>Bancontact (Belgium).</summary>
    Bancontact,

    /// <summary>Cartes Bancaires (France).</summary>
    CarteBancaire,

    /// <summary>Cirrus.</summary>
    Cirrus,

    /// <summary>Culiance.</summary>
    Culiance,

    /// <summary>Dankort (Denmark).</summary>
    Dankort,

    /// <summary>Diners Club.</summary>
    DinersClub,

    /// <summary>Discover.</summary>
    Discover,

    /// <summary>eftpos (Australia).</summary>
    EftposAustralia,

    /// <summary>Elo (Brazil).</summary>
    Elo,

    /// <summary>Hipercard (Brazil).</summary>
    Hipercard,

    /// <summary>JCB.</summary>
    Jcb,

    /// <summary>Maestro.</summary>
    Maestro,

    /// <summary>Mastercard.</summary>
    Mastercard,

    /// <summary>Mir (Russia).</summary>
    Mir,

    /// <summary>NYCE (United States debit).</summary>
    Nyce,

    /// <summary>Pulse (United States debit).</summary>
    Pulse,

    /// <summary>QCard.</summary>
    Qcard,

    /// <summary>RuPay (India).</summary>
    Rupay,

    /// <summary>Star (United States debit).</summary>
    Star,

    /// <summary>UATP, the airlines' own.</summary>
    Uatp,

    /// <summary>UnionPay.</summary>
    Unionpay,

    /// <summary>Visa.</summary>
    Visa,
}
