using System.Text;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

/// <summary>The card of a payment as it may be shown and kept: no number, no security code.</summary>
/// <param name="Display">Last four, BIN, scheme, fingerprint.</param>
/// <param name="Expiry"><c>MM/YY</c>; may be kept because the number is not: a truncated number is no PAN (PCI DSS 4.0.1, glossary).</param>
/// <param name="StoredMethodId">The stored payment method that it came from; null for a card of its own.</param>
public sealed record PaymentCard(CardDisplay Display, string Expiry, Guid? StoredMethodId)
{
    /// <summary>What may be kept of a card.</summary>
    public static PaymentCard Of(CardData card, string fingerprint, Guid? storedMethodId = null) =>
        new(CardDisplay.Of(card.Number, fingerprint), Encoding.ASCII.GetString(card.Expiry.Reveal()), storedMethodId);
}
