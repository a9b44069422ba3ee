using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage;

/// <summary>
/// The stored document of a webhook endpoint: all but its secret, which is sealed beside it. Its names are part of the
/// stored format.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(OrganizationIdConverter)]
)]
[JsonSerializable(typeof(StoredEndpoint))]
internal sealed partial class WebhookEndpointDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(WebhookEndpoint endpoint) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new StoredEndpoint(
                endpoint.Id,
                endpoint.OrganizationId,
                endpoint.CreatedAt,
                endpoint.ModifiedAt,
                endpoint.Url,
                endpoint.Name,
                endpoint.Format,
                endpoint.Events,
                endpoint.IsEnabled,
                endpoint.FailedInARow
            ),
            Default.StoredEndpoint
        );

    /// <summary>Reads the document.</summary>
    public static WebhookEndpoint Read(byte[] document, Core.Vault.SealedSecret secret)
    {
        var stored = JsonSerializer.Deserialize(document, Default.StoredEndpoint)!;
        return new WebhookEndpoint
        {
            Id = stored.Id,
            OrganizationId = stored.OrganizationId,
            CreatedAt = stored.CreatedAt,
            ModifiedAt = stored.ModifiedAt,
            Url = stored.Url,
            Name = stored.Name,
            Format = stored.Format,
            Secret = secret,
            Events = stored.Events,
            IsEnabled = stored.IsEnabled,
            FailedInARow = stored.FailedInARow,
        };
    }
}

/// <summary>What is stored of an endpoint in its document.</summary>
internal sealed record StoredEndpoint(
    Guid Id,
    OrganizationId OrganizationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ModifiedAt,
    string Url,
    string? Name,
    WebhookFormat Format,
    IReadOnlyList<string> Events,
    bool IsEnabled,
    int FailedInARow
);
