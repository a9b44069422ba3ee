using Checkstand.Core.Organizations;

namespace Checkstand.Core.Webhooks;

public sealed partial class WebhookEndpoints
{
    /// <summary>Makes an endpoint with a secret of its own. Durable when the task completes.</summary>
    public Task<WebhookEndpoint> CreateAsync(
        OrganizationId organization,
        NewWebhookEndpoint said,
        CancellationToken cancellation
    )
    {
        var id = RandomId.New();
        var endpoint = new WebhookEndpoint
        {
            Id = id,
            OrganizationId = organization,
            CreatedAt = clock.NowInMilliseconds(),
            Url = said.Url,
            Name = said.Name,
            Format = said.Format,
            Secret = vault.SealSecret(id, NewSecret()),
            Events = [.. said.Events.Distinct()],
        };
        return store.AddAsync(() => endpoint with { Secret = UnderActiveKey(id, endpoint.Secret) }, cancellation);
    }
}

/// <summary>What an organization says of a new endpoint.</summary>
/// <param name="Url">Where to: http or https.</param>
/// <param name="Name">Its name for people; null for none.</param>
/// <param name="Format">How an event is told.</param>
/// <param name="Events">The names of the events that it wants; repeated ones count once.</param>
public sealed record NewWebhookEndpoint(string Url, string? Name, WebhookFormat Format, IReadOnlyList<string> Events);
