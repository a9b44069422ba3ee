using System.Globalization;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

/// <summary>Reads movements of money off Stripe's objects, each with the time at which Stripe booked it.</summary>
internal static class StripeLedger
{
    // A movement on a payment of ours that no operation of ours caused.
    private const string ByOtherHands = "";

    /// <summary>What happened to an intent of a service, whose last charge and that charge's booking are expanded.</summary>
    /// <exception cref="ListingFailedException">An intent of ours can't be read.</exception>
    public static IEnumerable<(ProviderMovement Movement, DateTimeOffset At)> MovementsOf(
        StripeObject intent,
        Guid service
    )
    {
        var charge = intent.Object("latest_charge");
        // A charge that failed reserved nothing.
        if (
            !StripeMetadata.IsOf(intent, service)
            || StripeMetadata.OperationOf(intent) is not { } operation
            || charge.Text("status") != "succeeded"
        )
        {
            yield break;
        }

        var id = StripeIntents.Id(intent) ?? throw Unreadable("id");
        var currency = intent.Text("currency");
        var chargedAt = Time(charge.Whole("created")) ?? throw Unreadable(id);
        var capturedAt = Time(charge.Object("balance_transaction").Whole("created")) ?? chargedAt;
        var received = intent.Whole("amount_received") ?? throw Unreadable(id);

        if (intent.Text("capture_method") == "manual")
        {
            var reserved = Amount(intent.Whole("amount"), currency, id);
            yield return (new(operation.ToString(), MovementKind.Authorization, reserved, id), chargedAt);
            foreach (var capture in Captures(intent, received, currency, id))
            {
                yield return (capture, capturedAt);
            }

            if (intent.Text("status") == "canceled")
            {
                // Of several marks the oldest is the one that Stripe carried out; later ones found it done.
                var key = StripeMetadata.Voids(intent) is [var first, ..] ? first.Key.ToString() : ByOtherHands;
                var endedAt = Time(intent.Whole("canceled_at")) ?? throw Unreadable(id);
                yield return (new(key, MovementKind.Void, reserved, id), endedAt);
            }
        }
        else if (received > 0)
        {
            yield return (
                new(operation.ToString(), MovementKind.Capture, Amount(received, currency, id), id),
                capturedAt
            );
        }
    }

    /// <summary>A refund whose intent is expanded; null when it moved nothing or is of somebody else's payment.</summary>
    /// <exception cref="ListingFailedException">A refund of ours can't be read.</exception>
    public static ProviderMovement? RefundOf(StripeObject refund, Guid service)
    {
        var operation = StripeMetadata.OperationOf(refund);
        var isOfOurs = StripeMetadata.IsOf(refund.Object("payment_intent"), service);
        // When a reservation is released, Stripe writes a refund of what was not captured, without a booking.
        var isBooked = operation is not null || refund.Text("balance_transaction") is not null;
        if (!isOfOurs || !isBooked || refund.Text("status") != "succeeded")
        {
            return null;
        }

        var id = StripeIntents.Id(refund) ?? throw Unreadable("id");
        return new(
            operation?.ToString() ?? ByOtherHands,
            MovementKind.Refund,
            Amount(refund.Whole("amount"), refund.Text("currency"), id),
            id
        );
    }

    // One capture took what Stripe received, whatever its mark says. Several are told apart by their marks alone.
    private static IEnumerable<ProviderMovement> Captures(
        StripeObject intent,
        long received,
        string? currency,
        string id
    )
    {
        if (received <= 0)
        {
            return [];
        }

        var reference = StripeIntents.ChargeId(intent) ?? id;
        return StripeMetadata.Captures(intent) switch
        {
            [] => [new ProviderMovement(ByOtherHands, MovementKind.Capture, Amount(received, currency, id), reference)],
            [var only] =>
            [
                new ProviderMovement(
                    only.Key.ToString(),
                    MovementKind.Capture,
                    Amount(received, currency, id),
                    reference
                ),
            ],
            var marks => marks.Select(mark => new ProviderMovement(
                mark.Key.ToString(),
                MovementKind.Capture,
                Amount(Whole(mark.Value), currency, id),
                reference
            )),
        };
    }

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Money Amount(long? amount, string? currency, string id) =>
        StripeMoney.Read(amount, currency) ?? throw Unreadable(id);

    private static DateTimeOffset? Time(long? seconds) =>
        seconds is { } value && value is >= 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(value) : null;

    private static ListingFailedException Unreadable(string id) => new($"Stripe's object '{id}' can't be read");
}
