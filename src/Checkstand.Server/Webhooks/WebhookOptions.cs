namespace Checkstand.Server.Webhooks;

/// <summary>Settings of webhooks.</summary>
internal sealed class WebhookOptions
{
    /// <summary>
    /// Whether addresses that are not public (private networks, this machine, link-local, a cloud's metadata) may be
    /// dialled. Default false: whoever may register an endpoint could otherwise reach what stands behind the firewall.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }
}
