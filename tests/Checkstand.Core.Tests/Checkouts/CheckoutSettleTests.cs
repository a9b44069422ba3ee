using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Taxes;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Buyer = Checkstand.Core.Checkouts.Buyer;

namespace Checkstand.Core.Tests.Checkouts;

/// <summary>What becomes of a confirmed checkout by the outcome of its payment.</summary>
public sealed class CheckoutSettleTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Organization Acme = new()
    {
        Id = OrganizationId.New(),
        Name = "Acme",
        Slug = "acme",
        CreatedAt = Now,
    };

    [Fact]
    public void An_outcome_that_is_not_known_settles_nothing()
    {
        var begun = Begin();
        ProviderAnswer[] open =
        [
            new ProviderAnswer.NeedsAction("/challenge"),
            new ProviderAnswer.Pending(),
            new ProviderAnswer.Unknown("lost"),
        ];

        Assert.Null(Settle(Confirmed(), begun));
        Assert.All(open, answer => Assert.Null(Settle(Confirmed(), Answered(begun, answer))));
    }

    [Fact]
    public void A_checkout_that_is_printed_shows_no_secret()
    {
        var parts = Confirmed();

        Assert.DoesNotContain(parts.Checkout.ClientSecret, parts.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(parts.Checkout.ClientSecret, $"{parts.Checkout}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CheckoutStatus.Open)]
    [InlineData(CheckoutStatus.Expired)]
    [InlineData(CheckoutStatus.Succeeded)]
    public void Only_a_confirmed_checkout_is_settled(CheckoutStatus status)
    {
        var parts = Confirmed();

        Assert.Null(
            Settle(
                parts with
                {
                    Checkout = parts.Checkout with { Status = status },
                },
                Answered(Begin(), new ProviderAnswer.Approved())
            )
        );
    }

    [Fact]
    public void A_refused_payment_opens_the_checkout_again_and_makes_nothing()
    {
        var parts = Confirmed();
        ProviderAnswer[] refusals =
        [
            new ProviderAnswer.Declined(PaymentErrorCode.IssuerDecline, MayTryElsewhere: false),
            new ProviderAnswer.Failed(PaymentErrorCode.ServiceError),
        ];

        foreach (var refusal in refusals)
        {
            var settled = Settle(parts, Answered(Begin(), refusal))!;

            Assert.Equal(parts.Checkout with { Status = CheckoutStatus.Open, ModifiedAt = Now }, settled.Checkout);
            Assert.Null(settled.Order);
            Assert.Null(settled.Subscription);
            Assert.Equal([EventType.CheckoutUpdated], settled.Events.Select(happened => happened.Type));
        }
    }

    [Fact]
    public void An_approved_payment_makes_an_order_and_tells_of_it_before_the_checkout()
    {
        var settled = Settle(Confirmed(), Answered(Begin(), new ProviderAnswer.Approved()))!;

        Assert.Equal(CheckoutStatus.Succeeded, settled.Checkout.Status);
        Assert.Equal(settled.Order!.Id, settled.Checkout.OrderId);
        Assert.Equal(
            (BillingReason.Purchase, 8L, "ACME-0008"),
            (settled.Order.BillingReason, settled.Order.Number, settled.Order.InvoiceNumber)
        );
        Assert.Equal(
            [EventType.OrderCreated, EventType.OrderUpdated, EventType.OrderPaid, EventType.CheckoutUpdated],
            settled.Events.Select(happened => happened.Type)
        );
    }

    [Fact]
    public void A_recurring_product_makes_a_subscription_first()
    {
        var settled = Settle(Confirmed(new CalendarSpan(CalendarUnit.Month, 1)), payment: null)!;

        Assert.Equal(settled.Subscription!.Id, settled.Order!.SubscriptionId);
        Assert.Equal(SubscriptionStatus.Active, settled.Subscription.Status);
        Assert.Equal(Now.AddMonths(1), settled.Subscription.PeriodEndsAt);
        Assert.Equal(
            [
                EventType.SubscriptionCreated,
                EventType.SubscriptionActive,
                EventType.SubscriptionUpdated,
                EventType.OrderCreated,
                EventType.OrderUpdated,
                EventType.OrderPaid,
                EventType.CustomerStateChanged,
                EventType.CheckoutUpdated,
            ],
            settled.Events.Select(happened => happened.Type)
        );
    }

    [Fact]
    public void A_subscription_that_ended_while_its_upgrade_was_paid_lasts_again()
    {
        var parts = Confirmed(new CalendarSpan(CalendarUnit.Month, 1));
        var begun = Settle(parts, payment: null)!.Subscription!;
        Assert.True(begun.Revoke("unused", "Bye", Now).TryGet(out var ended, out _));

        var settled = Settle(parts, Answered(Begin(), new ProviderAnswer.Approved()), ended!.Subscription)!;

        Assert.Equal(begun.Id, settled.Subscription!.Id);
        Assert.False(settled.IsNewSubscription);
        Assert.Equal(SubscriptionStatus.Active, settled.Subscription.Status);
        Assert.Null(settled.Subscription.EndedAt);
        Assert.Null(settled.Subscription.CanceledAt);
        Assert.Null(settled.Subscription.EndsAt);
    }

    [Fact]
    public void A_trial_is_ordered_for_nothing_and_costs_its_price_afterwards()
    {
        var parts = Confirmed(new CalendarSpan(CalendarUnit.Month, 1));
        parts = parts with { Checkout = parts.Checkout with { ActiveTrial = new CalendarSpan(CalendarUnit.Day, 7) } };

        var settled = Settle(parts, Answered(Begin(), new ProviderAnswer.Approved()))!;

        Assert.Equal(0, settled.Order!.Amounts.Total);
        Assert.Equal(0, settled.Order.Items.Sum(item => item.MinorUnits));
        Assert.Equal(parts.Checkout.Amounts.Amount, settled.Subscription!.MinorUnits);
        Assert.Equal(
            (SubscriptionStatus.Trialing, Now.AddDays(7)),
            (settled.Subscription.Status, settled.Subscription.PeriodEndsAt)
        );
        // It lasts from now on, as one that is paid does.
        Assert.Equal(
            [EventType.SubscriptionCreated, EventType.SubscriptionActive, EventType.SubscriptionUpdated],
            settled.Events.Take(3).Select(happened => happened.Type)
        );
    }

    [Fact]
    public void The_items_of_an_order_add_up_to_it() =>
        Property.Holds(
            from first in Gen.Choose(0, 1_000_000)
            from second in Gen.Choose(0, 1_000_000)
            from seats in Gen.Choose(1, 5)
            from tax in Gen.Choose(0, 300_000)
            select (first, second, seats, tax),
            input =>
            {
                var parts = Confirmed(prices: [Fixed(input.first), Seats(input.second)]);
                var amount = input.first + ((long)input.second * input.seats);
                parts = parts with
                {
                    Checkout = parts.Checkout with
                    {
                        Seats = input.seats,
                        Amounts = new Amounts(amount, 0, input.tax, TaxBehavior.Exclusive),
                    },
                };

                var order = Settle(parts, payment: null)!.Order!;

                return order.Items.Count == 2
                    && order.Items.Sum(item => item.MinorUnits) == amount
                    && order.Items.Sum(item => item.TaxMinorUnits) == input.tax
                    && order.Items.All(item => item.TaxMinorUnits >= 0);
            }
        );

    private static Settlement? Settle(CheckoutParts parts, Payment? payment, Subscription? upgraded = null) =>
        Checkout.Settle(
            new CheckoutToSettle(
                parts,
                new Customer
                {
                    Id = parts.Checkout.Buyer.CustomerId!.Value,
                    OrganizationId = Acme.Id,
                    CreatedAt = Now,
                    Email = "ada@example.com",
                },
                payment,
                upgraded,
                OrdersBefore: 7
            ),
            Acme,
            RandomId.New,
            Now
        );

    private static CheckoutParts Confirmed(CalendarSpan? recurs = null, IReadOnlyList<Price>? prices = null)
    {
        var product = new Product
        {
            Id = RandomId.New(),
            OrganizationId = Acme.Id,
            CreatedAt = Now,
            Name = "Tent",
            Recurs = recurs,
            Prices = prices ?? [Fixed(1000)],
        };
        var checkout = new Checkout
        {
            Id = CheckoutId.New(DateTimeOffset.UnixEpoch),
            OrganizationId = Acme.Id,
            ClientSecret = "polar_c_x",
            Status = CheckoutStatus.Confirmed,
            CreatedAt = Now,
            ExpiresAt = Now.AddDays(1),
            ProductIds = [product.Id],
            ProductId = product.Id,
            PriceIds = [.. product.Prices.Select(price => price.Id)],
            PriceId = product.Prices[0].Id,
            Currency = "usd",
            Amounts = new Amounts(1000, 0, 0, TaxBehavior.Exclusive),
            Needs = new PaymentNeeds(false, true, true, false),
            Buyer = new Buyer { CustomerId = RandomId.New() },
        };
        return new CheckoutParts(checkout, [product], null, []);
    }

    private static Price.Fixed Fixed(long minorUnits) =>
        new Price.Fixed
        {
            Id = RandomId.New(),
            CreatedAt = Now,
            Currency = "usd",
            MinorUnits = minorUnits,
        };

    private static Price.SeatBased Seats(long minorUnits) =>
        new Price.SeatBased
        {
            Id = RandomId.New(),
            CreatedAt = Now,
            Currency = "usd",
            Tiers = [new SeatTier(1, null, minorUnits)],
        };

    private static Payment Begin() =>
        Payment.Begin(
            PaymentId.New(Now),
            Acme.Id.Merchant,
            checkoutId: null,
            new PaymentOrder { Amount = new Money(1000, "USD"), Intent = PaymentIntent.Capture },
            new PaymentCard(new CardDisplay("1111", "411111", CardScheme.Visa, new string('a', 64)), "12/35", null),
            RandomId.New(),
            Now
        );

    private static Payment Answered(Payment payment, ProviderAnswer answer) =>
        payment.Settle(payment.Open!.Id, answer, Now);
}
