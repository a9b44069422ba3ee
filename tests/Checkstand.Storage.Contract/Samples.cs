using System.Text;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Storage.Contract;

/// <summary>What the contracts put into stores. A ciphertext is opaque to a store, so any bytes stand for one.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, 123, TimeSpan.Zero);

    public static readonly MerchantAccountId Owner = MerchantAccountId.Parse("shop-1");

    public static readonly SessionPaymentMethod CardMethod = new SessionPaymentMethod.Card(
        new CardDisplay("1111", "411111", CardScheme.Visa, new string('a', 64)),
        "SW1A 1AA"
    );

    // Captured from the TypeScript SDK's create(full), contract gr4vy section 9; the texts beyond ASCII are ours.
    private static readonly (SessionField Field, string Json)[] Full =
    [
        (SessionField.CartItems, """[{"name":"GoPro HD","quantity":2,"unit_amount":1299,"categories":["camera"]}]"""),
        (SessionField.Metadata, """{"cohort":"a","Łódź 🛒":"\ud83d\ude00","quote":"\"\\","nul-free":"\u0001"}"""),
        (
            SessionField.Buyer,
            """{"display_name":"محمد 東京","billing_details":{"tax_id":{"value":"1","kind":"us.ein"}}}"""
        ),
        (SessionField.Airline, """{"booking_code":"X","legs":[{"arrival_airport":"LAX"}],"passengers":null}"""),
        (SessionField.Amount, "99999999"),
        (SessionField.Currency, "\"USD\""),
        (SessionField.PaymentServiceId, "\"fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae\""),
        (SessionField.Country, "\"GB\""),
        (SessionField.IsSubsequentPayment, "false"),
        (SessionField.MerchantInitiated, "true"),
        (SessionField.PaymentSource, "\"ecommerce\""),
        (SessionField.Intent, "\"capture\""),
    ];

    /// <summary>A new session that says nothing but its end.</summary>
    public static CheckoutSession Session(DateTimeOffset? expiresAt = null) =>
        new()
        {
            Id = SessionId.New(Now),
            MerchantAccountId = Owner,
            CreatedAt = Now,
            ExpiresAt = expiresAt ?? Now.AddHours(1),
            Content = SessionContent.Empty,
        };

    /// <summary>A new session with something in every field.</summary>
    public static CheckoutSession FullSession() => Session() with { Content = Content(Full) };

    public static SessionContent Content(params ReadOnlySpan<(SessionField Field, string Json)> said)
    {
        var slots = new JsonText[SessionContent.FieldCount];
        foreach (var (field, json) in said)
        {
            slots[(int)field] = new JsonText(Encoding.UTF8.GetBytes(json));
        }

        return SessionContent.Of(slots);
    }

    public static CheckoutSession WithAmount(this CheckoutSession session, long amount) =>
        session with
        {
            Content = session.Content.Merge(Content((SessionField.Amount, amount.ToString()))),
        };

    /// <summary>A new stored payment method that says nothing but its card.</summary>
    public static StoredPaymentMethod Method(MerchantAccountId? owner = null) =>
        new()
        {
            Id = TimeOrderedId.New(Now),
            MerchantAccountId = owner ?? Owner,
            Card = new CardDisplay("1111", "411111", CardScheme.Visa, new string('a', 64)),
            Expiry = "12/35",
            CreatedAt = Now,
            UpdatedAt = Now,
        };

    /// <summary>A new stored payment method with something in every field.</summary>
    public static StoredPaymentMethod FullMethod() =>
        Method() with
        {
            BuyerId = Guid.Parse("fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae"),
            BuyerExternalIdentifier = "Łódź 🛒",
            ExternalIdentifier = "card of \"mine\"",
            SchemeTransactionId = "123456789012345",
            SchemeTransactionIdScheme = CardScheme.DinersClub,
            TransactionLinkId = "link",
            UpdatedAt = Now.AddMilliseconds(1),
            LastUsedAt = Now.AddMilliseconds(2),
            UsageCount = 3,
            CitLastUsedAt = Now.AddMilliseconds(4),
            CitUsageCount = long.MaxValue,
        };

    /// <summary>A sealed card whose bytes are no other's.</summary>
    public static SealedCard Card(string keyId = "kek-1", bool hasCode = true) =>
        new()
        {
            KeyId = keyId,
            WrappedKey = Bytes(60),
            Card = Bytes(37),
            Code = hasCode ? Bytes(19) : null,
        };

    /// <summary>Metadata that lists are narrowed by.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Wanted(
        params ReadOnlySpan<(string Key, string[] Values)> entries
    )
    {
        var wanted = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, values) in entries)
        {
            wanted[key] = values;
        }

        return wanted;
    }

    public static byte[] Bytes(int count) => System.Security.Cryptography.RandomNumberGenerator.GetBytes(count);
}
