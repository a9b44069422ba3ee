using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Client.Webhooks;

namespace Checkstand.Client.Polar;

/// <summary>
/// What a webhook tells: one of the kinds below, or <see cref="UnknownWebhookPayload"/> when what it is about is not known
/// here. Source: contract section 5.
/// </summary>
[JsonConverter(typeof(WebhookPayloadConverter))]
public abstract class WebhookPayload : PolarObject
{
    /// <summary>What happened.</summary>
    public WebhookEventType Type { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset Timestamp { get; set; }

    /// <summary>Reads a webhook that was verified.</summary>
    /// <param name="body">The body's bytes as they came.</param>
    /// <exception cref="FormatException">It is no event.</exception>
    public static WebhookPayload Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PolarJsonContext.Default.WebhookPayload)
                ?? throw new FormatException("The webhook is null.");
        }
        catch (JsonException failure)
        {
            throw new FormatException(
                $"The webhook is no event: {failure.Path ?? "$"} is not as it should be.",
                failure
            );
        }
    }

    /// <summary>Reads a webhook if it is to be believed.</summary>
    /// <param name="verifier">Knows the secret: <see cref="WebhookVerifier.Polar(string, TimeSpan?, TimeProvider?)"/>.</param>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="header">The value of a header by its name, null when there is none.</param>
    /// <exception cref="WebhookVerificationException">It is not from who knows the secret, was changed, or is old.</exception>
    /// <exception cref="FormatException">It is no event.</exception>
    public static WebhookPayload Read(WebhookVerifier verifier, ReadOnlySpan<byte> body, Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        verifier.Verify(body, header);
        return Parse(body);
    }

    /// <summary>Reads a webhook if it is to be believed.</summary>
    /// <param name="verifier">Knows the secret: <see cref="WebhookVerifier.Polar(string, TimeSpan?, TimeProvider?)"/>.</param>
    /// <param name="body">The body's bytes as they came.</param>
    /// <param name="headers">The headers; the case of their names is of no matter.</param>
    /// <exception cref="WebhookVerificationException">It is not from who knows the secret, was changed, or is old.</exception>
    /// <exception cref="FormatException">It is no event.</exception>
    public static WebhookPayload Read(
        WebhookVerifier verifier,
        ReadOnlySpan<byte> body,
        IEnumerable<KeyValuePair<string, string>> headers
    )
    {
        ArgumentNullException.ThrowIfNull(verifier);
        verifier.Verify(body, headers);
        return Parse(body);
    }
}

/// <summary>Something happened to a checkout.</summary>
public sealed class CheckoutWebhookPayload : WebhookPayload
{
    /// <summary>The checkout as it was then.</summary>
    public Checkout Data { get; set; } = new();
}

/// <summary>Something happened to an order.</summary>
public sealed class OrderWebhookPayload : WebhookPayload
{
    /// <summary>The order as it was then.</summary>
    public Order Data { get; set; } = new();
}

/// <summary>Something happened to a subscription.</summary>
public sealed class SubscriptionWebhookPayload : WebhookPayload
{
    /// <summary>The subscription as it was then.</summary>
    public Subscription Data { get; set; } = new();
}

/// <summary>Something happened to a customer.</summary>
public sealed class CustomerWebhookPayload : WebhookPayload
{
    /// <summary>The customer as it was then.</summary>
    public Customer Data { get; set; } = new();
}

/// <summary>What a customer has is another now.</summary>
public sealed class CustomerStateWebhookPayload : WebhookPayload
{
    /// <summary>The customer, and what it has.</summary>
    public CustomerState Data { get; set; } = new();
}

/// <summary>Something happened to a product.</summary>
public sealed class ProductWebhookPayload : WebhookPayload
{
    /// <summary>The product as it was then.</summary>
    public Product Data { get; set; } = new();
}

/// <summary>Something happened to a discount.</summary>
public sealed class DiscountWebhookPayload : WebhookPayload
{
    /// <summary>The discount as it was then.</summary>
    [JsonRequired]
    public Discount Data { get; set; } = null!;
}

/// <summary>Something happened to the organization.</summary>
public sealed class OrganizationWebhookPayload : WebhookPayload
{
    /// <summary>The organization as it was then.</summary>
    public Organization Data { get; set; } = new();
}

/// <summary>Something happened to what this version of the client has no type for: benefits, refunds, seats, members.</summary>
public sealed class UnknownWebhookPayload : WebhookPayload
{
    /// <summary>What it is about, as it came.</summary>
    public JsonElement Data { get; set; }
}
