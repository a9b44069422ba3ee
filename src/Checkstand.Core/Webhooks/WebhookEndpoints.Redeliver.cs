using Checkstand.Core.Organizations;

namespace Checkstand.Core.Webhooks;

public sealed partial class WebhookEndpoints
{
    /// <summary>Sends an event again, with the id and the body that it had, whether it arrived or not.</summary>
    /// <returns>The event, due at once; or the refusal.</returns>
    public Task<Result<WebhookEvent, WebhookProblem>> RedeliverAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        return store.ChangeEventAsync(organization, id, (told, endpoint) => Again(told, endpoint, now), cancellation);
    }

    private static Result<WebhookEvent, WebhookProblem> Again(
        WebhookEvent told,
        WebhookEndpoint? endpoint,
        DateTimeOffset now
    ) =>
        told.Payload is null ? new WebhookProblem.Archived()
        : endpoint is not { IsEnabled: true } ? new WebhookProblem.EndpointDisabled()
        : told.Again(now);
}
