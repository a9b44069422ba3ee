using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>The contract's words for where a payment and its operations stand (section 6.7).</summary>
internal static class TransactionWords
{
    public static string Of(PaymentStatus status) =>
        status switch
        {
            PaymentStatus.Processing => "processing",
            PaymentStatus.NeedsAction => "buyer_approval_pending",
            PaymentStatus.Authorized => "authorization_succeeded",
            PaymentStatus.Declined => "authorization_declined",
            PaymentStatus.Failed => "authorization_failed",
            PaymentStatus.VoidPending => "authorization_void_pending",
            PaymentStatus.Voided => "authorization_voided",
            PaymentStatus.CapturePending => "capture_pending",
            PaymentStatus.Captured => "capture_succeeded",
            _ => throw new UnreachableException($"No word is defined for {status}."),
        };

    public static PaymentStatus StatusOf(string word) =>
        Enum.GetValues<PaymentStatus>().First(status => Of(status) == word);

    /// <summary>Status of a capture or a void.</summary>
    public static string OfOperation(OperationState state) =>
        state switch
        {
            OperationState.Approved => "succeeded",
            OperationState.Declined => "declined",
            OperationState.Failed => "failed",
            _ => "pending",
        };

    public static string OfRefund(OperationState state) =>
        state switch
        {
            OperationState.Approved => "succeeded",
            OperationState.Declined => "declined",
            OperationState.Failed => "failed",
            _ => "processing",
        };

    /// <summary>Whether what was intended has happened; a decline is an outcome, not a fault.</summary>
    public static string OutcomeOf(Payment payment) =>
        payment.Status switch
        {
            PaymentStatus.Declined or PaymentStatus.Failed => "failed",
            PaymentStatus.Processing or PaymentStatus.NeedsAction => "pending",
            _ => "succeeded",
        };

    public static string Of(PaymentIntent intent) => intent == PaymentIntent.Capture ? "capture" : "authorize";

    /// <summary>How a challenge ended; null while it is open, and when a refusal after it doesn't say.</summary>
    public static string? OfChallenge(PaymentOperation authorization) =>
        authorization switch
        {
            { State: OperationState.Approved } => "complete",
            { Error: { } error } when error == PaymentErrorCode.FailedBuyerApproval => "declined",
            { Error: { } error }
                when error == PaymentErrorCode.IncompleteBuyerApproval || error == PaymentErrorCode.Canceled =>
                "cancelled",
            _ => null,
        };

    public static string? Of(AvsResult? avs) =>
        avs switch
        {
            null => null,
            AvsResult.Match => "match",
            AvsResult.NoMatch => "no_match",
            AvsResult.AddressOnly => "partial_match_address",
            AvsResult.PostalCodeOnly => "partial_match_postcode",
            AvsResult.Unavailable => "unavailable",
            _ => throw new UnreachableException($"No word is defined for {avs}."),
        };

    public static string? Of(CvvResult? cvv) =>
        cvv switch
        {
            null => null,
            CvvResult.Match => "match",
            CvvResult.NoMatch => "no_match",
            CvvResult.NotProvided => "not_provided",
            CvvResult.Unavailable => "unavailable",
            _ => throw new UnreachableException($"No word is defined for {cvv}."),
        };
}
