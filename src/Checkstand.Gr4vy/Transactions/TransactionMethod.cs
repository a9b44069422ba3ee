using System.Text.Json;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>The payment method of a request (contract section 6.1): exactly one of session, card and stored id is set.</summary>
internal sealed class TransactionMethod : IDisposable
{
    private Guid? seenOnSession;

    /// <summary>A checkout session.</summary>
    public SessionId? Session { get; private init; }

    /// <summary>A card that the request brought.</summary>
    public CardData? Card { get; private init; }

    /// <summary>A stored payment method.</summary>
    public Guid? StoredId { get; private init; }

    /// <summary>The code typed beside a stored method.</summary>
    public SecurityCode? Code { get; private init; }

    /// <summary>
    /// The stored method that is paid with, named by the request or put on its session; null when it is another card, or
    /// before <see cref="FindStoredAsync"/>.
    /// </summary>
    public StoredPaymentMethod? Stored { get; private set; }

    /// <summary>Where the buyer goes after a challenge.</summary>
    public string? RedirectUrl { get; private init; }

    /// <summary>The stored buyer.</summary>
    public Guid? BuyerId { get; private init; }

    /// <summary>The merchant's own id of the buyer.</summary>
    public string? BuyerExternalIdentifier { get; private init; }

    /// <summary>The merchant's own id of the method, when it is to be stored.</summary>
    public string? ExternalIdentifier { get; private init; }

    /// <summary>Reads it from a request that has one.</summary>
    public static TransactionMethod Read(CheckedObject body)
    {
        using var parsed = JsonDocument.Parse(body["payment_method"]);
        var sent = parsed.RootElement;
        var kind = sent.GetProperty("method").GetString();
        return new TransactionMethod
        {
            Session = kind == "checkout-session" ? new SessionId(sent.GetProperty("id").GetGuid()) : null,
            Card = kind == "card" ? SentCard.Read(sent) : null,
            StoredId = kind == "id" ? sent.GetProperty("id").GetGuid() : null,
            Code = kind == "id" ? SentCard.ReadCode(sent) : null,
            RedirectUrl = Text(sent, "redirect_url"),
            BuyerId = Text(sent, "buyer_id") is { } buyer ? Guid.Parse(buyer) : null,
            BuyerExternalIdentifier = Text(sent, "buyer_external_identifier"),
            ExternalIdentifier = Text(sent, "external_identifier"),
        };
    }

    /// <summary>Finds the stored method that is paid with. What does not exist is for the payment to refuse.</summary>
    public async Task FindStoredAsync(Call call)
    {
        var id = StoredId;
        if (Session is { } session)
        {
            var found = await call.Sessions.GetAsync(session, call.Cancellation);
            id = seenOnSession = found.TryGet(out var open, out _) ? StoredIdOf(open) : null;
        }

        if (id is { } known)
        {
            var found = await call.Services.PaymentMethods.GetAsync(known, call.Merchant, call.Cancellation);
            Stored = found.TryGet(out var stored, out _) ? stored : null;
        }
    }

    /// <summary>Whether a session, as it is charged, has the stored method that was seen on it, or none as then.</summary>
    public bool IsStillOn(CheckoutSession session) => StoredIdOf(session) == seenOnSession;

    /// <summary>Wipes the card.</summary>
    public void Dispose()
    {
        Card?.Dispose();
        Code?.Dispose();
    }

    private static Guid? StoredIdOf(CheckoutSession session) =>
        (session.PaymentMethod as SessionPaymentMethod.Stored)?.Id;

    private static string? Text(JsonElement sent, string name) =>
        sent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
