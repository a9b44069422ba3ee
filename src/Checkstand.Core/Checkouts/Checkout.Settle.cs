using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Checkouts;

public sealed partial record Checkout
{
    /// <summary>
    /// What becomes of a confirmed checkout now that its payment has an outcome: it succeeded, with an order and perhaps a
    /// subscription, or it is open again (contract polar sections 3.1 and 3.9).
    /// </summary>
    /// <param name="to">The checkout and its payment as they are under the lock.</param>
    /// <param name="organization">Who sells.</param>
    /// <param name="newId">Makes the ids of what is made.</param>
    /// <param name="now">The time.</param>
    /// <returns>What to store; null when the checkout waits for nothing, or the outcome is not known yet.</returns>
    public static Settlement? Settle(
        CheckoutToSettle to,
        Organization organization,
        Func<Guid> newId,
        DateTimeOffset now
    )
    {
        if (to.Parts.Checkout.Status != CheckoutStatus.Confirmed)
        {
            return null;
        }

        return to.Payment switch
        {
            null or { WasApproved: true } => Succeed(to, organization, newId, Milliseconds.Of(now)),
            { EndedUnpaid: true } => Reopen(to.Parts.Checkout, Milliseconds.Of(now)),
            _ => null,
        };
    }

    private static Settlement Reopen(Checkout checkout, DateTimeOffset now)
    {
        var open = checkout with { Status = CheckoutStatus.Open, ModifiedAt = now };
        return new Settlement(open, null, null, false)
        {
            Events = [new DomainEvent(EventType.CheckoutUpdated, new EventSubject.OfCheckout(open))],
        };
    }

    private static Settlement Succeed(
        CheckoutToSettle to,
        Organization organization,
        Func<Guid> newId,
        DateTimeOffset now
    )
    {
        var product = to.Parts.Product;
        var subscription = product.Recurs is { } recurs ? SubscriptionOf(to, recurs, newId, now) : null;
        var order = OrderOf(to, organization, subscription, newId, now);
        var succeeded = to.Parts.Checkout with
        {
            Status = CheckoutStatus.Succeeded,
            OrderId = order.Id,
            ModifiedAt = now,
        };
        return new Settlement(succeeded, order, subscription, to.Upgraded is null)
        {
            Events = [.. EventsOf(to, succeeded, order, subscription)],
        };
    }

    private static Subscription SubscriptionOf(
        CheckoutToSettle to,
        CalendarSpan recurs,
        Func<Guid> newId,
        DateTimeOffset now
    )
    {
        var checkout = to.Parts.Checkout;
        var trialEndsAt = checkout.ActiveTrial?.After(now);
        var subscription = to.Upgraded is { } upgraded
            ? upgraded with
            {
                ModifiedAt = now,
            }
            : new Subscription
            {
                Id = newId(),
                OrganizationId = checkout.OrganizationId,
                CreatedAt = now,
                Status = SubscriptionStatus.Active,
                CustomerId = to.Customer.Id,
                ProductId = checkout.ProductId,
                Prices = [],
                CheckoutId = checkout.Id,
                MinorUnits = 0,
                Currency = checkout.Currency,
                Recurs = recurs,
                PeriodStartsAt = now,
                PeriodEndsAt = now,
            };
        return subscription with
        {
            Status = trialEndsAt is null ? SubscriptionStatus.Active : SubscriptionStatus.Trialing,
            ProductId = checkout.ProductId,
            Prices = [.. to.Parts.PaidPrices],
            DiscountId = to.Parts.Discount?.Id,
            CheckoutId = checkout.Id,
            MinorUnits = checkout.Amounts.Amount - checkout.Amounts.Discount,
            Currency = checkout.Currency,
            Recurs = recurs,
            PeriodStartsAt = now,
            PeriodEndsAt = trialEndsAt ?? recurs.After(now),
            TrialStartsAt = trialEndsAt is null ? subscription.TrialStartsAt : now,
            TrialEndsAt = trialEndsAt ?? subscription.TrialEndsAt,
            CancelsAtPeriodEnd = false,
            CanceledAt = null,
            // It may have ended while the upgrade was paid.
            EndedAt = null,
            CancellationReason = null,
            CancellationComment = null,
            Seats = checkout.Seats,
            Metadata = checkout.Metadata,
            CustomFieldData = checkout.CustomFieldData,
        };
    }

