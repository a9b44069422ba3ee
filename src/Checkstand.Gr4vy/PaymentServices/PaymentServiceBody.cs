using System.Text.Json;
using Checkstand.Core.Payments.Services;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary>Between the wire's payment service and the core's (contract section 6.6).</summary>
internal static class PaymentServiceBody
{
    /// <summary>What a create or update body says. Null is silence; <c>reporting_fields</c> and <c>merchant_profile</c> are not kept.</summary>
    public static PaymentServicePatch Read(CheckedObject body) =>
        new()
        {
            DisplayName = body.Text("display_name"),
            Position = body.Integer("position"),
            AcceptedCurrencies = Codes(body, "accepted_currencies"),
            AcceptedCountries = Codes(body, "accepted_countries"),
            IsActive = body.Boolean("active"),
            Fields = Fields(body),
            Switches = new PaymentServicePatch.SwitchesPatch(
                body.Boolean("three_d_secure_enabled"),
                body.Boolean("payment_method_tokenization_enabled"),
                body.Boolean("network_tokens_enabled"),
                body.Boolean("open_loop"),
                body.Boolean("settlement_reporting_enabled")
            ),
        };

    /// <summary>Writes a payment service as an answer shows it.</summary>
    public static void Write(Utf8JsonWriter writer, PaymentService service)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "payment-service"u8);
        writer.WriteString("id"u8, service.Id);
        writer.WriteString("merchant_account_id"u8, service.MerchantAccountId.Value);
        writer.WriteString("payment_service_definition_id"u8, service.DefinitionId);
        writer.WriteBoolean("active"u8, service.IsActive);
        writer.WriteString("method"u8, Methods.Card);
        writer.WriteString("display_name"u8, service.DisplayName);
        writer.WriteNumber("position"u8, service.Position);
        // Nothing is set up at a provider, so a service is ready the moment it is made.
        writer.WriteString("status"u8, "created"u8);
        WriteCodes(writer, "accepted_currencies", service.AcceptedCurrencies);
        WriteCodes(writer, "accepted_countries", service.AcceptedCountries);
        writer.WriteBoolean("payment_method_tokenization_enabled"u8, service.Switches.Tokenization);
        writer.WriteBoolean("network_tokens_enabled"u8, service.Switches.NetworkTokens);
        writer.WriteBoolean("open_loop"u8, service.Switches.OpenLoop);
        writer.WriteBoolean("settlement_reporting_enabled"u8, service.Switches.SettlementReporting);
        writer.WriteBoolean("three_d_secure_enabled"u8, service.Switches.ThreeDSecure);
        writer.WriteNull("merchant_profile"u8);
        writer.WriteNull("webhook_url"u8);
        WriteFields(writer, service.Fields);
        writer.WriteStartArray("reporting_fields"u8);
        writer.WriteEndArray();
        writer.WriteBoolean("is_deleted"u8, service.IsDeleted);
        writer.WriteInstant("created_at", service.CreatedAt);
        writer.WriteInstant("updated_at", service.UpdatedAt);
        writer.WriteEndObject();
    }

    /// <summary>A field that is a list of codes.</summary>
    public static void WriteCodes(Utf8JsonWriter writer, string name, IReadOnlyList<string> codes)
    {
        writer.WriteStartArray(name);
        foreach (var code in codes)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> fields)
    {
        writer.WriteStartArray("fields"u8);
        foreach (var (key, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, key);
            writer.WriteString("value"u8, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IReadOnlyList<string>? Codes(CheckedObject body, string name) =>
        body.Has(name) ? [.. body.Texts(name).Distinct(StringComparer.Ordinal)] : null;

    private static List<KeyValuePair<string, string>> Fields(CheckedObject body)
    {
        if (!body.Has("fields"))
        {
            return [];
        }

        using var fields = JsonDocument.Parse(body["fields"]);
        return
        [
            .. fields
                .RootElement.EnumerateArray()
                .Select(field =>
                    KeyValuePair.Create(field.GetProperty("key").GetString()!, field.GetProperty("value").GetString()!)
                ),
        ];
    }
}
