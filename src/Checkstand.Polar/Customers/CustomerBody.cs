using System.Text.Json;
using Checkstand.Core.Customers;
using Checkstand.Wire;

namespace Checkstand.Polar.Customers;

/// <summary>How a customer looks in answers.</summary>
internal static class CustomerBody
{
    public static void Write(Utf8JsonWriter writer, Customer customer)
    {
        writer.WriteStartObject();
        WriteFacts(writer, customer);
        writer.WriteEndObject();
    }

    /// <summary>Writes what every shape of a customer has, within an object.</summary>
    public static void WriteFacts(Utf8JsonWriter writer, Customer customer)
    {
        writer.WriteString("id"u8, customer.Id);
        writer.WriteInstant("created_at", customer.CreatedAt);
        writer.WriteInstant("modified_at", customer.ModifiedAt);
        writer.WriteObject("metadata", customer.Metadata);
        writer.WriteString("external_id"u8, customer.ExternalId);
        writer.WriteString("email"u8, customer.Email);
        writer.WriteBoolean("email_verified"u8, false);
        writer.WriteString("type"u8, "individual"u8);
        writer.WriteString("name"u8, customer.Name);
        writer.WriteString("billing_name"u8, customer.BillingName);
        writer.WriteAddressOrNull("billing_address", customer.BillingAddress);
        if (customer.TaxId is { } taxId)
        {
            writer.WriteStartArray("tax_id"u8);
            writer.WriteStringValue(taxId.Value);
            writer.WriteStringValue(taxId.Format);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("tax_id"u8);
        }

        writer.WriteString("locale"u8, customer.Locale);
        writer.WriteString("organization_id"u8, customer.OrganizationId.Value);
        writer.WriteNull("default_payment_method_id"u8);
        writer.WriteInstant("deleted_at", customer.DeletedAt);
        writer.WriteNull("first_user_event_at"u8);
        // Older SDKs take no null here.
        writer.WriteString("avatar_url"u8, ""u8);
    }
}
