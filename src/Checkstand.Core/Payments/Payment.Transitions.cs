using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

public sealed partial record Payment
{
    // The longest that a connector may take for a call, with room for the write that follows it.
    private static readonly TimeSpan CallMax = TimeSpan.FromSeconds(60);

    // 10, 20, 40, 80, 120, 120... seconds: an unknown outcome is asked for ten times within the promised 900 s.
    private static readonly TimeSpan FirstCheckAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CheckAfterMax = TimeSpan.FromSeconds(120);

    /// <summary>How long a buyer has for a challenge: what issuers' pages allow, with room for a slow telephone.</summary>
    public static readonly TimeSpan ApprovalTime = TimeSpan.FromMinutes(30);

    /// <summary>A payment whose first authorization is about to be sent.</summary>
    public static Payment Begin(
        PaymentId id,
        MerchantAccountId merchant,
        Guid? checkoutId,
        PaymentOrder order,
        PaymentCard card,
        Guid paymentServiceId,
        DateTimeOffset now
    )
    {
        var at = Milliseconds.Of(now);
        return new Payment
        {
            Id = id,
            MerchantAccountId = merchant,
            CheckoutId = checkoutId,
            CreatedAt = at,
            UpdatedAt = at,
            Order = order,
            Card = card,
            Operations = [Authorize(new OperationId(id.Value), order, paymentServiceId, at)],
            NextCheckAt = at + CallMax,
        };
    }

    /// <summary>The payment with another authorization, after one that ended without money having moved.</summary>
    public Payment TryElsewhere(OperationId id, Guid paymentServiceId, DateTimeOffset now)
    {
        if (!EndedUnpaid)
        {
            throw new InvalidOperationException("Only a payment that ended unpaid may be tried elsewhere.");
        }

        return With(Authorize(id, Order, paymentServiceId, Milliseconds.Of(now)), now);
    }

    /// <summary>The payment with a capture about to be sent.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="minorUnits">How much; null for all that is left.</param>
    /// <param name="isFinal">Whether the rest is given up.</param>
    /// <param name="externalIdentifier">The merchant's own id.</param>
    /// <param name="now">The time.</param>
    public Result<Payment, PaymentProblem> BeginCapture(
        OperationId id,
        long? minorUnits,
        bool isFinal,
        string? externalIdentifier,
        DateTimeOffset now
    )
    {
        if (Refusal(OperationKind.Capture, Status is PaymentStatus.Authorized or PaymentStatus.Captured) is { } refusal)
        {
            return refusal;
        }

        if (AmountRefusal(OperationKind.Capture, minorUnits, CapturableMinorUnits) is { } outOfRange)
        {
            return outOfRange;
        }

        return With(
            Follow(id, OperationKind.Capture, minorUnits ?? CapturableMinorUnits, now) with
            {
                IsFinal = isFinal,
                ExternalIdentifier = externalIdentifier,
            },
            now
        );
    }

    /// <summary>The payment with a void about to be sent.</summary>
    public Result<Payment, PaymentProblem> BeginVoid(OperationId id, DateTimeOffset now)
    {
        if (Refusal(OperationKind.Void, Status == PaymentStatus.Authorized) is { } refusal)
        {
            return refusal;
        }

        return With(Follow(id, OperationKind.Void, 0, now), now);
    }

    /// <summary>The payment with a refund about to be sent.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="minorUnits">How much; null for all that is left.</param>
    /// <param name="reason">The merchant's words.</param>
    /// <param name="externalIdentifier">The merchant's own id.</param>
    /// <param name="now">The time.</param>
    public Result<Payment, PaymentProblem> BeginRefund(
        OperationId id,
        long? minorUnits,
        string? reason,
        string? externalIdentifier,
        DateTimeOffset now
    )
    {
        if (Refusal(OperationKind.Refund, Status == PaymentStatus.Captured) is { } refusal)
        {
            return refusal;
        }

        if (AmountRefusal(OperationKind.Refund, minorUnits, RefundableMinorUnits) is { } outOfRange)
        {
            return outOfRange;
        }

        return With(
            Follow(id, OperationKind.Refund, minorUnits ?? RefundableMinorUnits, now) with
            {
                Reason = reason,
                ExternalIdentifier = externalIdentifier,
            },
            now
        );
    }

