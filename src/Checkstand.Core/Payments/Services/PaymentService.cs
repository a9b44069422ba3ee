using Checkstand.Core.Merchants;

namespace Checkstand.Core.Payments.Services;

/// <summary>
/// A merchant account's configured way to be paid: which provider, with which of its accounts, for which currencies and
/// countries. Immutable. It holds no secret: those are in the program's configuration, where a field names them.
/// </summary>
public sealed record PaymentService
{
    /// <summary>Its name on the wire; a UUID version 7, so that byte order is the order of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The merchant account that owns it.</summary>
    public required MerchantAccountId MerchantAccountId { get; init; }

    /// <summary>The kind of provider, one of <see cref="PaymentServiceDefinitions"/>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its name for people, 1 to 200 characters.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Its place among the services that are tried for a payment; lower is tried first.</summary>
    public required long Position { get; init; }

    /// <summary>ISO 4217 codes of what it takes, at least one.</summary>
    public required IReadOnlyList<string> AcceptedCurrencies { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes of the countries that it takes payments from, at least one.</summary>
    public required IReadOnlyList<string> AcceptedCountries { get; init; }

    /// <summary>Whether payments may use it.</summary>
    public required bool IsActive { get; init; }

    /// <summary>What its owner configured: values of the definition's fields by their keys. No secrets.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Switches that are kept and shown.</summary>
    public required PaymentServiceSwitches Switches { get; init; }

    /// <summary>When it was made, UTC, millisecond resolution.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC, millisecond resolution.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it was deleted. It stays for the payments that went through it, and is used for none.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether a payment may use it.</summary>
    /// <param name="currency">ISO 4217 code; null when it is not known yet, which excludes no service.</param>
    /// <param name="country">ISO 3166-1 alpha-2 code; null when the payment names none, which excludes no service.</param>
    public bool Takes(string? currency, string? country) =>
        IsActive
        && !IsDeleted
        && (currency is null || AcceptedCurrencies.Contains(currency, StringComparer.Ordinal))
        && (country is null || AcceptedCountries.Contains(country, StringComparer.Ordinal));

    /// <summary>This service after an update: what the update is silent about stays.</summary>
    public PaymentService With(PaymentServicePatch said, DateTimeOffset now) =>
        this with
        {
            DisplayName = said.DisplayName ?? DisplayName,
            Position = said.Position ?? Position,
            AcceptedCurrencies = said.AcceptedCurrencies ?? AcceptedCurrencies,
            AcceptedCountries = said.AcceptedCountries ?? AcceptedCountries,
            IsActive = said.IsActive ?? IsActive,
            Fields = With(said.Fields),
            Switches = said.Switches.Over(Switches),
            UpdatedAt = now,
        };

    // Empty text takes a field away, as the contract's "voidable" fields say.
    private Dictionary<string, string> With(IReadOnlyList<KeyValuePair<string, string>> said)
    {
        var merged = new Dictionary<string, string>(Fields, StringComparer.Ordinal);
        foreach (var (key, value) in said)
        {
            if (value.Length > 0)
            {
                merged[key] = value;
            }
            else
            {
                merged.Remove(key);
            }
        }

        return merged;
    }
}

/// <summary>Switches of the contract that nothing here acts on yet.</summary>
/// <param name="ThreeDSecure">Whether 3-D Secure is asked for.</param>
/// <param name="Tokenization">Whether the provider may keep payment methods.</param>
/// <param name="NetworkTokens">Whether network tokens may be used.</param>
/// <param name="OpenLoop">Whether it takes part in open loop payments.</param>
/// <param name="SettlementReporting">Whether settlement reports are fetched.</param>
public sealed record PaymentServiceSwitches(
    bool ThreeDSecure,
    bool Tokenization,
    bool NetworkTokens,
    bool OpenLoop,
    bool SettlementReporting
)
{
    /// <summary>Everything off.</summary>
    public static readonly PaymentServiceSwitches Off = new(false, false, false, false, false);
}
