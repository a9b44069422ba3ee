using Checkstand.Core.Organizations;

namespace Checkstand.Core.Webhooks;

public sealed partial class WebhookEndpoints
{
    /// <summary>Changes an endpoint. One that is enabled again begins without failures.</summary>
    /// <returns>The endpoint afterwards; null when there is none.</returns>
    public Task<WebhookEndpoint?> UpdateAsync(
        OrganizationId organization,
        Guid id,
        WebhookEndpointPatch patch,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        return store.ChangeAsync(
            organization,
            id,
            endpoint =>
                endpoint with
                {
                    Url = patch.Url ?? endpoint.Url,
                    Name = patch.NamesIt ? patch.Name : endpoint.Name,
                    Format = patch.Format ?? endpoint.Format,
                    Events = patch.Events is { } events ? [.. events.Distinct()] : endpoint.Events,
                    IsEnabled = patch.IsEnabled ?? endpoint.IsEnabled,
                    FailedInARow = patch.IsEnabled == true ? 0 : endpoint.FailedInARow,
                    ModifiedAt = now,
                },
            cancellation
        );
    }

    /// <summary>Gives an endpoint another secret, which signs everything that is sent from now on, repetitions too.</summary>
    /// <returns>The endpoint afterwards; null when there is none.</returns>
    public Task<WebhookEndpoint?> ResetSecretAsync(OrganizationId organization, Guid id, CancellationToken cancellation)
    {
        var now = clock.NowInMilliseconds();
        var secret = vault.SealSecret(id, NewSecret());
        return store.ChangeAsync(
            organization,
            id,
            endpoint => endpoint with { Secret = UnderActiveKey(id, secret), ModifiedAt = now },
            cancellation
        );
    }
}

/// <summary>What changes of an endpoint. Null for what does not.</summary>
public sealed record WebhookEndpointPatch
{
    /// <summary>Where to: http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Whether <see cref="Name"/> is said, be it null.</summary>
    public bool NamesIt { get; init; }

    /// <summary>Its name for people; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>How an event is told.</summary>
    public WebhookFormat? Format { get; init; }

    /// <summary>The names of the events that it wants.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Whether anything is delivered to it.</summary>
    public bool? IsEnabled { get; init; }
}
