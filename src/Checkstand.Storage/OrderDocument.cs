using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Orders;

namespace Checkstand.Storage;

/// <summary>The stored document of an order. Its names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [
        typeof(JsonTextConverter),
        typeof(OrganizationIdConverter),
        typeof(CheckoutIdConverter),
        typeof(PaymentIdConverter),
    ]
)]
[JsonSerializable(typeof(Order))]
internal sealed partial class OrderDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(Order order) => JsonSerializer.SerializeToUtf8Bytes(order, Default.Order);

    /// <summary>Reads the document.</summary>
    public static Order Read(byte[] document) => JsonSerializer.Deserialize(document, Default.Order)!;
}
