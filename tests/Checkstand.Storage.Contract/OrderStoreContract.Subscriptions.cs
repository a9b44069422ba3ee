using Checkstand.Core;
using Checkstand.Core.Orders;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class OrderStoreContract
{
    private static readonly CalendarSpan Monthly = new(CalendarUnit.Month, 1);

    [Fact]
    public async Task Every_field_of_a_subscription_is_kept_over_a_restart()
    {
        var subscription = await SubscribeAsync(subscription =>
            subscription with
            {
                ModifiedAt = Samples.Now.AddMilliseconds(3),
                DiscountId = RandomId.New(),
                TrialStartsAt = Samples.Now,
                TrialEndsAt = Samples.Now.AddDays(7),
                CancelsAtPeriodEnd = true,
                CanceledAt = Samples.Now.AddDays(1),
                EndedAt = Samples.Now.AddDays(2),
                CancellationReason = "too_expensive",
                CancellationComment = "Łódź 🛒",
                Seats = 4,
                Metadata = new JsonText("""{"a":1.5}"""u8.ToArray()),
                CustomFieldData = new JsonText("""{"size":"XL"}"""u8.ToArray()),
            }
        );

        await CloseAsync();
        Stores = await OpenAsync();

        var found = (await Orders.FindSubscriptionAsync(acme, subscription.Id, None))!;
        Assert.Equal(TextOf(subscription), TextOf(found.Subscription));
        Assert.Equal(subscription.CustomerId, found.Customer.Id);
    }

    [Fact]
    public async Task A_subscription_of_another_organization_is_as_one_that_never_was()
    {
        var subscription = await SubscribeAsync();

        Assert.Null(await Orders.FindSubscriptionAsync(stranger, subscription.Id, None));
        var page = await Orders.ListSubscriptionsAsync(stranger, new SubscriptionFilter(), First, None);
        Assert.Equal(0, page.TotalCount);
        var changed = await Orders.ChangeSubscriptionAsync(
            stranger,
            subscription.Id,
            known => known.Revoke(null, null, Samples.Now),
            None
        );
        Assert.False(changed.TryGet(out _, out var problem));
        Assert.Equal(new SubscriptionProblem.NotFound(), problem);
    }

    [Fact]
    public async Task A_change_is_stored_and_a_refusal_is_not()
    {
        var subscription = await SubscribeAsync();

        var canceled = await Orders.ChangeSubscriptionAsync(
            acme,
            subscription.Id,
            known => known.Cancel("unused", "bye", Samples.Now.AddDays(1)),
            None
        );
        var again = await Orders.ChangeSubscriptionAsync(
            acme,
            subscription.Id,
            known => known.Cancel(null, null, Samples.Now.AddDays(2)),
            None
        );

        Assert.True(canceled.TryGet(out var after, out _));
        Assert.False(again.TryGet(out _, out var problem));
        Assert.Equal(new SubscriptionProblem.AlreadyCanceled(), problem);
        var found = (await Orders.FindSubscriptionAsync(acme, subscription.Id, None))!.Subscription;
        Assert.Equal(TextOf(after!.Subscription), TextOf(found));
        Assert.Equal("bye", found.CancellationComment);
    }

    [Fact]
    public async Task Due_are_those_that_end_or_whose_trial_ends_and_no_others()
    {
        var trial = await SubscribeAsync(known => known with { Status = SubscriptionStatus.Trialing });
        var leaving = await SubscribeAsync(known =>
            known with
            {
                CancelsAtPeriodEnd = true,
                PeriodEndsAt = known.PeriodEndsAt.AddHours(-1),
            }
        );
        await SubscribeAsync();
        await SubscribeAsync(known => known with { Status = SubscriptionStatus.Canceled });

        Assert.Equal([leaving.Id, trial.Id], await DueAsync(trial.PeriodEndsAt));
        Assert.Equal([leaving.Id], await DueAsync(trial.PeriodEndsAt.AddMilliseconds(-1)));
        Assert.Single(await Orders.DueSubscriptionsAsync(trial.PeriodEndsAt, 1, None));

        async Task<IEnumerable<Guid>> DueAsync(DateTimeOffset by) =>
            (await Orders.DueSubscriptionsAsync(by, 10, None)).Select(due => due.Id);
    }

    [Fact]
    public async Task Each_filter_of_subscriptions_finds_its_subscriptions_only()
    {
        var first = await SubscribeAsync(known =>
            known with
            {
                Metadata = new JsonText("""{"cohort":"a"}"""u8.ToArray()),
                DiscountId = RandomId.New(),
            }
        );
        var second = await SubscribeAsync(
            known =>
                known with
                {
                    Status = SubscriptionStatus.Canceled,
                    CreatedAt = known.CreatedAt.AddHours(1),
                    CanceledAt = known.CreatedAt.AddHours(2),
                    CancelsAtPeriodEnd = true,
                    CancellationReason = "other",
                },
            "grace@example.com",
            "grace-1"
        );
        var canceled = second.CanceledAt!.Value;

        await FindsAsync([first], new SubscriptionFilter { ProductIds = [first.ProductId] });
        await FindsAsync([first], new SubscriptionFilter { CustomerIds = [first.CustomerId] });
        await FindsAsync([first], new SubscriptionFilter { DiscountIds = [first.DiscountId!.Value] });
        await FindsAsync([first], new SubscriptionFilter { IsActive = true });
        await FindsAsync([second], new SubscriptionFilter { IsActive = false });
        await FindsAsync([second], new SubscriptionFilter { Statuses = [SubscriptionStatus.Canceled] });
        await FindsAsync([second], new SubscriptionFilter { ExternalCustomerIds = ["grace-1"] });
        await FindsAsync([second], new SubscriptionFilter { CancelsAtPeriodEnd = true });
        await FindsAsync([second], new SubscriptionFilter { CancellationReasons = ["other", "unused"] });
        await FindsAsync([second], new SubscriptionFilter { CanceledFrom = canceled, CanceledUntil = canceled });
        await FindsAsync([], new SubscriptionFilter { CanceledFrom = canceled.AddMilliseconds(1) });
        await FindsAsync([second], new SubscriptionFilter { StartedAfter = first.CreatedAt });
        await FindsAsync([first], new SubscriptionFilter { StartedBefore = second.CreatedAt });
        await FindsAsync([first], new SubscriptionFilter { Metadata = Samples.Wanted(("cohort", ["a"])) });
    }

    [Theory]
    [InlineData(SubscriptionOrder.StartedAt)]
    [InlineData(SubscriptionOrder.PeriodEndsAt)]
    [InlineData(SubscriptionOrder.Amount)]
    [InlineData(SubscriptionOrder.EndedAt)]
    [InlineData(SubscriptionOrder.EndsAt)]
    [InlineData(SubscriptionOrder.Customer)]
    [InlineData(SubscriptionOrder.Product)]
    public async Task Subscriptions_come_in_each_order(SubscriptionOrder by)
    {
        var low = await SubscribeAsync(
            known => known with { EndedAt = Samples.Now, MinorUnits = 1 },
            "ada@example.com",
            productName: "Anorak"
        );
        var high = await SubscribeAsync(
            known =>
                known with
                {
                    CreatedAt = known.CreatedAt.AddHours(1),
                    PeriodEndsAt = known.PeriodEndsAt.AddHours(1),
                    EndedAt = Samples.Now.AddHours(1),
                },
            "zoe@example.com",
            productName: "Tent"
        );

        Assert.Equal([low.Id, high.Id], await ListAsync(false));
        Assert.Equal([high.Id, low.Id], await ListAsync(true));

        async Task<IEnumerable<Guid>> ListAsync(bool isDescending)
        {
            var filter = new SubscriptionFilter { Sorting = [new Sorting<SubscriptionOrder>(by, isDescending)] };
            var page = await Orders.ListSubscriptionsAsync(acme, filter, First, None);
            return page.Items.Select(parts => parts.Subscription.Id);
        }
    }

    private async Task FindsAsync(Subscription[] expected, SubscriptionFilter filter)
    {
        var page = await Orders.ListSubscriptionsAsync(acme, filter, First, None);
        Assert.Equal(expected.Select(one => one.Id), page.Items.Select(parts => parts.Subscription.Id));
        Assert.Equal(expected.Length, page.TotalCount);
    }

    private async Task<Subscription> SubscribeAsync(
        Func<Subscription, Subscription>? change = null,
        string email = "ada@example.com",
        string? externalId = null,
        string productName = "Club"
    )
    {
        var product = await AddProductAsync(productName, Monthly);
        Subscription? made = null;
        await SellAsync(
            product,
            order => order,
            email,
            externalId,
            customer =>
            {
                var subscription = TradeSamples.Subscription(customer, product, Samples.Now.AddMonths(1));
                return made = change?.Invoke(subscription) ?? subscription;
            }
        );
        return made!;
    }
}
