using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a transaction has come to.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TransactionStatus>))]
public readonly record struct TransactionStatus(string Value) : IOpenEnum<TransactionStatus>
{
    /// <summary>The outcome is not known yet.</summary>
    public static TransactionStatus Processing { get; } = new("processing");

    /// <summary>The money is reserved.</summary>
    public static TransactionStatus AuthorizationSucceeded { get; } = new("authorization_succeeded");

    /// <summary>The issuer said no.</summary>
    public static TransactionStatus AuthorizationDeclined { get; } = new("authorization_declined");

    /// <summary>Something went wrong.</summary>
    public static TransactionStatus AuthorizationFailed { get; } = new("authorization_failed");

    /// <summary>The reservation was given up.</summary>
    public static TransactionStatus AuthorizationVoided { get; } = new("authorization_voided");

    /// <summary>Whether the reservation is given up is not known yet.</summary>
    public static TransactionStatus AuthorizationVoidPending { get; } = new("authorization_void_pending");

    /// <summary>The money was taken.</summary>
    public static TransactionStatus CaptureSucceeded { get; } = new("capture_succeeded");

    /// <summary>Whether the money was taken is not known yet.</summary>
    public static TransactionStatus CapturePending { get; } = new("capture_pending");

    /// <summary>The buyer has to approve.</summary>
    public static TransactionStatus BuyerApprovalPending { get; } = new("buyer_approval_pending");

    /// <inheritdoc/>
    public static TransactionStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
