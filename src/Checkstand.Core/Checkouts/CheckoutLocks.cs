using System.Collections.Concurrent;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// The checkouts that are being changed or confirmed at this moment. A second writer does not wait: it is refused with
/// <see cref="CheckoutProblem.Locked"/>, as the contract has it (section 3.1). One process owns the store, so memory is
/// enough; what must hold over a crash is the store's.
/// </summary>
public sealed class CheckoutLocks
{
    private readonly ConcurrentDictionary<CheckoutId, bool> held = new();

    /// <summary>Takes the lock of a checkout.</summary>
    /// <returns>The lock, which the caller disposes; null when somebody else has it.</returns>
    public IDisposable? TryTake(CheckoutId checkout) => held.TryAdd(checkout, true) ? new Held(held, checkout) : null;

    private sealed class Held(ConcurrentDictionary<CheckoutId, bool> held, CheckoutId checkout) : IDisposable
    {
        private bool isReleased;

        public void Dispose()
        {
            if (!isReleased)
            {
                isReleased = true;
                held.TryRemove(checkout, out _);
            }
        }
    }
}
