using System.Text.Json;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Services;
using Checkstand.Gr4vy.Shapes;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary>A kind of payment service as an answer shows it.</summary>
internal static class DefinitionBody
{
    // More lines than this no request's body can hold, so a provider never gets a shortened cart.
    private const int CartItemsMax = 100_000;

    /// <summary>Writes a definition.</summary>
    public static void Write(Utf8JsonWriter writer, PaymentServiceDefinition definition)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, definition.Id);
        writer.WriteString("type"u8, "payment-service-definition"u8);
        writer.WriteString("display_name"u8, definition.DisplayName);
        writer.WriteString("method"u8, Methods.Card);
        WriteFields(writer, definition.Fields);
        WriteNone(writer, "reporting_fields");
        PaymentServiceBody.WriteCodes(writer, "supported_currencies", IsoCodes.Currencies);
        PaymentServiceBody.WriteCodes(writer, "supported_countries", IsoCodes.Countries);
        writer.WriteString("mode"u8, "card"u8);
        writer.WriteNull("icon_url"u8);
        writer.WriteStartObject("supported_features"u8);
        writer.WriteEndObject();
        WriteNone(writer, "required_checkout_fields");
        writer.WriteStartObject("configuration"u8);
        writer.WriteString("approval_ui_target"u8, "any"u8);
        writer.WriteString("approval_ui_height"u8, "100vh"u8);
        writer.WriteString("approval_ui_width"u8, "100vw"u8);
        writer.WriteNumber("cart_items_limit"u8, CartItemsMax);
        writer.WriteBoolean("cart_items_required"u8, false);
        writer.WriteBoolean("cart_items_should_match_amount"u8, false);
        writer.WriteEndObject();
        writer.WriteNull("supported_integration_clients"u8);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, IReadOnlyList<PaymentServiceDefinition.Field> fields)
    {
        writer.WriteStartArray("fields"u8);
        foreach (var field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, field.Key);
            writer.WriteString("display_name"u8, field.DisplayName);
            writer.WriteBoolean("required"u8, false);
            writer.WriteString("format"u8, "text"u8);
            writer.WriteBoolean("secret"u8, false);
            writer.WriteBoolean("verifiable"u8, false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNone(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }
}
