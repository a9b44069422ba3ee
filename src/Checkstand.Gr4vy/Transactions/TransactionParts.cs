using System.Text.Json;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Services;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>The objects inside a transaction (contract section 6.3).</summary>
internal static class TransactionParts
{
    public static void WritePaymentMethod(Utf8JsonWriter writer, TransactionBody.View view, JsonDocument? said)
    {
        var card = view.Payment.Card;
        writer.WriteStartObject("payment_method"u8);
        writer.WriteString("type"u8, "payment-method"u8);
        writer.WriteString("approval_url"u8, ApprovalUrl(view));
        writer.WriteNull("country"u8);
        writer.WriteNull("currency"u8);
        writer.WriteStartObject("details"u8);
        writer.WriteString("bin"u8, card.Display.Bin);
        writer.WriteNull("card_type"u8);
        writer.WriteNull("card_issuer_name"u8);
        writer.WriteEndObject();
        writer.WriteString("expiration_date"u8, card.Expiry);
        writer.WriteString("fingerprint"u8, card.Display.Fingerprint);
        writer.WriteString("label"u8, card.Display.LastFour);
        writer.WriteNull("last_replaced_at"u8);
        writer.WriteString("method"u8, "card"u8);
        writer.WriteString("mode"u8, "card"u8);
        writer.WriteString("scheme"u8, Enums.SchemeName(card.Display.Scheme));
        writer.WriteIdOrNull("id", card.StoredMethodId);
        writer.WriteString("approval_target"u8, view.Payment.Status == PaymentStatus.NeedsAction ? "any" : null);
        writer.WriteString("external_identifier"u8, TransactionOrder.MethodExternalIdentifier(said));
        writer.WriteNull("payment_account_reference"u8);
        writer.WriteEndObject();
    }

    public static void WritePaymentService(Utf8JsonWriter writer, PaymentService? service)
    {
        writer.WritePropertyName("payment_service"u8);
        if (service is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, "payment-service"u8);
        writer.WriteString("id"u8, service.Id);
        writer.WriteString("payment_service_definition_id"u8, service.DefinitionId);
        writer.WriteString("method"u8, "card"u8);
        writer.WriteString("display_name"u8, service.DisplayName);
        writer.WriteEndObject();
    }

    // That there was a challenge, and how it ended. What was said in it stays between the provider and the issuer.
    public static void WriteThreeDSecure(Utf8JsonWriter writer, PaymentOperation authorization)
    {
        writer.WritePropertyName("three_d_secure"u8);
        if (authorization.ApprovalUrl is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteNull("version"u8);
        writer.WriteString("status"u8, TransactionWords.OfChallenge(authorization));
        writer.WriteString("method"u8, "challenge"u8);
        writer.WriteNull("response_data"u8);
        writer.WriteNull("error_data"u8);
        writer.WriteNumber("amount"u8, authorization.MinorUnits);
        writer.WriteEndObject();
    }

    // A stored buyer, a guest's details or both; null when nobody was named.
    public static void WriteBuyer(Utf8JsonWriter writer, Payment payment, JsonDocument? said)
    {
        writer.WritePropertyName("buyer"u8);
        var hasDetails = said is not null && said.RootElement.TryGetProperty("buyer", out _);
        if (!hasDetails && payment.Order.BuyerId is null && payment.Order.BuyerExternalIdentifier is null)
        {
            writer.WriteNullValue();
            return;
        }

        var details = hasDetails ? said!.RootElement.GetProperty("buyer") : default;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "buyer"u8);
        writer.WriteIdOrNull("id", payment.Order.BuyerId);
        writer.WriteString("reconciliation_id"u8, payment.Order.BuyerId is { } id ? ReconciliationId.Of(id) : null);
        Copy(writer, details, "display_name");
        if (payment.Order.BuyerExternalIdentifier is { } external)
        {
            writer.WriteString("external_identifier"u8, external);
        }
        else
        {
            Copy(writer, details, "external_identifier");
        }

        Copy(writer, details, "billing_details");
        Copy(writer, details, "account_number");
        writer.WriteEndObject();
    }

    public static void WriteBillingDetails(Utf8JsonWriter writer, JsonDocument? said) =>
        Copy(
            writer,
            said is not null && said.RootElement.TryGetProperty("buyer"u8, out var buyer) ? buyer : default,
            "billing_details"
        );

    // A stored buyer's details, or what a guest said of his own.
    public static void WriteShippingDetails(Utf8JsonWriter writer, JsonDocument? said)
    {
        writer.WritePropertyName("shipping_details"u8);
        if (said is null)
        {
            writer.WriteNullValue();
        }
        else if (said.RootElement.TryGetProperty("shipping_details"u8, out var stored))
        {
            writer.WriteCarried(stored);
        }
        else if (
            said.RootElement.TryGetProperty("buyer"u8, out var guest)
            && guest.TryGetProperty("shipping_details"u8, out var details)
        )
        {
            writer.WriteCarried(details);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement from, string name)
    {
        writer.WritePropertyName(name);
        if (from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value))
        {
            writer.WriteCarried(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    // A challenge page of this server is a path; one of a provider is an address of its own.
    private static string? ApprovalUrl(TransactionBody.View view) =>
        view.Payment.Open?.ApprovalUrl is { } url
            ? url.StartsWith('/')
                ? view.BaseUrl + url
                : url
            : null;
}
