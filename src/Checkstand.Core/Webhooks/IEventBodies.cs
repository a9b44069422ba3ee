namespace Checkstand.Core.Webhooks;

/// <summary>Writes what endpoints are told: the seam to the dialect whose words they are.</summary>
public interface IEventBodies
{
    /// <summary>The body of something that happened, UTF-8 JSON.</summary>
    /// <param name="happened">What happened. What its subject names is looked up as it is now.</param>
    /// <param name="at">When, for the body.</param>
    /// <param name="format">How it is told.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<byte[]> WriteAsync(
        DomainEvent happened,
        DateTimeOffset at,
        WebhookFormat format,
        CancellationToken cancellation
    );
}