    /// <summary>
    /// The payment after a provider said something about one of its operations. What contradicts a known outcome
    /// changes nothing: notifications come late, twice and out of order.
    /// </summary>
    public Payment Settle(OperationId id, ProviderAnswer answer, DateTimeOffset now)
    {
        var at = Milliseconds.Of(now);
        if (Find(id) is not { IsOpen: true } before)
        {
            return this;
        }

        var after = before.Settle(answer, at);
        var settled = this with
        {
            Operations = Operations.Replace(before, after),
            UpdatedAt = after.State == before.State ? UpdatedAt : at,
        };
        if (after.IsOpen)
        {
            return settled with { NextCheckAt = at + CheckAfter(ChecksMade), ChecksMade = ChecksMade + 1 };
        }

        settled = settled with { NextCheckAt = null, ChecksMade = 0 };
        return after is { Kind: OperationKind.Authorize, State: OperationState.Approved, CapturesAtOnce: true }
            ? settled.WithItsCapture(after, at)
            : settled;
    }

    /// <summary>Whether the buyer's time for the challenge is over.</summary>
    public bool IsApprovalOverdue(DateTimeOffset now) => now >= ApprovalExpiresAt;

    /// <summary>When the buyer's time for the challenge ends; null when none is waited for.</summary>
    public DateTimeOffset? ApprovalExpiresAt
    {
        get
        {
            if (Open is not { State: OperationState.NeedsAction } waiting)
            {
                return null;
            }

            var last = waiting.StartedAt + ApprovalTime;
            return Order.ApprovalExpiresAt < last ? Order.ApprovalExpiresAt : last;
        }
    }

    private PaymentProblem? Refusal(OperationKind verb, bool isPossible)
    {
        if (Open is not null)
        {
            return new PaymentProblem.InProgress(Id);
        }

        return isPossible ? null : new PaymentProblem.WrongStatus(Status, verb);
    }

    private static PaymentProblem? AmountRefusal(OperationKind verb, long? wanted, long left)
    {
        if (left == 0)
        {
            return new PaymentProblem.NothingLeft(verb);
        }

        return wanted < 1 || wanted > left ? new PaymentProblem.AmountOutOfRange(left) : null;
    }

    private Payment With(PaymentOperation begun, DateTimeOffset now) =>
        this with
        {
            Operations = Operations.Add(begun),
            UpdatedAt = begun.StartedAt,
            NextCheckAt = Milliseconds.Of(now) + CallMax,
            ChecksMade = 0,
        };

    private Payment WithItsCapture(PaymentOperation authorization, DateTimeOffset at) =>
        this with
        {
            Operations = Operations.Add(
                authorization with
                {
                    Id = OperationId.New(at),
                    Kind = OperationKind.Capture,
                    IsFinal = true,
                    IsPartOfAuthorization = true,
                    StartedAt = at,
                }
            ),
        };

    // What follows an authorization goes to the service that holds the money.
    private PaymentOperation Follow(OperationId id, OperationKind kind, long minorUnits, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Kind = kind,
            State = OperationState.Started,
            PaymentServiceId = Authorization.PaymentServiceId,
            MinorUnits = minorUnits,
            StartedAt = Milliseconds.Of(now),
            UpdatedAt = Milliseconds.Of(now),
        };

    private static PaymentOperation Authorize(
        OperationId id,
        PaymentOrder order,
        Guid paymentServiceId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = id,
            Kind = OperationKind.Authorize,
            State = OperationState.Started,
            PaymentServiceId = paymentServiceId,
            MinorUnits = order.Amount.MinorUnits,
            CapturesAtOnce = order.Intent == PaymentIntent.Capture,
            StartedAt = at,
            UpdatedAt = at,
        };

    private static TimeSpan CheckAfter(int checksMade)
    {
        var after = FirstCheckAfter * Math.Pow(2, Math.Min(checksMade, 10));
        return after < CheckAfterMax ? after : CheckAfterMax;
    }
}
