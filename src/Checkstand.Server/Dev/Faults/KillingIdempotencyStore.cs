using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;

namespace Checkstand.Server.Dev.Faults;

/// <summary>The idempotency store with a kill switch around its writes.</summary>
internal sealed class KillingIdempotencyStore(IIdempotencyStore inner, KillSwitch killSwitch) : IIdempotencyStore
{
    public async Task<(IdempotencyRecord Record, bool IsNew)> TakeAsync(
        MerchantAccountId merchant,
        string key,
        IdempotencyRecord record,
        DateTimeOffset keptSince,
        CancellationToken cancellation
    )
    {
        killSwitch.Before(PaymentStep.TakeKey);
        var taken = await inner.TakeAsync(merchant, key, record, keptSince, cancellation);
        killSwitch.After(PaymentStep.TakeKey);
        return taken;
    }

    public async Task AnswerAsync(
        MerchantAccountId merchant,
        string key,
        RecordedAnswer answer,
        CancellationToken cancellation
    )
    {
        killSwitch.Before(PaymentStep.AnswerKey);
        await inner.AnswerAsync(merchant, key, answer, cancellation);
        killSwitch.After(PaymentStep.AnswerKey);
    }

    public async Task ReleaseAsync(MerchantAccountId merchant, string key, CancellationToken cancellation)
    {
        killSwitch.Before(PaymentStep.ReleaseKey);
        await inner.ReleaseAsync(merchant, key, cancellation);
        killSwitch.After(PaymentStep.ReleaseKey);
    }

    public Task<int> RemoveAsync(DateTimeOffset keptSince, int max, CancellationToken cancellation) =>
        inner.RemoveAsync(keptSince, max, cancellation);
}
