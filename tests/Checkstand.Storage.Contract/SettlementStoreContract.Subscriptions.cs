using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class SettlementStoreContract
{
    [Fact]
    public async Task A_lasting_subscription_and_a_trial_of_the_buyer_are_told()
    {
        var product = await AddProductAsync(new CalendarSpan(CalendarUnit.Month, 1));
        var checkout = await AddAsync(product: product);
        var confirmed = await ConfirmAsync(checkout.Id);
        var subscription = TradeSamples.Subscription(
            confirmed.Parts.Checkout.Buyer.CustomerId!.Value,
            product,
            Samples.Now.AddDays(30)
        ) with
        {
            TrialStartsAt = Samples.Now,
        };
        await Stores.Settlements.SettleAsync(checkout.Id, to => TradeSamples.Success(to, subscription), None);

        var seen = await AskAsync((await AddAsync(product: product)).Id);

        Assert.Equal(subscription.Id, seen.ActiveSubscription!.Id);
        Assert.True(seen.HadTrial);
    }

    [Fact]
    public async Task An_upgrade_is_told_with_its_subscription_and_whether_another_one_is_under_way()
    {
        var product = await AddProductAsync(new CalendarSpan(CalendarUnit.Month, 1));
        var subscription = await SubscribeAsync(product);
        var other = await SubscribeAsync(product);
        Checkout Upgrade(Checkout checkout) => checkout with { SubscriptionId = subscription.Id };
        var first = await AddAsync(Upgrade, product);
        var second = await AddAsync(Upgrade, product);
        var elsewhere = await AddAsync(checkout => checkout with { SubscriptionId = other.Id }, product);

        var before = await AskAsync(second.Id);
        await ConfirmAsync(first.Id);
        var during = await AskAsync(second.Id);
        await Stores.Settlements.SettleAsync(first.Id, TradeSamples.Failure, None);
        var after = await AskAsync(second.Id);

        Assert.Equal((subscription.Id, false), (before.Upgraded!.Id, before.IsBeingUpgraded));
        Assert.Equal((subscription.Id, true), (during.Upgraded!.Id, during.IsBeingUpgraded));
        Assert.Equal((subscription.Id, false), (after.Upgraded!.Id, after.IsBeingUpgraded));
        await ConfirmAsync(elsewhere.Id);
        Assert.False((await AskAsync(second.Id)).IsBeingUpgraded);
    }

    [Fact]
    public async Task A_checkout_that_upgrades_nothing_is_told_with_no_subscription()
    {
        var checkout = await AddAsync();
        var stranger = await AddAsync(checkout => checkout with { SubscriptionId = RandomId.New() });

        var asked = await AskAsync(checkout.Id);
        var strange = await AskAsync(stranger.Id);

        Assert.Equal((null, false), (asked.Upgraded, asked.IsBeingUpgraded));
        Assert.Equal((null, false), (strange.Upgraded, strange.IsBeingUpgraded));
    }

    // What a confirmation would be decided on; it is refused.
    private async Task<CheckoutToConfirm> AskAsync(CheckoutId id)
    {
        CheckoutToConfirm? seen = null;
        await Stores.Settlements.ConfirmAsync(
            id,
            parts => parts.Checkout,
            to =>
            {
                seen = to;
                return new CheckoutProblem.PaymentNotReady();
            },
            None
        );
        return seen!;
    }

    private async Task<Subscription> SubscribeAsync(Product product)
    {
        var checkout = await AddAsync(product: product);
        var confirmed = await ConfirmAsync(checkout.Id);
        var subscription = TradeSamples.Subscription(
            confirmed.Parts.Checkout.Buyer.CustomerId!.Value,
            product,
            Samples.Now.AddDays(30)
        );
        await Stores.Settlements.SettleAsync(checkout.Id, to => TradeSamples.Success(to, subscription), None);
        return subscription;
    }
}
