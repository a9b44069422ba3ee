using Checkstand.Core.Payments;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// Amounts as Stripe counts them. It has its own idea of the minor unit of a few currencies (public reference,
/// "Supported currencies", special cases): for these the same number would be a hundred times too much or too little.
/// </summary>
internal static class StripeMoney
{
    private const int Factor = 100;

    /// <summary>The amount in Stripe's unit; null when it has no whole number of them.</summary>
    public static long? Of(Money money) =>
        money.Currency switch
        {
            // No minor unit by ISO 4217, but Stripe wants two places.
            "ISK" or "UGX" => money.MinorUnits > long.MaxValue / Factor ? null : money.MinorUnits * Factor,
            // Two places by ISO 4217, but none for Stripe.
            "MGA" => money.MinorUnits % Factor == 0 ? money.MinorUnits / Factor : null,
            _ => money.MinorUnits,
        };

    /// <summary>An amount that Stripe gives; null when either part is missing.</summary>
    public static Money? Read(long? amount, string? currency)
    {
        if (amount is not { } units || currency is not { Length: 3 })
        {
            return null;
        }

        var code = currency.ToUpperInvariant();
        return code switch
        {
            "ISK" or "UGX" => new Money(units / Factor, code),
            "MGA" => units > long.MaxValue / Factor ? null : new Money(units * Factor, code),
            _ => new Money(units, code),
        };
    }

    /// <summary>The currency as Stripe spells it.</summary>
    public static string Currency(Money money) =>
        // Stripe's wire is lower case; nothing is compared by it here.
#pragma warning disable CA1308
        money.Currency.ToLowerInvariant();
#pragma warning restore CA1308
}
