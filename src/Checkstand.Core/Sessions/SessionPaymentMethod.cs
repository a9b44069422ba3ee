using Checkstand.Core.Vault;

namespace Checkstand.Core.Sessions;

/// <summary>What a session shows of the payment method that a browser put on it. Never a card number, expiry or code.</summary>
public abstract record SessionPaymentMethod
{
    private SessionPaymentMethod() { }

    /// <summary>A card in the vault.</summary>
    /// <param name="Display">What may be shown of it.</param>
    /// <param name="PostalCode">Billing postal code typed beside the card, for address verification; null when none was.</param>
    public sealed record Card(CardDisplay Display, string? PostalCode) : SessionPaymentMethod;

    /// <summary>A stored payment method.</summary>
    /// <param name="Id">The method.</param>
    /// <param name="Display">What may be shown of its card.</param>
    /// <param name="HasCode">Whether the vault holds a security code that was typed for this session.</param>
    /// <param name="PostalCode">As for a card.</param>
    public sealed record Stored(Guid Id, CardDisplay Display, bool HasCode, string? PostalCode) : SessionPaymentMethod;

    /// <summary>A Click to Pay checkout that the scheme's own page finished; its payload is fetched when it is paid with.</summary>
    /// <param name="MerchantTransactionId">The scheme's id of the transaction.</param>
    /// <param name="SrcCorrelationId">The scheme's correlation id.</param>
    /// <param name="SrcDpaId">The digital payment application that was used.</param>
    /// <param name="SrcCxFlowId">The customer experience flow, when the page named one.</param>
    public sealed record ClickToPay(
        string MerchantTransactionId,
        string SrcCorrelationId,
        string SrcDpaId,
        string? SrcCxFlowId
    ) : SessionPaymentMethod;
}
