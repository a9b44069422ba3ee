using Checkstand.Core;
using Checkstand.Core.Checkouts;

namespace Checkstand.Server.Dev.Faults;

/// <summary>
/// The store of confirmations and settlements with a kill switch around its writes. "Before" is inside the transaction, as
/// in <see cref="KillingPaymentStore"/>.
/// </summary>
internal sealed class KillingSettlementStore(ICheckoutSettlementStore inner, KillSwitch killSwitch)
    : ICheckoutSettlementStore
{
    public async Task<Result<Confirmed, CheckoutProblem>> ConfirmAsync(
        CheckoutId id,
        Func<CheckoutParts, Result<Checkout, CheckoutProblem>> change,
        Func<CheckoutToConfirm, Result<Confirmation, CheckoutProblem>> decide,
        CancellationToken cancellation
    )
    {
        var confirmed = await inner.ConfirmAsync(
            id,
            change,
            to =>
            {
                var decided = decide(to);
                if (decided.TryGet(out _, out _))
                {
                    killSwitch.Before(PaymentStep.ConfirmCheckout);
                }

                return decided;
            },
            cancellation
        );
        if (confirmed.TryGet(out _, out _))
        {
            killSwitch.After(PaymentStep.ConfirmCheckout);
        }

        return confirmed;
    }

    public async Task<Settlement?> SettleAsync(
        CheckoutId id,
        Func<CheckoutToSettle, Settlement?> decide,
        CancellationToken cancellation
    )
    {
        var settled = await inner.SettleAsync(
            id,
            to =>
            {
                var decided = decide(to);
                if (decided is not null)
                {
                    killSwitch.Before(PaymentStep.SettleCheckout);
                }

                return decided;
            },
            cancellation
        );
        if (settled is not null)
        {
            killSwitch.After(PaymentStep.SettleCheckout);
        }

        return settled;
    }

    public ValueTask<IReadOnlyList<CheckoutId>> UnsettledAsync(int max, CancellationToken cancellation) =>
        inner.UnsettledAsync(max, cancellation);
}
