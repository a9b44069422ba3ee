using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The stored document of an organization. Its names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(JsonTextConverter), typeof(OrganizationIdConverter)]
)]
[JsonSerializable(typeof(Organization))]
internal sealed partial class OrganizationDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(Organization organization) =>
        JsonSerializer.SerializeToUtf8Bytes(organization, Default.Organization);

    /// <summary>Reads the document.</summary>
    public static Organization Read(byte[] document) => JsonSerializer.Deserialize(document, Default.Organization)!;
}
