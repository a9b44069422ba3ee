using System.Text.Json;
using Checkstand.Core.Subscriptions;
using Checkstand.Polar.Customers;
using Checkstand.Polar.Discounts;
using Checkstand.Polar.Products;
using Checkstand.Wire;

namespace Checkstand.Polar.Subscriptions;

/// <summary>How a subscription looks in answers.</summary>
internal static class SubscriptionBody
{
    /// <summary>Writes a subscription with what it names.</summary>
    public static void Write(Utf8JsonWriter writer, SubscriptionParts parts)
    {
        var subscription = parts.Subscription;
        writer.WriteStartObject();
        WriteShared(writer, subscription);
        writer.WriteObject("custom_field_data", subscription.CustomFieldData);
        writer.WritePropertyName("customer"u8);
        CustomerBody.Write(writer, parts.Customer);
        writer.WritePropertyName("product"u8);
        ProductBody.Write(writer, parts.Product, parts.Fields);
        writer.WritePropertyName("discount"u8);
        DiscountBody.WriteOrNull(writer, parts.Discount);
        writer.WriteStartArray("prices"u8);
        foreach (var price in subscription.Prices)
        {
            PriceBody.Write(writer, price, parts.Product);
        }

        writer.WriteEndArray();
        // Usage is not metered here.
        writer.WriteStartArray("meters"u8);
        writer.WriteEndArray();
        writer.WriteNull("pending_update"u8);
        writer.WriteEndObject();
    }

    /// <summary>Writes a subscription as an order shows it.</summary>
    public static void WriteOnOrder(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteStartObject();
        WriteShared(writer, subscription);
        writer.WriteEndObject();
    }

    /// <summary>Writes a subscription as the state of its customer shows it.</summary>
    public static void WriteInState(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteStartObject();
        WriteShared(writer, subscription);
        writer.WriteObject("custom_field_data", subscription.CustomFieldData);
        writer.WriteStartArray("meters"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteShared(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteInstant("created_at", subscription.CreatedAt);
        writer.WriteInstant("modified_at", subscription.ModifiedAt);
        writer.WriteString("id"u8, subscription.Id);
        writer.WriteNumber("amount"u8, subscription.MinorUnits);
        writer.WriteString("currency"u8, subscription.Currency);
        writer.WriteString("recurring_interval"u8, CatalogueWords.Of(subscription.Recurs.Unit));
        writer.WriteNumber("recurring_interval_count"u8, subscription.Recurs.Count);
        writer.WriteString("status"u8, SubscriptionWords.Of(subscription.Status));
        WritePeriods(writer, subscription);
        writer.WriteNull("past_due_at"u8);
        writer.WriteBoolean("pause_at_period_end"u8, false);
        writer.WriteNull("paused_at"u8);
        writer.WriteNull("resumes_at"u8);
        writer.WriteString("customer_id"u8, subscription.CustomerId);
        writer.WriteString("product_id"u8, subscription.ProductId);
        writer.WriteIdOrNull("discount_id", subscription.DiscountId);
        writer.WriteString("checkout_id"u8, subscription.CheckoutId.Value);
        writer.WriteNumberOrNull("seats", subscription.Seats);
        writer.WriteString("customer_cancellation_reason"u8, subscription.CancellationReason);
        writer.WriteString("customer_cancellation_comment"u8, subscription.CancellationComment);
        writer.WriteObject("metadata", subscription.Metadata);
    }

    private static void WritePeriods(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteInstant("current_period_start", subscription.PeriodStartsAt);
        writer.WriteInstant("current_period_end", subscription.PeriodEndsAt);
        writer.WriteNull("current_meter_period_start"u8);
        writer.WriteNull("current_meter_period_end"u8);
        writer.WriteInstant("trial_start", subscription.TrialStartsAt);
        writer.WriteInstant("trial_end", subscription.TrialEndsAt);
        writer.WriteBoolean("cancel_at_period_end"u8, subscription.CancelsAtPeriodEnd);
        writer.WriteInstant("canceled_at", subscription.CanceledAt);
        writer.WriteInstant("started_at", subscription.CreatedAt);
        writer.WriteInstant("ends_at", subscription.EndsAt);
        writer.WriteInstant("ended_at", subscription.EndedAt);
    }
}
