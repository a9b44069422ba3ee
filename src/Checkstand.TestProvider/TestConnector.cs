using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.TestProvider.Ledger;

namespace Checkstand.TestProvider;

/// <summary>
/// A card processor that is not one: the same card, amount and codes always have the same outcome
/// (docs/reference/test-provider.md). Its books are its own, so they can be compared with ours as a real provider's
/// would be.
/// </summary>
/// <remarks>A repeated key is answered with how its operation stands now, as <see cref="FindAsync"/> answers it.</remarks>
/// <param name="ledger">Its books.</param>
/// <param name="clock">The service's clock: late outcomes are final by it.</param>
public sealed class TestConnector(TestLedger ledger, TimeProvider clock) : IPaymentConnector
{
    // How long a late outcome is pending.
    private static readonly TimeSpan Lateness = TimeSpan.FromSeconds(10);

    // A page of movements is read at once, on the caller's thread.
    private const int MovementsMax = 1000;

    /// <inheritdoc/>
    public string DefinitionId => "mock-card";

    /// <inheritdoc/>
    public bool ChecksCards => true;

    /// <inheritdoc/>
    public Task<ProviderAnswer> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var outcome = TestOutcomes.Of(request.Card.Number);
        var entry = End(Begin(request, now), outcome, request);
        return AnswerAsync(
            entry,
            () => ledger.AddAsync(entry, Notifications(entry, outcome)),
            // A lost answer is lost once: whoever asks again hears what happened.
            isLost: outcome is TestOutcome.TimeoutCharged or TestOutcome.TimeoutNotCharged
        );
    }

    /// <inheritdoc/>
    public Task<ProviderAnswer> CaptureAsync(CaptureRequest request, CancellationToken cancellation)
    {
        var operation = About(
            request.Account,
            request.OperationId,
            OperationKind.Capture,
            request.PaymentReference
        ) with
        {
            Amount = request.Amount,
            IsFinal = request.IsFinal,
        };
        return AnswerAsync(operation, () => ledger.CarryOutAsync(operation));
    }

    /// <inheritdoc/>
    public Task<ProviderAnswer> VoidAsync(VoidRequest request, CancellationToken cancellation)
    {
        var operation = About(request.Account, request.OperationId, OperationKind.Void, request.PaymentReference);
        return AnswerAsync(operation, () => ledger.CarryOutAsync(operation));
    }

    /// <inheritdoc/>
    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellation)
    {
        var operation = About(request.Account, request.OperationId, OperationKind.Refund, request.PaymentReference) with
        {
            Amount = request.Amount,
        };
        return AnswerAsync(operation, () => ledger.CarryOutAsync(operation));
    }

    /// <summary>
    /// Asks what became of an operation. A key that the provider never saw is closed by the question: a request that
    /// arrives later under it is refused, so that "never saw it" stays true.
    /// </summary>
    public async Task<ProviderAnswer> FindAsync(FindRequest request, CancellationToken cancellation)
    {
        try
        {
            var entry = ledger.Find(request.OperationId) ?? await ledger.AddAsync(NeverSeen(request));
            return entry.Kind == request.Kind && entry.AccountId == request.Account.PaymentServiceId
                ? Answers.Of(entry, clock.GetUtcNow())
                : Answers.KeyIsTaken;
        }
        catch (Exception failure) when (failure is StoreBusyException or DbException)
        {
            return new ProviderAnswer.Unknown($"The test provider could not read its books: {failure.Message}");
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ProviderMovement> ListMovementsAsync(
        ProviderAccount service,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    ) => Movements(service.PaymentServiceId, from, until, cancellation).ToAsyncEnumerable();

    private IEnumerable<ProviderMovement> Movements(
        Guid accountId,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        // What is going to move is in the books already; what has moved ends with this millisecond.
        var now = clock.GetUtcNow().AddMilliseconds(1);
        var before = until < now ? until : now;
        (DateTimeOffset At, byte[] Key) after = (from, []);
        IReadOnlyList<BookEntry> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = ledger.Movements(accountId, after, before, MovementsMax);
            foreach (var entry in page)
            {
                yield return Answers.Movement(entry);
                after = (entry.MovedAt!.Value, entry.Key.ToBytes());
            }
        } while (page.Count == MovementsMax);
    }

    private static BookEntry Begin(AuthorizeRequest request, DateTimeOffset now) =>
        new()
        {
            Key = request.OperationId,
            Id = TimeOrderedId.New(now),
            Kind = OperationKind.Authorize,
            AccountId = request.Account.PaymentServiceId,
            CheckoutId = request.CheckoutId,
            Amount = request.Amount,
            IsFinal = request.CapturesAtOnce,
            CardBin = request.Card.Number.Bin,
            CardLastFour = request.Card.Number.LastFour,
            Outcome = Outcome.Pending,
            Avs = MockCardTriggers.AvsOf(request.PostalCode),
            Cvv = MockCardTriggers.CvvOf(request.Card.Code),
            CreatedAt = now,
        };

    private static BookEntry End(BookEntry entry, TestOutcome outcome, AuthorizeRequest request)
    {
        var now = entry.CreatedAt;
        return outcome switch
        {
            TestOutcome.Decline => Decline(entry, PaymentErrorCode.IssuerDecline),
            TestOutcome.InsufficientFunds => Decline(entry, PaymentErrorCode.InsufficientFunds),
            TestOutcome.ExpiredCard => Decline(entry, PaymentErrorCode.ExpiredCard),
            TestOutcome.IncorrectCvv => Decline(entry, PaymentErrorCode.IncorrectCvv),
            TestOutcome.ProviderError => Fail(entry, PaymentErrorCode.ServiceError),
            // Nobody is there who could pass it.
            TestOutcome.Challenge when request.IsMerchantInitiated => Decline(
                entry,
                PaymentErrorCode.RequiresBuyerAuthentication
            ),
            TestOutcome.Challenge => entry with
            {
                Outcome = Outcome.RequiresAction,
                IsChallenge = true,
                ReturnUrl = request.ReturnUrl,
            },
            TestOutcome.TimeoutNotCharged => entry with
            {
                Outcome = Outcome.NotCharged,
                Error = PaymentErrorCode.ServiceNetworkError,
            },
            TestOutcome.LateSuccess => LedgerRules.Charge(entry, now + Lateness) with { FinalAt = now + Lateness },
            TestOutcome.LateFailure => Decline(entry, PaymentErrorCode.IssuerDecline) with { FinalAt = now + Lateness },
            TestOutcome.TimeoutCharged => LedgerRules.Charge(entry, now),
            _ when MockCardTriggers.DeclineOf(entry.Amount.MinorUnits) is { } error => Decline(entry, error),
            _ when MockCardTriggers.FailureOf(entry.Amount.MinorUnits) is { } error => Fail(entry, error),
            _ => LedgerRules.Charge(entry, now),
        };
    }

    private static BookEntry Decline(BookEntry entry, PaymentErrorCode error) =>
        entry with
        {
            Outcome = Outcome.Declined,
            Error = error,
            Cvv = error == PaymentErrorCode.IncorrectCvv ? CvvResult.NoMatch : entry.Cvv,
        };

    private static BookEntry Fail(BookEntry entry, PaymentErrorCode error) =>
        entry with
        {
            Outcome = Outcome.Error,
            Error = error,
        };

    // As providers do it: the good news comes twice, and one that was overtaken comes last.
    private static Notification[] Notifications(BookEntry entry, TestOutcome outcome)
    {
        string[] says = outcome switch
        {
            TestOutcome.LateSuccess => ["succeeded", "succeeded", "pending"],
            TestOutcome.LateFailure => ["failed", "pending"],
            _ => [],
        };
        return [.. says.Select(word => new Notification(0, entry.Key, word, entry.FinalAt!.Value, 0))];
    }

    private BookEntry About(ProviderAccount account, OperationId key, OperationKind kind, string reference)
    {
        var now = clock.GetUtcNow();
        return new BookEntry
        {
            Key = key,
            Id = TimeOrderedId.New(now),
            Kind = kind,
            AccountId = account.PaymentServiceId,
            PaymentId = TimeOrderedId.TryParse(reference, out var id) ? id : null,
            Amount = new Money(0, ""),
            Outcome = Outcome.Pending,
            CreatedAt = now,
        };
    }

    private BookEntry NeverSeen(FindRequest request) =>
        About(request.Account, request.OperationId, request.Kind, "") with
        {
            Outcome = Outcome.NeverSeen,
            Error = PaymentErrorCode.ServiceNetworkError,
        };

    private static async Task<ProviderAnswer> AnswerAsync(
        BookEntry asked,
        Func<Task<BookEntry>> enterAsync,
        bool isLost = false
    )
    {
        BookEntry entry;
        try
        {
            entry = await enterAsync();
        }
        catch (StoreBusyException)
        {
            // Nothing was written, so nothing was charged.
            return new ProviderAnswer.Failed(PaymentErrorCode.ServiceNetworkError);
        }
        catch (DbException failure)
        {
            // A commit that failed may be on the disk all the same.
            return new ProviderAnswer.Unknown($"The test provider could not write its books: {failure.Message}");
        }

        if (entry.Id == asked.Id)
        {
            return isLost
                ? new ProviderAnswer.Unknown("The test provider's answer got lost.")
                : Answers.Of(entry, asked.CreatedAt);
        }

        return entry.Outcome == Outcome.NeverSeen || asked.IsRepeatOf(entry)
            ? Answers.Of(entry, asked.CreatedAt)
            : Answers.KeyIsTaken;
    }
}
