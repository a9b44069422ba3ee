using Checkstand.Core.Vault;

namespace Checkstand.Core.PaymentMethods;

/// <summary>What an update of a stored payment method says.</summary>
public sealed record PaymentMethodPatch
{
    /// <summary>The new expiry, <c>MM/YY</c>; null keeps the old one, since a card without one can't be paid with.</summary>
    public string? Expiry { get; init; }

    /// <summary>Null clears it, and its scheme with it.</summary>
    public Said<string> SchemeTransactionId { get; init; }

    /// <summary>Null clears it.</summary>
    public Said<CardScheme?> SchemeTransactionIdScheme { get; init; }

    /// <summary>Null clears it.</summary>
    public Said<string> TransactionLinkId { get; init; }
}

/// <summary>What an update says of one thing: nothing (the default), that it is null, or its value.</summary>
/// <param name="IsSaid">Whether it says anything.</param>
/// <param name="Value">What; null clears.</param>
public readonly record struct Said<T>(bool IsSaid, T? Value)
{
    /// <summary>The thing afterwards.</summary>
    public T? Over(T? before) => IsSaid ? Value : before;
}
