using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Discounts;

namespace Checkstand.Storage;

/// <summary>The stored document of a discount. Its names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(JsonTextConverter), typeof(OrganizationIdConverter)]
)]
[JsonSerializable(typeof(Discount))]
internal sealed partial class DiscountDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(Discount discount) => JsonSerializer.SerializeToUtf8Bytes(discount, Default.Discount);

    /// <summary>Reads the document.</summary>
    public static Discount Read(byte[] document) => JsonSerializer.Deserialize(document, Default.Discount)!;
}
