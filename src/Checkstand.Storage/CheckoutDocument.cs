using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Checkouts;

namespace Checkstand.Storage;

/// <summary>
/// The stored document of a checkout. Its names are part of the stored format. What is null is left out, most of a checkout
/// being null: a member whose default is another says that it is always written.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [
        typeof(JsonTextConverter),
        typeof(OrganizationIdConverter),
        typeof(CheckoutIdConverter),
        typeof(PaymentIdConverter),
    ]
)]
[JsonSerializable(typeof(Checkout))]
internal sealed partial class CheckoutDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(Checkout checkout) => JsonSerializer.SerializeToUtf8Bytes(checkout, Default.Checkout);

    /// <summary>Reads the document.</summary>
    public static Checkout Read(byte[] document) => JsonSerializer.Deserialize(document, Default.Checkout)!;
}
