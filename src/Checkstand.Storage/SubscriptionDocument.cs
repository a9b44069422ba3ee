using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Storage;

/// <summary>The stored document of a subscription. Its names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(JsonTextConverter), typeof(OrganizationIdConverter), typeof(CheckoutIdConverter)]
)]
[JsonSerializable(typeof(Subscription))]
internal sealed partial class SubscriptionDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(Subscription subscription) =>
        JsonSerializer.SerializeToUtf8Bytes(subscription, Default.Subscription);

    /// <summary>Reads the document.</summary>
    public static Subscription Read(byte[] document) => JsonSerializer.Deserialize(document, Default.Subscription)!;
}
