using System.Text.Json;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Payments;

namespace Checkstand.Polar.Checkouts;

/// <summary>
/// What a checkout tells of its payment: <c>payment_processor_metadata</c> (contract section 4). Every value is text,
/// because the SDKs refuse all others.
/// </summary>
internal static class ProcessorMetadata
{
    public static void Write(Utf8JsonWriter writer, CheckoutParts parts, string baseUrl)
    {
        writer.WriteStartObject("payment_processor_metadata"u8);
        var checkout = parts.Checkout;
        if (checkout is { Status: CheckoutStatus.Confirmed or CheckoutStatus.Succeeded, PaymentId: { } id })
        {
            writer.WriteString("customer_id"u8, checkout.Buyer.CustomerId?.ToString("D") ?? "");
            writer.WriteString("intent_client_secret"u8, $"pi_{id}_secret_{checkout.ClientSecret}");
            writer.WriteString("intent_status"u8, StatusOf(parts));
            if (parts.Payment?.Open is { State: OperationState.NeedsAction, ApprovalUrl: { } page })
            {
                // Ours: where the buyer passes the challenge.
                writer.WriteString("approval_url"u8, page.StartsWith('/') ? baseUrl + page : page);
            }
        }

        writer.WriteEndObject();
    }

    private static string StatusOf(CheckoutParts parts) =>
        parts switch
        {
            { Checkout.Status: CheckoutStatus.Succeeded } or { Payment.WasApproved: true } => "succeeded",
            { Payment.Status: PaymentStatus.NeedsAction } => "requires_action",
            _ => "processing",
        };
}
