using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.TestProvider.Challenges;
using Checkstand.TestProvider.Ledger;

namespace Checkstand.TestProvider;

/// <summary>What the provider says about an entry of its books.</summary>
internal static class Answers
{
    // Digits of the scheme's id, whose published forms have 15.
    private const int SchemeTransactionIdLength = 15;

    /// <summary>The key was used for something else. Under it, what was asked for never happened and never will.</summary>
    public static ProviderAnswer KeyIsTaken { get; } =
        new ProviderAnswer.Failed(PaymentErrorCode.ServiceError)
        {
            RawCode = "94",
            RawDescription = "The idempotency key was used for another request",
        };

    /// <summary>How an operation stands at an instant.</summary>
    public static ProviderAnswer Of(BookEntry entry, DateTimeOffset now) =>
        entry.OutcomeAt(now) switch
        {
            // What was approved and released later was approved.
            Outcome.Charged => Approved(entry),
            Outcome.NotCharged when entry.Error is null => Approved(entry),
            Outcome.Declined => Declined(entry, entry.Error!.Value),
            Outcome.Error or Outcome.NotCharged or Outcome.NeverSeen => Failed(entry.Error!.Value),
            Outcome.Pending => new ProviderAnswer.Pending { Reference = Reference(entry) },
            Outcome.RequiresAction => new ProviderAnswer.NeedsAction(ChallengeRoutes.PathOf(entry.Id))
            {
                Reference = Reference(entry),
            },
            _ => throw new UnreachableException($"No answer is defined for {entry.Outcome}."),
        };

    /// <summary>An entry as a movement of money.</summary>
    public static ProviderMovement Movement(BookEntry entry) =>
        new(entry.Key.ToString(), KindOf(entry), entry.Amount, Reference(entry));

    private static ProviderAnswer.Approved Approved(BookEntry entry) =>
        new()
        {
            Reference = Reference(entry),
            RawCode = ResponseCodes.Approved,
            RawDescription = ResponseCodes.ApprovedDescription,
            Avs = entry.Avs,
            Cvv = entry.Cvv,
            SchemeTransactionId =
                entry.Kind == OperationKind.Authorize
                    ? Convert.ToHexString(entry.Id.ToByteArray(bigEndian: true))[^SchemeTransactionIdLength..]
                    : null,
        };

    private static ProviderAnswer.Declined Declined(BookEntry entry, PaymentErrorCode error)
    {
        var (code, description) = ResponseCodes.Of(error);
        // What is on this provider's books no other can capture, release or give back.
        var mayTryElsewhere = entry.Kind == OperationKind.Authorize && ResponseCodes.MayTryElsewhere(error);
        return new ProviderAnswer.Declined(error, mayTryElsewhere)
        {
            Reference = Reference(entry),
            RawCode = code,
            RawDescription = description,
            Avs = entry.Avs,
            Cvv = entry.Cvv,
        };
    }

    private static ProviderAnswer.Failed Failed(PaymentErrorCode error)
    {
        var (code, description) = ResponseCodes.Of(error);
        return new ProviderAnswer.Failed(error) { RawCode = code, RawDescription = description };
    }

    private static MovementKind KindOf(BookEntry entry) =>
        entry.Kind switch
        {
            OperationKind.Authorize when entry.IsFinal => MovementKind.Capture,
            OperationKind.Authorize => MovementKind.Authorization,
            OperationKind.Capture => MovementKind.Capture,
            OperationKind.Void => MovementKind.Void,
            OperationKind.Refund => MovementKind.Refund,
            _ => throw new UnreachableException($"No movement is defined for {entry.Kind}."),
        };

    private static string Reference(BookEntry entry) => entry.Id.ToString("D");
}
