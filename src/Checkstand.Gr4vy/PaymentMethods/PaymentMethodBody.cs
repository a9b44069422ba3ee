using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Buyers;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Buyers;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary>Between the wire's payment method and the core's (contract section 6.5).</summary>
internal static class PaymentMethodBody
{
    /// <summary>The status of every stored card: it needs nothing more from anybody to be paid with.</summary>
    public const string Status = "succeeded";

    /// <summary>A stored method with its buyer as it is now; null when it has none, or none any more.</summary>
    public sealed record View(StoredPaymentMethod Method, Buyer? Buyer);

    /// <summary>The view of a method.</summary>
    public static async Task<View> ViewOfAsync(Call call, StoredPaymentMethod method) =>
        new(method, method.BuyerId is { } buyer ? await NamedBuyer.FindAsync(call, buyer) : null);

    /// <summary>What a request to store a method says beside the card.</summary>
    /// <returns>It; or the buyer that does not exist or does not fit.</returns>
    public static async Task<Result<NewPaymentMethod, Violation>> ReadNewAsync(Call call, CheckedObject body)
    {
        var found = await NamedBuyer.FindAsync(call, body.Id("buyer_id"), body.Text("buyer_external_identifier"));
        return found.TryGet(out var buyer, out var refused)
            ? new NewPaymentMethod(buyer.Stored?.Id, buyer.ExternalIdentifier, body.Text("external_identifier"))
            : refused;
    }

    /// <summary>What an update says. A null expiry says nothing: there is no card without one.</summary>
    public static PaymentMethodPatch ReadPatch(CheckedObject body) =>
        new()
        {
            Expiry = body.Text("expiration_date"),
            SchemeTransactionId = SaidText(body, "scheme_transaction_id"),
            SchemeTransactionIdScheme = new Said<CardScheme?>(
                body.Json("scheme_transaction_id_scheme").IsPresent,
                body.Text("scheme_transaction_id_scheme") is { } word ? Enums.SchemeOf(word) : null
            ),
            TransactionLinkId = SaidText(body, "transaction_link_id"),
        };

    /// <summary>The filter of a query string.</summary>
    /// <param name="call">The request.</param>
    /// <param name="externalIdentifier">The merchant's own id of the method; null for any.</param>
    public static async Task<PaymentMethodFilter> ReadFilterAsync(Call call, string? externalIdentifier)
    {
        var query = call.Query!;
        var external = query.Text("buyer_external_identifier");
        var named = external is null ? null : await NamedBuyer.FindAsync(call, external);
        return new PaymentMethodFilter(query.Id("buyer_id"), external, externalIdentifier) { NamedBuyerId = named?.Id };
    }

    /// <summary>Writes a payment method as an answer shows it.</summary>
    public static void Write(Utf8JsonWriter writer, View view)
    {
        var method = view.Method;
        writer.WriteStartObject();
        WriteShared(writer, method);
        writer.WritePropertyName("buyer"u8);
        if (view.Buyer is { } buyer)
        {
            BuyerBody.Write(writer, buyer);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteString("external_identifier"u8, method.ExternalIdentifier);
        writer.WriteString("status"u8, Status);
        writer.WriteInstant("created_at", method.CreatedAt);
        writer.WriteInstant("updated_at", method.UpdatedAt);
        writer.WriteEndObject();
    }

    /// <summary>Writes the shorter form that the list of a buyer has.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, StoredPaymentMethod method)
    {
        writer.WriteStartObject();
        WriteShared(writer, method);
        writer.WriteEndObject();
    }

    private static void WriteShared(Utf8JsonWriter writer, StoredPaymentMethod method)
    {
        var card = method.Card;
        writer.WriteString("type"u8, "payment-method"u8);
        writer.WriteNull("approval_url"u8);
        writer.WriteNull("country"u8);
        writer.WriteNull("currency"u8);
        // Type and issuer are facts of issuers' tables, which are not public; the first six digits are.
        writer.WriteStartObject("details"u8);
        writer.WriteString("bin"u8, card.Bin);
        writer.WriteNull("card_type"u8);
        writer.WriteNull("card_issuer_name"u8);
        writer.WriteEndObject();
        writer.WriteString("expiration_date"u8, method.Expiry);
        writer.WriteString("fingerprint"u8, card.Fingerprint);
        writer.WriteString("label"u8, card.LastFour);
        // There is no account updater that would replace a card.
        writer.WriteNull("last_replaced_at"u8);
        writer.WriteString("method"u8, "card"u8);
        writer.WriteString("mode"u8, "card"u8);
        writer.WriteString("scheme"u8, Enums.SchemeName(card.Scheme));
        writer.WriteString("id"u8, method.Id);
        writer.WriteString("merchant_account_id"u8, method.MerchantAccountId.Value);
        writer.WriteStartArray("additional_schemes"u8);
        writer.WriteEndArray();
        writer.WriteInstant("cit_last_used_at", method.CitLastUsedAt);
        writer.WriteNumber("cit_usage_count"u8, method.CitUsageCount);
        writer.WriteBoolean("has_replacement"u8, value: false);
        writer.WriteInstant("last_used_at", method.LastUsedAt);
        writer.WriteNumber("usage_count"u8, method.UsageCount);
        writer.WriteString("scheme_transaction_id"u8, method.SchemeTransactionId);
        writer.WriteString(
            "scheme_transaction_id_scheme"u8,
            method.SchemeTransactionIdScheme is { } scheme ? Enums.SchemeName(scheme) : null
        );
        writer.WriteString("transaction_link_id"u8, method.TransactionLinkId);
    }

    private static Said<string> SaidText(CheckedObject body, string name) =>
        new(body.Json(name).IsPresent, body.Text(name));
}
