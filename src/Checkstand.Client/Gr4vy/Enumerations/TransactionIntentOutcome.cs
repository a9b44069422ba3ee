using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Whether what was intended has come about.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TransactionIntentOutcome>))]
public readonly record struct TransactionIntentOutcome(string Value) : IOpenEnum<TransactionIntentOutcome>
{
    /// <summary>Not known yet.</summary>
    public static TransactionIntentOutcome Pending { get; } = new("pending");

    /// <summary>It has.</summary>
    public static TransactionIntentOutcome Succeeded { get; } = new("succeeded");

    /// <summary>It has not.</summary>
    public static TransactionIntentOutcome Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static TransactionIntentOutcome From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
