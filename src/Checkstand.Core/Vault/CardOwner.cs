using Checkstand.Core.Sessions;

namespace Checkstand.Core.Vault;

/// <summary>
/// Whom a sealed card belongs to: a checkout session until it ends, or a stored payment method until it is deleted.
/// Kind and id are part of every ciphertext's associated data, so a card of one owner opens for no other.
/// </summary>
public readonly record struct CardOwner
{
    /// <summary>The longest associated data: one byte for the part, the id, one for the kind.</summary>
    internal const int AssociatedBytesMax = 1 + IdBytes + 1;

    private const int IdBytes = 16;

    // Behind the id, so that the associated data of a session, which have no such byte, stay what they were.
    private const byte PaymentMethodMark = 1;

    private readonly Guid id;
    private readonly bool isPaymentMethod;

    private CardOwner(Guid id, bool isPaymentMethod)
    {
        this.id = id;
        this.isPaymentMethod = isPaymentMethod;
    }

    /// <summary>
    /// Whether a security code may be sealed for it. Not for a stored payment method: a code must not outlive
    /// authorization (PCI DSS 4.0.1 requirement 3.3.1), and a stored method outlives many.
    /// </summary>
    public bool MayHaveCode => !isPaymentMethod;

    /// <summary>A checkout session.</summary>
    public static CardOwner Of(SessionId session) => new(session.Value, isPaymentMethod: false);

    /// <summary>A stored payment method.</summary>
    public static CardOwner PaymentMethod(Guid id) => new(id, isPaymentMethod: true);

    /// <summary>A checkout session.</summary>
    public static implicit operator CardOwner(SessionId session) => Of(session);

    /// <summary>Writes the associated data of a part of the owner's card.</summary>
    /// <returns>How many bytes: 17 for a session, 18 for a payment method.</returns>
    internal int Associate(Span<byte> associated, byte part)
    {
        associated[0] = part;
        id.TryWriteBytes(associated[1..], bigEndian: true, out _);
        if (!isPaymentMethod)
        {
            return 1 + IdBytes;
        }

        associated[1 + IdBytes] = PaymentMethodMark;
        return AssociatedBytesMax;
    }
}
