using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Customers;

namespace Checkstand.Storage;

/// <summary>The stored document of a customer. Its names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(JsonTextConverter), typeof(OrganizationIdConverter)]
)]
[JsonSerializable(typeof(Customer))]
internal sealed partial class CustomerDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(Customer customer) => JsonSerializer.SerializeToUtf8Bytes(customer, Default.Customer);

    /// <summary>Reads the document.</summary>
    public static Customer Read(byte[] document) => JsonSerializer.Deserialize(document, Default.Customer)!;
}
