using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Discounts;
using Checkstand.Core.Webhooks;

namespace Checkstand.Polar.Webhooks;

/// <summary>An event as one line for people, in the form that Discord or Slack takes.</summary>
internal static class ChatMessage
{
    public static void Write(Utf8JsonWriter writer, WebhookFormat format, DomainEvent happened)
    {
        var text = $"{EventNames.Of(happened.Type)}: {TextOf(happened.Subject)}";
        writer.WriteStartObject();
        if (format == WebhookFormat.Discord)
        {
            writer.WriteString("content"u8, text);
            // What a buyer typed must not call everybody.
            writer.WriteStartObject("allowed_mentions"u8);
            writer.WriteStartArray("parse"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteString("text"u8, Escaped(text));
        }

        writer.WriteEndObject();
    }

    private static string TextOf(EventSubject subject) =>
        subject switch
        {
            EventSubject.OfCheckout(var checkout) =>
                $"{Money(checkout.Amounts.Total, checkout.Currency)}, {Word(checkout.Status)}{And(checkout.Buyer.Email)} ({checkout.Id})",
            EventSubject.OfCustomer(var customer) => $"{customer.Email} ({customer.Id})",
            EventSubject.OfOrder(var order) =>
                $"{order.InvoiceNumber}, {Money(order.Amounts.Total, order.Currency)}{And(order.BillingName)} ({order.Id})",
            EventSubject.OfSubscription(var subscription) =>
                $"{Money(subscription.MinorUnits, subscription.Currency)} every {subscription.Recurs.Count} {Word(subscription.Recurs.Unit)}, {Word(subscription.Status)} ({subscription.Id})",
            EventSubject.OfProduct(var product) => $"{product.Name} ({product.Id})",
            EventSubject.OfDiscount(var discount) => $"{discount.Name}, {Worth(discount.Reduction)} ({discount.Id})",
            EventSubject.OfOrganization(var organization) => $"{organization.Name} ({organization.Slug})",
            _ => throw new UnreachableException($"No message is defined for {subject.GetType().Name}."),
        };

    private static string Worth(Reduction reduction) =>
        reduction switch
        {
            Reduction.Percentage percentage => string.Create(
                CultureInfo.InvariantCulture,
                $"{percentage.BasisPoints / 100m:0.##} %"
            ),
            Reduction.Fixed amounts => string.Join(
                ", ",
                amounts.Amounts.Select(amount => Money(amount.Value, amount.Key))
            ),
            _ => throw new UnreachableException($"No worth is defined for {reduction}."),
        };

    private static string Money(long minorUnits, string currency) => Currencies.Get(currency).Format(minorUnits);

    private static string And(string? said) => said is null ? "" : $", {said}";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    // The three characters that Slack gives a meaning.
    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
