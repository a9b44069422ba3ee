using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Services;

namespace Checkstand.Server.Dev;

/// <summary>
/// The sandbox's own accounts can be paid from the first start on: each has a card simulator that takes every currency and
/// country. Accounts that are made later have none, because suites that make them bring their own.
/// </summary>
internal static class DevPaymentService
{
    /// <summary>Makes the payment service unless the account has, or ever had, one.</summary>
    public static async Task EnsureAsync(
        MerchantAccountId merchant,
        PaymentServiceDirectory services,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (services.HasAny(merchant))
        {
            return;
        }

        var said = new PaymentServicePatch
        {
            DisplayName = "Card simulator",
            AcceptedCurrencies = IsoCodes.Currencies,
            AcceptedCountries = IsoCodes.Countries,
        };
        var made = await services.CreateAsync(
            TimeOrderedId.New(clock.GetUtcNow()),
            merchant,
            "mock-card",
            said,
            cancellation
        );
        if (!made.TryGet(out _, out var refused))
        {
            throw new InvalidOperationException($"The sandbox could not make its payment service: {refused}.");
        }
    }
}
