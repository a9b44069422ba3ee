using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a check for fraud decided.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<AntiFraudDecision>))]
public readonly record struct AntiFraudDecision(string Value) : IOpenEnum<AntiFraudDecision>
{
    /// <summary><c>accept</c></summary>
    public static AntiFraudDecision Accept { get; } = new("accept");

    /// <summary><c>error</c></summary>
    public static AntiFraudDecision Error { get; } = new("error");

    /// <summary><c>exception</c></summary>
    public static AntiFraudDecision Exception { get; } = new("exception");

    /// <summary><c>reject</c></summary>
    public static AntiFraudDecision Reject { get; } = new("reject");

    /// <summary><c>review</c></summary>
    public static AntiFraudDecision Review { get; } = new("review");

    /// <summary><c>skipped</c></summary>
    public static AntiFraudDecision Skipped { get; } = new("skipped");

    /// <summary><c>pending</c></summary>
    public static AntiFraudDecision Pending { get; } = new("pending");

    /// <inheritdoc/>
    public static AntiFraudDecision From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
