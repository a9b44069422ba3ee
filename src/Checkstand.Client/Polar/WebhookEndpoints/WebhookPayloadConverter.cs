using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client.Polar;

internal sealed class WebhookPayloadConverter : KindConverter<WebhookPayload>
{
    protected override ReadOnlySpan<byte> Discriminator => "type"u8;

    // What comes after the point is what happened; new things may happen to what is known.
    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind?.Split('.')[0] switch
        {
            "checkout" => PolarJsonContext.Default.CheckoutWebhookPayload,
            "order" => PolarJsonContext.Default.OrderWebhookPayload,
            "subscription" => PolarJsonContext.Default.SubscriptionWebhookPayload,
            "customer" when kind == "customer.state_changed" => PolarJsonContext.Default.CustomerStateWebhookPayload,
            "customer" => PolarJsonContext.Default.CustomerWebhookPayload,
            "product" => PolarJsonContext.Default.ProductWebhookPayload,
            "discount" => PolarJsonContext.Default.DiscountWebhookPayload,
            "organization" => PolarJsonContext.Default.OrganizationWebhookPayload,
            _ => PolarJsonContext.Default.UnknownWebhookPayload,
        };
}
