using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.TestProvider.Ledger;

/// <summary>One operation in the provider's books: an authorization, a capture, a void or a refund.</summary>
internal sealed record BookEntry
{
    /// <summary>The idempotency key, of which there is one entry at most, whatever its kind.</summary>
    public required OperationId Key { get; init; }

    /// <summary>The provider's own id: the reference in its answers, and the challenge's id.</summary>
    public required Guid Id { get; init; }

    public required OperationKind Kind { get; init; }

    /// <summary>Whose books: our payment service.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The authorization that a capture, void or refund is about; null for others and for a name of nothing.</summary>
    public Guid? PaymentId { get; init; }

    public Guid? CheckoutId { get; init; }

    /// <summary>What was asked for; for a void, what it released.</summary>
    public required Money Amount { get; init; }

    /// <summary>Of an authorization: captures at once. Of a capture: releases the rest.</summary>
    public bool IsFinal { get; init; }

    public string? CardBin { get; init; }

    public string? CardLastFour { get; init; }

    /// <summary>How it ends; from <see cref="FinalAt"/> on when that is set. See <see cref="OutcomeAt"/>.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it was not done; null when it was, or may still be.</summary>
    public PaymentErrorCode? Error { get; init; }

    public AvsResult? Avs { get; init; }

    public CvvResult? Cvv { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it is pending; null when it never was.</summary>
    public DateTimeOffset? FinalAt { get; init; }

    /// <summary>When money moved, which is in the future while a late success is pending; null when none moved.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>How much of an authorization was captured.</summary>
    public long Captured { get; init; }

    /// <summary>How much of that was given back.</summary>
    public long Refunded { get; init; }

    /// <summary>Whether the rest of an authorization was released.</summary>
    public bool IsReleased { get; init; }

    public bool IsChallenge { get; init; }

    /// <summary>Where the buyer goes after the challenge, as the merchant wrote it.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>How it stands. A late outcome is written down at once and holds from its time on, so nothing has to happen then.</summary>
    public Outcome OutcomeAt(DateTimeOffset now) => FinalAt > now ? Outcome.Pending : Outcome;

    /// <summary>Whether this is the same request, sent again.</summary>
    public bool IsRepeatOf(BookEntry first) =>
        first.Outcome != Outcome.NeverSeen
        && Kind == first.Kind
        && AccountId == first.AccountId
        && PaymentId == first.PaymentId
        && CheckoutId == first.CheckoutId
        && (Kind == OperationKind.Void || Amount == first.Amount)
        && IsFinal == first.IsFinal
        && CardBin == first.CardBin
        && CardLastFour == first.CardLastFour;
}
