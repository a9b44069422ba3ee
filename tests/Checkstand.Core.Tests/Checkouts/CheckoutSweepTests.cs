using System.Reflection;
using Checkstand.Core.Checkouts;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Core.Tests.Checkouts;

public sealed class CheckoutSweepTests
{
    private static readonly CheckoutId Broken = CheckoutId.New(Known.Now);
    private static readonly CheckoutId Next = CheckoutId.New(Known.Now);

    [Fact]
    public async Task A_checkout_that_can_not_be_settled_does_not_keep_the_next_one_from_being_settled()
    {
        var store = DispatchProxy.Create<ICheckoutSettlementStore, BrokenStore>();
        var confirmations = new CheckoutConfirmations(
            null!,
            store,
            null!,
            null!,
            new CheckoutLocks(),
            new CheckoutFeed(),
            [],
            new FakeClock()
        );

        var failed = await Assert.ThrowsAsync<AggregateException>(() => confirmations.SweepAsync(default));

        Assert.Equal("A bug.", Assert.Single(failed.InnerExceptions).Message);
        Assert.Equal([Broken, Next], ((BrokenStore)(object)store).Asked);
    }

    /// <summary>A store with two unsettled checkouts, of which the first can't be settled.</summary>
    // An unsealed public class, because DispatchProxy derives from it.
#pragma warning disable CA1852
    public class BrokenStore : DispatchProxy
#pragma warning restore CA1852
    {
        internal List<CheckoutId> Asked { get; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(ICheckoutSettlementStore.UnsettledAsync))
            {
                return new ValueTask<IReadOnlyList<CheckoutId>>([Broken, Next]);
            }

            Asked.Add((CheckoutId)args![0]!);
            return Asked[^1] == Broken
                ? throw new InvalidOperationException("A bug.")
                : Task.FromResult<Settlement?>(null);
        }
    }
}
