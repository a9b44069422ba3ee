using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;

namespace Checkstand.Core.Sessions;

/// <summary>A checkout session: one immutable record whose transitions are pure functions of it, the request and the time.</summary>
public sealed record CheckoutSession
{
    /// <summary>Life of a session whose creator is silent (contract gr4vy section 7): one hour.</summary>
    public static readonly TimeSpan DefaultLife = TimeSpan.FromHours(1);

    /// <summary>Its name, and the capability of the browser routes.</summary>
    public required SessionId Id { get; init; }

    /// <summary>The merchant account that owns it.</summary>
    public required MerchantAccountId MerchantAccountId { get; init; }

    /// <summary>When it was made, UTC, millisecond resolution.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From this instant on the session is gone for every reader. UTC, millisecond resolution.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the merchant said about it.</summary>
    public required SessionContent Content { get; init; }

    /// <summary>What a browser put on it; null until then.</summary>
    public SessionPaymentMethod? PaymentMethod { get; init; }

    /// <summary>A new session.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="said">What the merchant says about it.</param>
    /// <param name="now">The time.</param>
    /// <param name="reserved">The id that it must have; null for a fresh one.</param>
    public static CheckoutSession Create(
        MerchantAccountId owner,
        SessionPatch said,
        DateTimeOffset now,
        SessionId? reserved = null
    )
    {
        var createdAt = Milliseconds.Of(now);
        return new CheckoutSession
        {
            Id = reserved ?? SessionId.New(createdAt),
            MerchantAccountId = owner,
            CreatedAt = createdAt,
            ExpiresAt = Milliseconds.Of(createdAt + (said.ExpiresIn ?? DefaultLife)),
            Content = SessionContent.Empty.Merge(said.Content),
        };
    }

    /// <summary>Why this session can't be used at <paramref name="now"/>; null when it can.</summary>
    public SessionProblem? RefusalAt(DateTimeOffset now) =>
        now >= ExpiresAt ? new SessionProblem.Expired(ExpiresAt) : null;

    /// <summary>As <see cref="RefusalAt(DateTimeOffset)"/>, asked by one merchant account.</summary>
    public SessionProblem? RefusalAt(DateTimeOffset now, MerchantAccountId caller) =>
        caller == MerchantAccountId ? RefusalAt(now) : new SessionProblem.NotFound();

    /// <summary>
    /// The session after an update by its merchant. A life in the request counts from now on; the payment method stays.
    /// </summary>
    public Result<CheckoutSession, SessionProblem> Update(
        MerchantAccountId caller,
        SessionPatch said,
        DateTimeOffset now
    )
    {
        if (RefusalAt(now, caller) is { } refusal)
        {
            return refusal;
        }

        return this with
        {
            Content = Content.Merge(said.Content),
            ExpiresAt = said.ExpiresIn is { } life ? Milliseconds.Of(now + life) : ExpiresAt,
        };
    }

    /// <summary>
    /// Why this session can't be charged at <paramref name="now"/>; null when it can. Once a payment of it was approved
    /// it pays no second time; one that ended unpaid frees it again.
    /// </summary>
    /// <param name="caller">The merchant account that asks.</param>
    /// <param name="lastPayment">The payment that charged it last; null when none did.</param>
    /// <param name="now">The time.</param>
    public PaymentProblem? ChargeRefusalAt(MerchantAccountId caller, Payment? lastPayment, DateTimeOffset now)
    {
        if (RefusalAt(now, caller) is { } refusal)
        {
            return new PaymentProblem.Session(refusal);
        }

        if (lastPayment is { WasApproved: true })
        {
            return new PaymentProblem.AlreadyPaid(lastPayment.Id);
        }

        if (lastPayment is { EndedUnpaid: false })
        {
            return new PaymentProblem.InProgress(lastPayment.Id);
        }

        return PaymentMethod is null ? new PaymentProblem.NoPaymentMethod() : null;
    }

    /// <summary>The session with a payment method on it; an earlier one is replaced.</summary>
    /// <param name="method">What the browser sent, as it may be shown.</param>
    /// <param name="lifeAfterwards">When set, the session ends so long after <paramref name="now"/>; otherwise its end stays.</param>
    /// <param name="now">The time of receipt.</param>
    public Result<CheckoutSession, SessionProblem> WithPaymentMethod(
        SessionPaymentMethod method,
        TimeSpan? lifeAfterwards,
        DateTimeOffset now
    )
    {
        if (RefusalAt(now) is { } refusal)
        {
            return refusal;
        }

        return this with
        {
            PaymentMethod = method,
            ExpiresAt = lifeAfterwards is { } life ? Milliseconds.Of(now + life) : ExpiresAt,
        };
    }
}
