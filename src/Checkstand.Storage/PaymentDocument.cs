using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;

namespace Checkstand.Storage;

/// <summary>
/// A payment's document: the part of its row that is not searched by, as one JSON object. Names are part of the stored
/// format, so they are spelled here and not taken from the code's own. What is null is left out.
/// </summary>
public static class PaymentDocument
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes a payment's document.</summary>
    public static byte[] Write(Payment payment)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber("created_at_ms", payment.CreatedAt.ToUnixTimeMilliseconds());
            writer.WriteNumber("updated_at_ms", payment.UpdatedAt.ToUnixTimeMilliseconds());
            writer.WriteNumber("checks_made", payment.ChecksMade);
            WriteOrder(writer, payment.Order);
            WriteCard(writer, payment.Card);
            writer.WriteStartArray("operations");
            foreach (var operation in payment.Operations)
            {
                OperationDocument.Write(writer, operation);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote into a payment whose columns are given.</summary>
    public static Payment Read(
        PaymentId id,
        Core.Merchants.MerchantAccountId merchant,
        Guid? checkoutId,
        DateTimeOffset? nextCheckAt,
        byte[] document
    )
    {
        using var parsed = JsonDocument.Parse(document);
        var root = parsed.RootElement;
        return new Payment
        {
            Id = id,
            MerchantAccountId = merchant,
            CheckoutId = checkoutId,
            NextCheckAt = nextCheckAt,
            CreatedAt = root.Instant("created_at_ms"),
            UpdatedAt = root.Instant("updated_at_ms"),
            ChecksMade = root.GetProperty("checks_made").GetInt32(),
            Order = ReadOrder(root.GetProperty("order")),
            Card = ReadCard(root.GetProperty("card")),
            Operations = ReadOperations(root.GetProperty("operations")),
        };
    }

    private static ImmutableArray<PaymentOperation> ReadOperations(JsonElement stored)
    {
        var operations = ImmutableArray.CreateBuilder<PaymentOperation>(stored.GetArrayLength());
        foreach (var operation in stored.EnumerateArray())
        {
            operations.Add(OperationDocument.Read(operation));
        }

        return operations.MoveToImmutable();
    }

    private static void WriteOrder(Utf8JsonWriter writer, PaymentOrder order)
    {
        writer.WriteStartObject("order");
        writer.WriteNumber("minor_units", order.Amount.MinorUnits);
        writer.WriteString("currency", order.Amount.Currency);
        writer.WriteString("intent", order.Intent.ToString());
        writer.WriteIfSaid("country", order.Country);
        writer.WriteIfSaid("payment_service_id", order.PaymentServiceId);
        writer.WriteIfSaid("external_identifier", order.ExternalIdentifier);
        writer.WriteIfSaid("buyer_id", order.BuyerId);
        writer.WriteIfSaid("buyer_external_identifier", order.BuyerExternalIdentifier);
        writer.WriteIfSaid("postal_code", order.PostalCode);
        writer.WriteIfSaid("return_url", order.ReturnUrl);
        if (order.ApprovalExpiresAt is { } end)
        {
            writer.WriteNumber("approval_expires_at_ms", end.ToUnixTimeMilliseconds());
        }

        writer.WriteIfSaid("statement_descriptor", order.StatementDescriptor);
        if (order.IsMerchantInitiated)
        {
            writer.WriteBoolean("merchant_initiated", true);
        }

        if (order.StoreWish is { } wish)
        {
            writer.WriteStartObject("store");
            writer.WriteIfSaid("external_identifier", wish.ExternalIdentifier);
            writer.WriteEndObject();
        }

        if (order.Said.IsPresent)
        {
            writer.WritePropertyName("said");
            writer.WriteRawValue(order.Said.Utf8.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private static PaymentOrder ReadOrder(JsonElement stored) =>
        new()
        {
            Amount = new Money(stored.GetProperty("minor_units").GetInt64(), stored.Text("currency")!),
            Intent = Enum.Parse<PaymentIntent>(stored.Text("intent")!),
            Country = stored.Text("country"),
            PaymentServiceId = stored.Id("payment_service_id"),
            ExternalIdentifier = stored.Text("external_identifier"),
            BuyerId = stored.Id("buyer_id"),
            BuyerExternalIdentifier = stored.Text("buyer_external_identifier"),
            PostalCode = stored.Text("postal_code"),
            ReturnUrl = stored.Text("return_url"),
            ApprovalExpiresAt = stored.TryGetProperty("approval_expires_at_ms", out _)
                ? stored.Instant("approval_expires_at_ms")
                : null,
            StatementDescriptor = stored.Text("statement_descriptor"),
            IsMerchantInitiated = stored.TryGetProperty("merchant_initiated", out _),
            StoreWish = stored.TryGetProperty("store", out var wish)
                ? new StoreWish(wish.Text("external_identifier"))
                : null,
            Said = stored.TryGetProperty("said", out var said)
                ? new JsonText(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(said).ToArray())
                : default,
        };

    private static void WriteCard(Utf8JsonWriter writer, PaymentCard card)
    {
        writer.WriteStartObject("card");
        writer.WriteString("last_four", card.Display.LastFour);
        writer.WriteString("bin", card.Display.Bin);
        writer.WriteString("scheme", card.Display.Scheme.ToString());
        writer.WriteString("fingerprint", card.Display.Fingerprint);
        writer.WriteString("expiry", card.Expiry);
        writer.WriteIfSaid("stored_method_id", card.StoredMethodId);
        writer.WriteEndObject();
    }

    private static PaymentCard ReadCard(JsonElement stored) =>
        new(
            new CardDisplay(
                stored.Text("last_four")!,
                stored.Text("bin")!,
                Enum.Parse<CardScheme>(stored.Text("scheme")!),
                stored.Text("fingerprint")!
            ),
            stored.Text("expiry")!,
            stored.Id("stored_method_id")
        );
}

/// <summary>One operation in a payment's document.</summary>
internal static class OperationDocument
{
    public static void Write(Utf8JsonWriter writer, PaymentOperation operation)
    {
        writer.WriteStartObject();
        writer.WriteString("id", operation.Id.Value);
        writer.WriteString("kind", operation.Kind.ToString());
        writer.WriteString("state", operation.State.ToString());
        writer.WriteString("payment_service_id", operation.PaymentServiceId);
        writer.WriteNumber("minor_units", operation.MinorUnits);
        WriteIfTrue(writer, "captures_at_once", operation.CapturesAtOnce);
        WriteIfTrue(writer, "final", operation.IsFinal);
        WriteIfTrue(writer, "part_of_authorization", operation.IsPartOfAuthorization);
        writer.WriteNumber("started_at_ms", operation.StartedAt.ToUnixTimeMilliseconds());
        writer.WriteNumber("updated_at_ms", operation.UpdatedAt.ToUnixTimeMilliseconds());
        writer.WriteIfSaid("reference", operation.Reference);
        writer.WriteIfSaid("error", operation.Error?.Value);
        writer.WriteIfSaid("raw_code", operation.RawCode);
        writer.WriteIfSaid("raw_description", operation.RawDescription);
        writer.WriteIfSaid("avs", operation.Avs?.ToString());
        writer.WriteIfSaid("cvv", operation.Cvv?.ToString());
        writer.WriteIfSaid("scheme_transaction_id", operation.SchemeTransactionId);
        writer.WriteIfSaid("approval_url", operation.ApprovalUrl);
        writer.WriteIfSaid("external_identifier", operation.ExternalIdentifier);
        writer.WriteIfSaid("reason", operation.Reason);
        writer.WriteEndObject();
    }

    public static PaymentOperation Read(JsonElement stored) =>
        new()
        {
            Id = new OperationId(stored.Id("id")!.Value),
            Kind = Enum.Parse<OperationKind>(stored.Text("kind")!),
            State = Enum.Parse<OperationState>(stored.Text("state")!),
            PaymentServiceId = stored.Id("payment_service_id")!.Value,
            MinorUnits = stored.GetProperty("minor_units").GetInt64(),
            CapturesAtOnce = stored.TryGetProperty("captures_at_once", out _),
            IsFinal = stored.TryGetProperty("final", out _),
            IsPartOfAuthorization = stored.TryGetProperty("part_of_authorization", out _),
            StartedAt = stored.Instant("started_at_ms"),
            UpdatedAt = stored.Instant("updated_at_ms"),
            Reference = stored.Text("reference"),
            Error = stored.Text("error") is { } error ? PaymentErrorCode.Parse(error) : null,
            RawCode = stored.Text("raw_code"),
            RawDescription = stored.Text("raw_description"),
            Avs = stored.Text("avs") is { } avs ? Enum.Parse<AvsResult>(avs) : null,
            Cvv = stored.Text("cvv") is { } cvv ? Enum.Parse<CvvResult>(cvv) : null,
            SchemeTransactionId = stored.Text("scheme_transaction_id"),
            ApprovalUrl = stored.Text("approval_url"),
            ExternalIdentifier = stored.Text("external_identifier"),
            Reason = stored.Text("reason"),
        };

    private static void WriteIfTrue(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, true);
        }
    }
}

/// <summary>Values of stored documents: what is null is left out, ids are text, instants Unix milliseconds.</summary>
internal static class DocumentValues
{
    extension(Utf8JsonWriter writer)
    {
        public void WriteIfSaid(string name, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }

        public void WriteIfSaid(string name, Guid? value)
        {
            if (value is { } id)
            {
                writer.WriteString(name, id);
            }
        }
    }

    extension(JsonElement stored)
    {
        public string? Text(string name) => stored.TryGetProperty(name, out var value) ? value.GetString() : null;

        public Guid? Id(string name) => stored.TryGetProperty(name, out var value) ? value.GetGuid() : null;

        public DateTimeOffset Instant(string name) =>
            DateTimeOffset.FromUnixTimeMilliseconds(stored.GetProperty(name).GetInt64());
    }
}
