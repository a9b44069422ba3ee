using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.CheckoutLinks;

namespace Checkstand.Storage;

/// <summary>The stored document of a checkout link. Its names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(JsonTextConverter), typeof(OrganizationIdConverter)]
)]
[JsonSerializable(typeof(CheckoutLink))]
internal sealed partial class CheckoutLinkDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(CheckoutLink link) => JsonSerializer.SerializeToUtf8Bytes(link, Default.CheckoutLink);

    /// <summary>Reads the document.</summary>
    public static CheckoutLink Read(byte[] document) => JsonSerializer.Deserialize(document, Default.CheckoutLink)!;
}
