namespace Checkstand.Core.Payments.Services;

/// <summary>What a create or update request says about a payment service. Null is silence, everywhere.</summary>
public sealed record PaymentServicePatch
{
    /// <summary>Its name for people, 1 to 200 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Its place; lower is tried first.</summary>
    public long? Position { get; init; }

    /// <summary>ISO 4217 codes, at least one.</summary>
    public IReadOnlyList<string>? AcceptedCurrencies { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes, at least one.</summary>
    public IReadOnlyList<string>? AcceptedCountries { get; init; }

    /// <summary>Whether payments may use it.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Fields to set, in the request's order; one that is empty takes the field away.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Switches.</summary>
    public SwitchesPatch Switches { get; init; } = new(null, null, null, null, null);

    /// <summary>What is said about <see cref="PaymentServiceSwitches"/>, in its order.</summary>
    public sealed record SwitchesPatch(
        bool? ThreeDSecure,
        bool? Tokenization,
        bool? NetworkTokens,
        bool? OpenLoop,
        bool? SettlementReporting
    )
    {
        internal PaymentServiceSwitches Over(PaymentServiceSwitches before) =>
            new(
                ThreeDSecure ?? before.ThreeDSecure,
                Tokenization ?? before.Tokenization,
                NetworkTokens ?? before.NetworkTokens,
                OpenLoop ?? before.OpenLoop,
                SettlementReporting ?? before.SettlementReporting
            );
    }
}
