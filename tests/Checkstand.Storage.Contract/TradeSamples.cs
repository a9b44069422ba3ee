using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Taxes;

namespace Checkstand.Storage.Contract;

/// <summary>Products, customers, checkouts and what follows from them, as the contracts put them into stores.</summary>
public static class TradeSamples
{
    public static Price.Fixed Price(long minorUnits = 1000) =>
        new()
        {
            Id = RandomId.New(),
            CreatedAt = Samples.Now,
            Currency = "usd",
            MinorUnits = minorUnits,
        };

    public static Product Product(OrganizationId organization, CalendarSpan? recurs = null) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = organization,
            CreatedAt = Samples.Now,
            Name = "Tent",
            Recurs = recurs,
            Prices = [Price()],
        };

    public static Customer Customer(OrganizationId organization, string email = "ada@example.com") =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = organization,
            CreatedAt = Samples.Now,
            Email = email,
        };

    public static Discount Discount(OrganizationId organization) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = organization,
            CreatedAt = Samples.Now,
            Name = "A tenth",
            Reduction = new Reduction.Percentage(1000),
            Duration = DiscountDuration.Once,
        };

    public static Checkout Checkout(Product product, long seconds = 0)
    {
        var id = CheckoutId.New(DateTimeOffset.UnixEpoch);
        return new()
        {
            Id = id,
            OrganizationId = product.OrganizationId,
            ClientSecret = CheckoutSecret.New(id),
            CreatedAt = Samples.Now.AddSeconds(seconds),
            ExpiresAt = Samples.Now.AddDays(1),
            ProductIds = [product.Id],
            ProductId = product.Id,
            PriceIds = [product.Prices[0].Id],
            PriceId = product.Prices[0].Id,
            Currency = "usd",
            Amounts = new Amounts(1000, 0, 0, TaxBehavior.Exclusive),
            Needs = new PaymentNeeds(false, true, true, false),
            Buyer = new Core.Checkouts.Buyer { Email = "ada@example.com" },
        };
    }

    /// <summary>A confirmation of a checkout, paid by a payment that is about to be sent.</summary>
    public static Confirmation Confirmation(CheckoutToConfirm to, Customer? customer = null)
    {
        var checkout = to.Parts.Checkout;
        var payment = Begun(checkout);
        var buyer = customer ?? to.Linked ?? to.SameEmail ?? Customer(checkout.OrganizationId, checkout.Buyer.Email!);
        return new Confirmation(
            checkout with
            {
                Status = CheckoutStatus.Confirmed,
                Buyer = checkout.Buyer with { CustomerId = buyer.Id },
                PaymentId = payment.Id,
                ModifiedAt = Samples.Now.AddSeconds(1),
            },
            buyer,
            to.Linked is null && to.SameEmail is null,
            payment
        );
    }

    public static Payment Begun(Checkout checkout) =>
        Payment.Begin(
            PaymentId.New(Samples.Now),
            checkout.OrganizationId.Merchant,
            checkout.Id.Value,
            PaymentSamples.Order,
            PaymentSamples.Card,
            PaymentSamples.Service,
            Samples.Now
        );

    public static Order Order(CheckoutToSettle to) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = to.Parts.Checkout.OrganizationId,
            CreatedAt = Samples.Now.AddSeconds(2),
            BillingReason = BillingReason.Purchase,
            CheckoutId = to.Parts.Checkout.Id,
            CustomerId = to.Customer.Id,
            ProductId = to.Parts.Product.Id,
            DiscountId = to.Parts.Discount?.Id,
            PaymentId = to.Payment?.Id,
            Amounts = to.Parts.Checkout.Amounts,
            Currency = "usd",
            Items = [new OrderItem(RandomId.New(), "Tent", 1000, 0, to.Parts.Checkout.PriceId)],
            Number = to.OrdersBefore + 1,
            InvoiceNumber = $"ACME-{to.OrdersBefore + 1}",
            Metadata = to.Parts.Checkout.Metadata,
        };

    public static Settlement Success(CheckoutToSettle to, Subscription? subscription = null)
    {
        var order = Order(to) with { SubscriptionId = subscription?.Id };
        return new Settlement(
            to.Parts.Checkout with
            {
                Status = CheckoutStatus.Succeeded,
                OrderId = order.Id,
            },
            order,
            subscription,
            IsNewSubscription: true
        );
    }

    public static Settlement Failure(CheckoutToSettle to) =>
        new(to.Parts.Checkout with { Status = CheckoutStatus.Open }, null, null, false);

    public static Subscription Subscription(Guid customer, Product product, DateTimeOffset periodEndsAt) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = product.OrganizationId,
            CreatedAt = Samples.Now,
            Status = SubscriptionStatus.Active,
            CustomerId = customer,
            ProductId = product.Id,
            Prices = product.Prices,
            CheckoutId = CheckoutId.New(DateTimeOffset.UnixEpoch),
            MinorUnits = 1000,
            Currency = "usd",
            Recurs = new CalendarSpan(CalendarUnit.Month, 1),
            PeriodStartsAt = Samples.Now,
            PeriodEndsAt = periodEndsAt,
        };
}
