using Checkstand.Core.Sessions;

namespace Checkstand.Core.Vault;

/// <summary>
/// Whom a sealed card belongs to: a checkout session until it ends, or a stored payment method until it is deleted; or
/// the webhook endpoint that a sealed secret belongs to. Kind and id are part of every ciphertext's associated data, so
/// what is sealed for one owner opens for no other.
/// </summary>
public readonly record struct CardOwner
{
    /// <summary>The longest associated data: one byte for the part, the id, one for the kind.</summary>
    internal const int AssociatedBytesMax = 1 + IdBytes + 1;

    private const int IdBytes = 16;

    // Behind the id, so that the associated data of a session, which have no such byte, stay what they were.
    private const byte SessionMark = 0;
    private const byte PaymentMethodMark = 1;
    private const byte WebhookEndpointMark = 2;

    private readonly Guid id;
    private readonly byte mark;

    private CardOwner(Guid id, byte mark)
    {
        this.id = id;
        this.mark = mark;
    }

    /// <summary>
    /// Whether a security code may be sealed for it. Not for a stored payment method: a code must not outlive
    /// authorization (PCI DSS 4.0.1 requirement 3.3.1), and a stored method outlives many.
    /// </summary>
    public bool MayHaveCode => mark == SessionMark;

    /// <summary>A checkout session.</summary>
    public static CardOwner Of(SessionId session) => new(session.Value, SessionMark);

    /// <summary>A stored payment method.</summary>
    public static CardOwner PaymentMethod(Guid id) => new(id, PaymentMethodMark);

    /// <summary>A webhook endpoint, which has a secret and no card.</summary>
    internal static CardOwner WebhookEndpoint(Guid id) => new(id, WebhookEndpointMark);

    /// <summary>A checkout session.</summary>
    public static implicit operator CardOwner(SessionId session) => Of(session);

    /// <summary>Writes the associated data of a part of the owner's card.</summary>
    /// <returns>How many bytes: 17 for a session, 18 for every other.</returns>
    internal int Associate(Span<byte> associated, byte part)
    {
        associated[0] = part;
        id.TryWriteBytes(associated[1..], bigEndian: true, out _);
        if (mark == SessionMark)
        {
            return 1 + IdBytes;
        }

        associated[1 + IdBytes] = mark;
        return AssociatedBytesMax;
    }
}
