using System.Diagnostics;
using System.Text.Json;
using Checkstand.Core.Orders;
using Checkstand.Core.Products;
using Checkstand.Polar.Customers;
using Checkstand.Polar.Discounts;
using Checkstand.Polar.Products;
using Checkstand.Polar.Subscriptions;
using Checkstand.Wire;

namespace Checkstand.Polar.Orders;

/// <summary>How an order looks in answers: what the contract has now, and the keys that older SDKs can't do without.</summary>
internal static class OrderBody
{
    public static void Write(Utf8JsonWriter writer, OrderParts parts)
    {
        var order = parts.Order;
        writer.WriteStartObject();
        writer.WriteString("id"u8, order.Id);
        writer.WriteInstant("created_at", order.CreatedAt);
        writer.WriteInstant("modified_at", order.ModifiedAt);
        writer.WriteString("status"u8, "paid"u8);
        writer.WriteBoolean("paid"u8, true);
        WriteAmounts(writer, order);
        writer.WriteString("billing_reason"u8, ReasonOf(order.BillingReason));
        writer.WriteString("billing_name"u8, order.BillingName);
        writer.WriteAddressOrNull("billing_address", order.BillingAddress);
        writer.WriteString("invoice_number"u8, order.InvoiceNumber);
        // Neither invoices nor receipts are drawn up here.
        writer.WriteBoolean("is_invoice_generated"u8, false);
        writer.WriteNull("receipt_number"u8);
        writer.WriteNumberOrNull("seats", order.Seats);
        writer.WriteString("customer_id"u8, order.CustomerId);
        writer.WriteString("user_id"u8, order.CustomerId);
        writer.WriteString("product_id"u8, order.ProductId);
        writer.WriteIdOrNull("discount_id", order.DiscountId);
        writer.WriteIdOrNull("subscription_id", order.SubscriptionId);
        writer.WriteString("checkout_id"u8, order.CheckoutId.Value);
        writer.WriteNull("next_payment_attempt_at"u8);
        writer.WriteObject("metadata", order.Metadata);
        writer.WriteObject("custom_field_data", order.CustomFieldData);
        writer.WriteNumber("platform_fee_amount"u8, 0);
        writer.WriteNull("platform_fee_currency"u8);
        writer.WritePropertyName("customer"u8);
        CustomerBody.Write(writer, parts.Customer);
        writer.WritePropertyName("product"u8);
        WriteProduct(writer, parts.Product);
        writer.WritePropertyName("discount"u8);
        DiscountBody.WriteOrNull(writer, parts.Discount);
        writer.WritePropertyName("subscription"u8);
        if (parts.Subscription is { } subscription)
        {
            SubscriptionBody.WriteOnOrder(writer, subscription);
        }
        else
        {
            writer.WriteNullValue();
        }

        WriteItems(writer, order);
        writer.WriteString("description"u8, parts.Product.Name);
        writer.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter writer, Order order)
    {
        var amounts = order.Amounts;
        writer.WriteNumber("amount"u8, amounts.Net);
        writer.WriteNumber("subtotal_amount"u8, amounts.Amount);
        writer.WriteNumber("discount_amount"u8, amounts.Discount);
        writer.WriteNumber("net_amount"u8, amounts.Net);
        writer.WriteNumber("tax_amount"u8, amounts.Tax ?? 0);
        writer.WriteNumber("total_amount"u8, amounts.Total);
        writer.WriteNumber("applied_balance_amount"u8, 0);
        writer.WriteNumber("due_amount"u8, amounts.Total);
        writer.WriteNumber("refunded_amount"u8, 0);
        writer.WriteNumber("refunded_tax_amount"u8, 0);
        writer.WriteNumber("refundable_amount"u8, amounts.Net);
        writer.WriteNumber("refundable_tax_amount"u8, amounts.Tax ?? 0);
        writer.WriteString("currency"u8, order.Currency);
    }

    private static void WriteItems(Utf8JsonWriter writer, Order order)
    {
        writer.WriteStartArray("items"u8);
        foreach (var item in order.Items)
        {
            writer.WriteStartObject();
            writer.WriteInstant("created_at", order.CreatedAt);
            writer.WriteNull("modified_at"u8);
            writer.WriteString("id"u8, item.Id);
            writer.WriteString("label"u8, item.Label);
            writer.WriteNumber("amount"u8, item.MinorUnits);
            writer.WriteNumber("tax_amount"u8, item.TaxMinorUnits);
            writer.WriteBoolean("proration"u8, false);
            writer.WriteIdOrNull("product_price_id", item.PriceId);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteProduct(Utf8JsonWriter writer, Product product)
    {
        writer.WriteStartObject();
        ProductBody.WriteFacts(writer, product);
        writer.WriteObject("metadata", product.Metadata);
        writer.WriteEndObject();
    }

    private static string ReasonOf(BillingReason reason) =>
        reason switch
        {
            BillingReason.Purchase => "purchase",
            BillingReason.SubscriptionCreate => "subscription_create",
            BillingReason.SubscriptionUpdate => "subscription_update",
            _ => throw new UnreachableException($"No word is defined for {reason}."),
        };
}
