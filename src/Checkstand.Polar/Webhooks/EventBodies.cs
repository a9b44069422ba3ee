using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;
using Checkstand.Polar.Checkouts;
using Checkstand.Polar.Customers;
using Checkstand.Polar.Discounts;
using Checkstand.Polar.Orders;
using Checkstand.Polar.Organizations;
using Checkstand.Polar.Products;
using Checkstand.Polar.Subscriptions;
using Checkstand.Wire;

namespace Checkstand.Polar.Webhooks;

/// <summary>
/// Writes events as this dialect tells them: <c>{type, timestamp, data}</c>, the data as a token's owner sees the thing,
/// or a sentence for a channel of people.
/// </summary>
public sealed class EventBodies(
    OrganizationDirectory organizations,
    ICheckoutStore checkouts,
    OrderRecords orders,
    SubscriptionRecords subscriptions,
    ProductCatalogue products,
    DiscountRecords discounts,
    PolarOptions options
) : IEventBodies
{
    // More than anybody has; the body must end somewhere.
    private static readonly PageNumber AllSubscriptions = new(1, 100);

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public async ValueTask<byte[]> WriteAsync(
        DomainEvent happened,
        DateTimeOffset at,
        WebhookFormat format,
        CancellationToken cancellation
    )
    {
        if (format != WebhookFormat.Raw)
        {
            return ToBytes(writer => ChatMessage.Write(writer, format, happened));
        }

        var data = await DataAsync(happened, cancellation);
        return ToBytes(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, EventNames.Of(happened.Type));
            writer.WriteInstant("timestamp", at);
            writer.WritePropertyName("data"u8);
            data(writer);
            writer.WriteEndObject();
        });
    }

    // Looks up what the subject names, and says how it is written with that. Things that were bought are never removed, so
    // what is looked up is there.
    private async ValueTask<Action<Utf8JsonWriter>> DataAsync(DomainEvent happened, CancellationToken cancellation)
    {
        var seller = organizations.Find(happened.Subject.OrganizationId)!;
        switch (happened.Subject)
        {
            case EventSubject.OfCheckout(var checkout):
                var parts = (await checkouts.FindAsync(checkout.Id, cancellation))! with { Checkout = checkout };
                return writer => CheckoutBody.WriteToken(writer, parts, seller, options.OwnUrl);
            case EventSubject.OfCustomer(var customer) when happened.Type == EventType.CustomerStateChanged:
                var active = await subscriptions.ListAsync(
                    seller.Id,
                    new SubscriptionFilter { CustomerIds = [customer.Id], IsActive = true },
                    AllSubscriptions,
                    cancellation
                );
                return writer => CustomerStateBody.Write(writer, customer, active.Items);
            case EventSubject.OfCustomer(var customer):
                return writer => CustomerBody.Write(writer, customer);
            case EventSubject.OfOrder(var order):
                var ordered = (await orders.FindAsync(seller.Id, order.Id, cancellation))! with { Order = order };
                return writer => OrderBody.Write(writer, ordered);
            case EventSubject.OfSubscription(var subscription):
                var subscribed = (await subscriptions.FindAsync(seller.Id, subscription.Id, cancellation))! with
                {
                    Subscription = subscription,
                };
                return writer => SubscriptionBody.Write(writer, subscribed);
            case EventSubject.OfProduct(var product):
                var fields = await products.FieldsOfAsync(seller.Id, [product], cancellation);
                return writer => ProductBody.Write(writer, product, fields);
            case EventSubject.OfDiscount(var discount):
                var redeemed = await discounts.WithPartsAsync(discount, cancellation);
                return writer => DiscountBody.Write(writer, redeemed);
            case EventSubject.OfOrganization(var organization):
                return writer => OrganizationBody.Write(writer, organization);
            default:
                throw new UnreachableException($"No data are defined for {happened.Subject.GetType().Name}.");
        }
    }

    private static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, Compact))
        {
            write(writer);
        }

        return body.ToArray();
    }
}
