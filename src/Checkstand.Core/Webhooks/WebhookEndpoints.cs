using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Webhooks;

/// <summary>What an organization does with its webhook endpoints and with what they were told.</summary>
public sealed partial class WebhookEndpoints(IWebhookStore store, CardVault vault, TimeProvider clock)
{
    private const string SecretPrefix = "whsec_";

    /// <summary>An endpoint; null when there is none.</summary>
    public ValueTask<WebhookEndpoint?> GetAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        store.FindAsync(organization, id, cancellation);

    /// <summary>A part of an organization's endpoints, newest first.</summary>
    public ValueTask<NumberedPage<WebhookEndpoint>> ListAsync(
        OrganizationId organization,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListAsync(organization, page, cancellation);

    /// <summary>Removes an endpoint; what waits for it is not delivered any more.</summary>
    /// <returns>False when there is none.</returns>
    public Task<bool> DeleteAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        store.RemoveAsync(organization, id, cancellation);

    /// <summary>A part of an organization's tries, newest first.</summary>
    public ValueTask<NumberedPage<ListedDelivery>> ListDeliveriesAsync(
        OrganizationId organization,
        DeliveryFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListDeliveriesAsync(organization, filter, page, cancellation);

    /// <summary>The secret of an endpoint, for its owner and for signing.</summary>
    public string SecretOf(WebhookEndpoint endpoint) => vault.OpenSecret(endpoint.Id, endpoint.Secret);

    private static string NewSecret() => SecretText.New(SecretPrefix);

    // Asked within a write: a rotation of keys that came between would otherwise leave a secret under the old one.
    private SealedSecret UnderActiveKey(Guid id, SealedSecret secret) =>
        secret.KeyId == vault.Ring.ActiveKeyId ? secret : vault.RewrapSecret(id, secret);
}
