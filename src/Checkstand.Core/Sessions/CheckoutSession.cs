using Checkstand.Core.Merchants;

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
    public static CheckoutSession Create(MerchantAccountId owner, SessionPatch said, DateTimeOffset now)
    {
        var createdAt = ToMilliseconds(now);
        return new CheckoutSession
        {
            Id = SessionId.New(createdAt),
            MerchantAccountId = owner,
            CreatedAt = createdAt,
            ExpiresAt = ToMilliseconds(createdAt + (said.ExpiresIn ?? DefaultLife)),
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
            ExpiresAt = said.ExpiresIn is { } life ? ToMilliseconds(now + life) : ExpiresAt,
        };
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
            ExpiresAt = lifeAfterwards is { } life ? ToMilliseconds(now + life) : ExpiresAt,
        };
    }

    // Stores keep milliseconds; cutting here makes the answer to a create equal to every later read.
    private static DateTimeOffset ToMilliseconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
