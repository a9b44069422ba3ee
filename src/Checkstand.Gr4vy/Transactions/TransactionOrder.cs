using System.Collections.Frozen;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>
/// Reads what is to be paid from a request and, where the request is silent, from the session (contract section 6):
/// what the request says explicitly wins, <c>null</c> says nothing.
/// </summary>
internal static class TransactionOrder
{
    // Beside what the request calls so itself: the merchant's own id of the payment method.
    private static readonly JsonEncodedText MethodIdentifier = JsonEncodedText.Encode(
        "payment_method_external_identifier"
    );

    // What a transaction shows of what was said, and what an update may change. The rest has a place in the order.
    private static readonly CarriedField[] Carried =
    [
        .. new[]
        {
            "metadata",
            "cart_items",
            "buyer",
            "shipping_details",
            "airline",
            "statement_descriptor",
            "payment_source",
            "is_subsequent_payment",
            "description",
            "account_funding_transaction",
            "recipient",
            "installment_count",
            "tax_amount",
            "merchant_tax_id",
            "purchase_order_number",
            "customer_reference_number",
            "amount_includes_tax",
            "supplier_order_number",
            "duty_amount",
            "shipping_amount",
        }.Select(name => new CarriedField(
            name,
            JsonEncodedText.Encode(name),
            TransactionCreateShapes.Create.IndexOf(name)
        )),
    ];

    private static readonly FrozenDictionary<string, SessionField> OfSession = Enum.GetValues<SessionField>()
        .ToFrozenDictionary(SessionShapes.NameOf, StringComparer.Ordinal);

    /// <summary>The order of a request.</summary>
    /// <param name="body">A checked TransactionCreate.</param>
    /// <param name="method">Its payment method.</param>
    /// <param name="buyer">The stored buyer that it names.</param>
    /// <param name="session">The session that is paid; null for a payment without one.</param>
    public static PaymentOrder Read(
        CheckedObject body,
        TransactionMethod method,
        TransactionBuyer buyer,
        CheckoutSession? session
    ) =>
        new()
        {
            Amount = new Money(body.Integer("amount")!.Value, body.Text("currency")!),
            Intent =
                Text(body, buyer, session, "intent") == "capture" ? PaymentIntent.Capture : PaymentIntent.Authorize,
            Country = Text(body, buyer, session, "country"),
            PaymentServiceId = Text(body, buyer, session, "payment_service_id") is { } service
                ? Guid.Parse(service)
                : null,
            ExternalIdentifier = body.Text("external_identifier"),
            BuyerId = buyer.Id,
            BuyerExternalIdentifier = buyer.ExternalIdentifier,
            PostalCode = PostalCode(Said(body, buyer, session, "buyer")),
            ReturnUrl = method.RedirectUrl,
            ApprovalExpiresAt = body.Instant("approval_expires_at"),
            StatementDescriptor = DescriptorName(body.Json("statement_descriptor")),
            IsMerchantInitiated = IsTrue(Said(body, buyer, session, "merchant_initiated")),
            StoreWish = body.Boolean("store") == true ? new StoreWish(method.ExternalIdentifier) : null,
            Said = Carry(body, method, buyer, session),
        };

    /// <summary>The merchant's own id of the payment method, from what was said; null when it has none.</summary>
    public static string? MethodExternalIdentifier(JsonDocument? said) =>
        said is not null && said.RootElement.TryGetProperty(MethodIdentifier.EncodedUtf8Bytes, out var identifier)
            ? identifier.GetString()
            : null;

    /// <summary>An order after an update: its metadata is replaced as a whole, its external identifier when named.</summary>
    public static PaymentOrder Update(PaymentOrder order, CheckedObject body) =>
        order with
        {
            ExternalIdentifier = body.Json("external_identifier").IsPresent
                ? body.Text("external_identifier")
                : order.ExternalIdentifier,
            Said = body.Json("metadata").IsPresent
                ? Replace(order.Said, "metadata", body.Json("metadata"))
                : order.Said,
        };

    private static JsonText Said(CheckedObject body, TransactionBuyer buyer, CheckoutSession? session, string name) =>
        Said(body.Json(name), buyer, session, name);

    private static JsonText Said(JsonText sent, TransactionBuyer buyer, CheckoutSession? session, string name)
    {
        if (sent.HasValue)
        {
            return sent;
        }

        if (name == "buyer" && buyer.Details.HasValue)
        {
            return buyer.Details;
        }

        return session is not null && OfSession.TryGetValue(name, out var field) && session.Content[field].HasValue
            ? session.Content[field]
            : default;
    }

    private static JsonText Carry(
        CheckedObject body,
        TransactionMethod method,
        TransactionBuyer buyer,
        CheckoutSession? session
    )
    {
        using var text = new MemoryStream(512);
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var field in Carried)
            {
                var sent = field.Place >= 0 ? new JsonText(body[field.Place]) : buyer.ShippingDetails;
                var said = Said(sent, buyer, session, field.Name);
                if (said.IsPresent)
                {
                    writer.WritePropertyName(field.Encoded);
                    writer.WriteRawValue(said.Utf8.Span, skipInputValidation: true);
                }
            }

            // What is stored has its own; what was typed, the one that it is to be stored under.
            if ((method.Stored is { } stored ? stored.ExternalIdentifier : method.ExternalIdentifier) is { } identifier)
            {
                writer.WriteString(MethodIdentifier, identifier);
            }

            writer.WriteEndObject();
        }

        return new JsonText(text.ToArray());
    }

    private static JsonText Replace(JsonText carried, string replaced, JsonText value)
    {
        using var parsed = JsonDocument.Parse(carried.Utf8);
        using var text = new MemoryStream(512);
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var member in parsed.RootElement.EnumerateObject().Where(member => member.Name != replaced))
            {
                member.WriteTo(writer);
            }

            if (value.HasValue)
            {
                writer.WritePropertyName(replaced);
                writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return new JsonText(text.ToArray());
    }

    private static string? Text(CheckedObject body, TransactionBuyer buyer, CheckoutSession? session, string name) =>
        Said(body, buyer, session, name).AsText();

    private static bool IsTrue(JsonText said) => said.HasValue && said.Utf8.Span[0] == (byte)'t';

    private static string? PostalCode(JsonText buyer)
    {
        if (!buyer.HasValue)
        {
            return null;
        }

        using var parsed = JsonDocument.Parse(buyer.Utf8);
        return
            parsed.RootElement.TryGetProperty("billing_details", out var details)
            && details.ValueKind == JsonValueKind.Object
            && details.TryGetProperty("address", out var address)
            && address.ValueKind == JsonValueKind.Object
            && address.TryGetProperty("postal_code", out var code)
            ? code.GetString()
            : null;
    }

    private static string? DescriptorName(JsonText descriptor)
    {
        if (!descriptor.HasValue)
        {
            return null;
        }

        using var parsed = JsonDocument.Parse(descriptor.Utf8);
        return parsed.RootElement.TryGetProperty("name", out var name) ? name.GetString() : null;
    }

    /// <summary>A field that is carried.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Encoded">The same, as it is written.</param>
    /// <param name="Place">Its place in a checked body; -1 for what the request names by id only.</param>
    private sealed record CarriedField(string Name, JsonEncodedText Encoded, int Place);
}
