using System.Reflection;
using Checkstand.Core.Checkouts;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What happens to a checkout between the look at it and its lock.</summary>
public sealed class ConfirmLockTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_confirmation_is_planned_from_the_checkout_as_it_is_under_its_lock()
    {
        var opened = await server.Api.OpenAsync();
        var store = ChangingStore.Around(server.Services.GetRequiredService<ICheckoutStore>());
        ((ChangingStore)store).OnceFound = async () =>
            (await server.Api.PatchAsync($"/v1/checkouts/{opened.Id}", """{"customer_name":"Ada"}""")).Expect(200);
        var checkouts = ActivatorUtilities.CreateInstance<OpenCheckouts>(server.Services, store);
        var confirmations = ActivatorUtilities.CreateInstance<CheckoutConfirmations>(server.Services, checkouts);
        Checkout? seen = null;

        await confirmations.ConfirmAsync(
            opened.Secret,
            new CheckoutUpdate(),
            new PaymentMeans(token: null, card: null),
            checkout =>
            {
                seen = checkout;
                return "https://shop.example/back";
            },
            CancellationToken.None
        );

        Assert.Equal("Ada", seen!.Buyer.Name);
    }

    /// <summary>A store after whose first look by secret something else happens before the looker goes on.</summary>
    // An unsealed public class, because DispatchProxy derives from it.
#pragma warning disable CA1852
    public class ChangingStore : DispatchProxy
#pragma warning restore CA1852
    {
        private ICheckoutStore? inner;

        internal Func<Task>? OnceFound { get; set; }

        public static ICheckoutStore Around(ICheckoutStore store)
        {
            var proxy = Create<ICheckoutStore, ChangingStore>();
            ((ChangingStore)(object)proxy).inner = store;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var result = targetMethod!.Invoke(inner, args);
            return targetMethod.Name == nameof(ICheckoutStore.FindBySecretAsync)
                ? new ValueTask<CheckoutParts?>(GoOnAsync(((ValueTask<CheckoutParts?>)result!).AsTask()))
                : result;
        }

        private async Task<CheckoutParts?> GoOnAsync(Task<CheckoutParts?> looking)
        {
            var found = await looking;
            var meanwhile = OnceFound;
            OnceFound = null;
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            return found;
        }
    }
}
