using FsCheck;
using FsCheck.Fluent;

namespace Checkstand.TestProvider.Tests;

/// <summary>Whatever is asked for in whatever order: money never comes out of nothing.</summary>
public sealed class BalanceTests : IDisposable
{
    private const long Authorized = 1000;

    private static readonly Gen<Step> Steps =
        from what in Gen.Elements(What.Capture, What.FinalCapture, What.Refund, What.Void, What.Repeat, What.Restart)
        from amount in Gen.Choose(-5, 1100)
        select new Step(what, amount);

    private readonly Provider provider = new();

    private enum What
    {
        Capture,
        FinalCapture,
        Refund,
        Void,
        Repeat,
        Restart,
    }

    public void Dispose() => provider.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Never_more_is_captured_than_authorized_or_given_back_than_captured(bool capturesAtOnce) =>
        Property.Holds(
            Steps.ArrayOf().Where(steps => steps.Length > 0),
            steps => HoldsAsync(steps, capturesAtOnce).GetAwaiter().GetResult(),
            runs: 60
        );

    private async Task<bool> HoldsAsync(Step[] steps, bool capturesAtOnce)
    {
        var account = Provider.Account;
        var before = (await provider.MovementsAsync(account)).Select(movement => movement.IdempotencyKey).ToHashSet();
        var reference = await provider.ReserveAsync(Authorized, capturesAtOnce);
        var captured = capturesAtOnce ? Authorized : 0;
        var refunded = 0L;
        var isClosed = false;
        Func<Task<ProviderAnswer>>? last = null;
        ProviderAnswer? lastAnswer = null;
        foreach (var step in steps)
        {
            var key = provider.NewKey();
            switch (step.What)
            {
                case What.Restart:
                    provider.Restart();
                    continue;
                case What.Repeat when last is not null:
                    if (await last() != lastAnswer)
                    {
                        return false;
                    }

                    continue;
                case What.Repeat:
                    continue;
                case What.Capture or What.FinalCapture:
                    var isFinal = step.What == What.FinalCapture;
                    last = () => provider.CaptureAsync(reference, step.Amount, isFinal, key);
                    break;
                case What.Refund:
                    last = () => provider.RefundAsync(reference, step.Amount, key);
                    break;
                case What.Void:
                    last = () => provider.VoidAsync(reference, key);
                    break;
            }

            // The model says what the books must allow; it is written apart from the rules on purpose.
            var isAllowed = step.What switch
            {
                What.Void => !isClosed && captured == 0,
                What.Refund => step.Amount > 0 && refunded + step.Amount <= captured,
                _ => !isClosed && step.Amount > 0 && captured + step.Amount <= Authorized,
            };
            lastAnswer = await last!();
            if (!(isAllowed ? lastAnswer is ProviderAnswer.Approved : lastAnswer is ProviderAnswer.Declined))
            {
                return false;
            }

            if (isAllowed)
            {
                captured += step.What is What.Capture or What.FinalCapture ? step.Amount : 0;
                refunded += step.What == What.Refund ? step.Amount : 0;
                isClosed |= step.What is What.Void or What.FinalCapture;
            }
        }

        var moved = (await provider.MovementsAsync(account))
            .Where(movement => !before.Contains(movement.IdempotencyKey))
            .ToLookup(movement => movement.Kind, movement => movement.Amount.MinorUnits);
        return moved[MovementKind.Capture].Sum() == captured
            && moved[MovementKind.Refund].Sum() == refunded
            && refunded <= captured
            && captured <= Authorized
            && moved[MovementKind.Void].Sum() is 0 or Authorized;
    }

    private sealed record Step(What What, long Amount);
}