    private static Order OrderOf(
        CheckoutToSettle to,
        Organization organization,
        Subscription? subscription,
        Func<Guid> newId,
        DateTimeOffset now
    )
    {
        var checkout = to.Parts.Checkout;
        // Nothing is paid for a trial, whatever the time after it will cost.
        var amounts = checkout.ActiveTrial is null ? checkout.Amounts : new Amounts(0, 0, 0, null);
        return new Order
        {
            Id = newId(),
            OrganizationId = checkout.OrganizationId,
            CreatedAt = now,
            BillingReason =
                subscription is null ? BillingReason.Purchase
                : to.Upgraded is null ? BillingReason.SubscriptionCreate
                : BillingReason.SubscriptionUpdate,
            CheckoutId = checkout.Id,
            CustomerId = to.Customer.Id,
            ProductId = checkout.ProductId,
            DiscountId = to.Parts.Discount?.Id,
            SubscriptionId = subscription?.Id,
            PaymentId = to.Payment?.Id,
            Amounts = amounts,
            Currency = checkout.Currency,
            Items = ItemsOf(to.Parts, amounts, newId),
            Seats = checkout.Seats,
            Number = to.OrdersBefore + 1,
            InvoiceNumber = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{organization.Slug.ToUpperInvariant()}-{to.OrdersBefore + 1:0000}"
            ),
            BillingName = checkout.Buyer.BillingName ?? checkout.Buyer.Name,
            BillingAddress = checkout.Buyer.BillingAddress,
            TaxId = checkout.Buyer.TaxId,
            Metadata = checkout.Metadata,
            CustomFieldData = checkout.CustomFieldData,
        };
    }

    // One for each static price. The tax is spread by what each costs; what rounding leaves over is the last one's.
    private static List<OrderItem> ItemsOf(CheckoutParts parts, Amounts amounts, Func<Guid> newId)
    {
        var isTrial = parts.Checkout.ActiveTrial is not null;
        var items = new List<OrderItem>();
        var paid = parts.PaidPrices.Where(price => price.IsStatic).ToList();
        var taxLeft = amounts.Tax ?? 0;
        for (var i = 0; i < paid.Count; i++)
        {
            var minorUnits = isTrial
                ? 0
                : Pricing.AmountOf(paid[i], parts.Checkout.NamedMinorUnits, parts.Checkout.Seats);
            var tax =
                i == paid.Count - 1 || amounts.Amount == 0
                    ? taxLeft
                    : (long)((Int128)(amounts.Tax ?? 0) * minorUnits / amounts.Amount);
            taxLeft -= tax;
            items.Add(new OrderItem(newId(), parts.Product.Name, minorUnits, tax, paid[i].Id));
        }

        return items;
    }

    private static IEnumerable<DomainEvent> EventsOf(
        CheckoutToSettle to,
        Checkout succeeded,
        Order order,
        Subscription? subscription
    )
    {
        if (subscription is not null)
        {
            var subject = new EventSubject.OfSubscription(subscription);
            if (to.Upgraded is null)
            {
                yield return new DomainEvent(EventType.SubscriptionCreated, subject);
            }

            // A trial lasts as well as what is paid.
            yield return new DomainEvent(EventType.SubscriptionActive, subject);
            yield return new DomainEvent(EventType.SubscriptionUpdated, subject);
        }

        var made = new EventSubject.OfOrder(order);
        yield return new DomainEvent(EventType.OrderCreated, made);
        yield return new DomainEvent(EventType.OrderUpdated, made);
        yield return new DomainEvent(EventType.OrderPaid, made);
        if (subscription is not null)
        {
            yield return new DomainEvent(EventType.CustomerStateChanged, new EventSubject.OfCustomer(to.Customer));
        }

        yield return new DomainEvent(EventType.CheckoutUpdated, new EventSubject.OfCheckout(succeeded));
    }
}
