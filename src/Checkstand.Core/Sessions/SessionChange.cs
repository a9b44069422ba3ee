using Checkstand.Core.Vault;

namespace Checkstand.Core.Sessions;

/// <summary>What a decision about one session asks the store to do, all in one transaction.</summary>
public abstract record SessionChange
{
    private SessionChange() { }

    /// <summary>Keep this state of the session, with its card as it is in the vault.</summary>
    public sealed record Save(CheckoutSession Session) : SessionChange;

    /// <summary>
    /// Keep this state and this card, which takes the place of any earlier one. Of a session that was paid, the code is
    /// not kept: no authorization can follow that it could be for (PCI DSS 4.0.1 requirement 3.3.1).
    /// </summary>
    public sealed record SaveWithCard(CheckoutSession Session, SealedCard Card) : SessionChange;

    /// <summary>Keep this state and remove any card that the vault holds for it.</summary>
    public sealed record SaveWithoutCard(CheckoutSession Session) : SessionChange;

    /// <summary>Remove the session and its card.</summary>
    public sealed record Remove : SessionChange;
}
