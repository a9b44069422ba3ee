using System.Globalization;
using System.Runtime.CompilerServices;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

public sealed partial class StripeConnector
{
    // With its charge and its booking a payment has up to 10 kB; 50 stay well below the limit of an answer.
    private const int MovementPageItems = 50;

    // 100,000 payments. A longer list is asked for in shorter spans.
    private const int MovementPagesMax = 2_000;

    private static readonly DateTimeOffset Beginning = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The longest that Stripe lets a reservation wait for its capture or its end.
    private static readonly TimeSpan ReservationMax = TimeSpan.FromDays(31);

    /// <inheritdoc/>
    /// <remarks>
    /// Payments that do not carry this payment service's id are somebody else's and are left out. What moved on a payment of ours by another
    /// hand (a capture, refund or cancellation in Stripe's dashboard, a reservation that ran out) is listed with an
    /// empty key. A refund that fails later is not listed.
    /// </remarks>
    /// <exception cref="ListingFailedException">The list could not be read to its end.</exception>
    public async IAsyncEnumerable<ProviderMovement> ListMovementsAsync(
        ProviderAccount service,
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var account =
            AccountOf(service, "a listing")
            ?? throw new ListingFailedException("the payment service names a Stripe account that is not configured");

        // Nothing moved before there was a Stripe, and Stripe takes no time before 1970.
        var since = from < Beginning ? Beginning : from;
        // Captures and voids have no list of their own: they are read off the intents, which may have been made before.
        var intents =
            $"{Intents}?created[gte]={Seconds(since - ReservationMax)}&created[lt]={SecondsUp(until)}"
            + $"&limit={MovementPageItems}&expand[]=data.latest_charge.balance_transaction";
        await foreach (var intent in ListAsync(account, intents, MovementPagesMax, cancellation))
        {
            foreach (var (movement, at) in StripeLedger.MovementsOf(intent, service.PaymentServiceId))
            {
                if (at >= from && at < until)
                {
                    yield return movement;
                }
            }
        }

        var refunds =
            $"{Refunds}?created[gte]={Seconds(since)}&created[lt]={SecondsUp(until)}"
            + $"&limit={MovementPageItems}&expand[]=data.payment_intent";
        await foreach (var refund in ListAsync(account, refunds, MovementPagesMax, cancellation))
        {
            if (StripeLedger.RefundOf(refund, service.PaymentServiceId) is { } movement)
            {
                yield return movement;
            }
        }
    }

    private static string Seconds(DateTimeOffset time) =>
        time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string SecondsUp(DateTimeOffset time) =>
        ((time.ToUnixTimeMilliseconds() + 999) / 1000).ToString(CultureInfo.InvariantCulture);
}
