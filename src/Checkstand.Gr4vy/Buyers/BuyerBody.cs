using System.Text.Json;
using Checkstand.Core.Buyers;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Buyers;

/// <summary>Between the wire's buyers and the core's (contract section 6.6).</summary>
internal static class BuyerBody
{
    /// <summary>What a create or update body says.</summary>
    public static BuyerContent Read(CheckedObject body) =>
        new(
            body.Json("display_name"),
            body.Json("external_identifier"),
            body.Json("billing_details"),
            body.Json("account_number")
        );

    /// <summary>What a create or update body says about where goods go.</summary>
    public static ShippingContent ReadShipping(CheckedObject body) =>
        new(
            body.Json("first_name"),
            body.Json("last_name"),
            body.Json("email_address"),
            body.Json("phone_number"),
            body.Json("address")
        );

    /// <summary>Writes a buyer as an answer shows it. Every field is there, null when nothing was said.</summary>
    public static void Write(Utf8JsonWriter writer, Buyer buyer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "buyer"u8);
        writer.WriteString("id"u8, buyer.Id);
        writer.WriteString("reconciliation_id"u8, ReconciliationId.Of(buyer.Id));
        writer.WriteString("merchant_account_id"u8, buyer.MerchantAccountId.Value);
        writer.WriteCarried("display_name", buyer.Content.DisplayName);
        writer.WriteCarried("external_identifier", buyer.Content.ExternalIdentifier);
        writer.WriteCarried("billing_details", buyer.Content.BillingDetails);
        writer.WriteCarried("account_number", buyer.Content.AccountNumber);
        writer.WriteInstant("created_at", buyer.CreatedAt);
        writer.WriteInstant("updated_at", buyer.UpdatedAt);
        writer.WriteEndObject();
    }

    /// <summary>Writes shipping details.</summary>
    public static void WriteShipping(Utf8JsonWriter writer, ShippingDetails details)
    {
        writer.WriteStartObject();
        writer.WriteCarried("first_name", details.Content.FirstName);
        writer.WriteCarried("last_name", details.Content.LastName);
        writer.WriteCarried("email_address", details.Content.EmailAddress);
        writer.WriteCarried("phone_number", details.Content.PhoneNumber);
        writer.WriteCarried("address", details.Content.Address);
        writer.WriteString("id"u8, details.Id);
        writer.WriteString("buyer_id"u8, details.BuyerId);
        writer.WriteString("type"u8, "shipping-details"u8);
        writer.WriteEndObject();
    }

    /// <summary>Writes a buyer's shipping details.</summary>
    public static void WriteShippingList(Utf8JsonWriter writer, IReadOnlyList<ShippingDetails> all)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var details in all)
        {
            WriteShipping(writer, details);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
