namespace Checkstand.Core.Webhooks;

/// <summary>Sends a body to an address: the seam to the network.</summary>
public interface IWebhookSender
{
    /// <summary>
    /// Sends an event once, signed, and waits for the answer, at most 10 seconds. Whatever goes wrong on the way is an
    /// outcome, not an exception.
    /// </summary>
    /// <param name="url">Where to.</param>
    /// <param name="id">The event's id, the same in every try.</param>
    /// <param name="secret">What signs it.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellation">Ends the try because this process ends; then it throws, and nothing is known.</param>
    Task<DeliveryOutcome> SendAsync(
        string url,
        Guid id,
        string secret,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation
    );
}
