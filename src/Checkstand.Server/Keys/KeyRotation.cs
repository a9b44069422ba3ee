using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;

namespace Checkstand.Server.Keys;

/// <summary>
/// Moves every card and secret of the vault to a fresh key-encryption key while requests go on. What is being sealed
/// meanwhile is wrapped anew as it is written (CheckoutSessions.AttachCard, StoredPaymentMethods, WebhookEndpoints), so
/// nothing is left behind.
/// </summary>
internal sealed class KeyRotation(
    ISessionStore sessions,
    IPaymentMethodStore methods,
    IWebhookStore webhooks,
    CardVault vault,
    KeyRingSource source,
    TimeProvider clock
)
{
    // One batch is one transaction on the writer: about a millisecond.
    private const int BatchMax = 200;

    /// <summary>Rotates.</summary>
    /// <returns>The id of the key that wraps everything now, and how many cards and secrets were wrapped anew.</returns>
    public async Task<(string KeyId, int Cards)> RunAsync(CancellationToken cancellation)
    {
        // First finish a rotation that a crash cut short; only then is an older key surely unused.
        var cards = await RewrapAsync(cancellation);
        if (source.IsWritable)
        {
            // The key that is replaced now stays on the ring until the next rotation, for reads that are under way.
            var next = vault.Ring.WithActiveOnly().WithNewActive(clock.GetUtcNow());
            source.Write(next);
            vault.Ring = next;
            cards += await RewrapAsync(cancellation);
        }

        return (vault.Ring.ActiveKeyId, cards);
    }

    private async Task<int> RewrapAsync(CancellationToken cancellation)
    {
        var keyId = vault.Ring.ActiveKeyId;
        return await InBatchesAsync(() =>
                sessions.RewrapCardsAsync(keyId, (id, card) => vault.Rewrap(id, card), BatchMax, cancellation)
            )
            + await InBatchesAsync(() =>
                methods.RewrapCardsAsync(
                    keyId,
                    (id, card) => vault.Rewrap(CardOwner.PaymentMethod(id), card),
                    BatchMax,
                    cancellation
                )
            )
            + await InBatchesAsync(() =>
                webhooks.RewrapSecretsAsync(keyId, vault.RewrapSecret, BatchMax, cancellation)
            );
    }

    private static async Task<int> InBatchesAsync(Func<Task<int>> rewrap)
    {
        var total = 0;
        int wrapped;
        do
        {
            wrapped = await rewrap();
            total += wrapped;
        } while (wrapped > 0);
        return total;
    }
}
