using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    /// <summary>Pays with the card of a checkout session.</summary>
    /// <param name="id">The payment's id. When it is taken, the payment that has it is the answer: nothing is charged.</param>
    /// <param name="session">The session.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="orderOf">What is to be paid, from the session as it is under its lock, or why it is not. Pure.</param>
    /// <param name="cancellation">Ends the wait for the lock; after that the charge is carried through.</param>
    /// <returns>The payment, whatever its outcome; or why nothing was tried.</returns>
    public async Task<Result<Payment, PaymentProblem>> PayAsync(
        PaymentId id,
        SessionId session,
        MerchantAccountId merchant,
        Func<CheckoutSession, Result<PaymentOrder, PaymentProblem>> orderOf,
        CancellationToken cancellation
    )
    {
        CardData? opened = null;
        using var mark = running.Enter(new OperationId(id.Value));
        try
        {
            var claimed = await store.ClaimAsync(
                id,
                session,
                to =>
                {
                    opened?.Dispose();
                    opened = null;
                    // When it is decided, not when it was asked: the session may have ended in the queue.
                    var now = clock.GetUtcNow();
                    if (to.Session.ChargeRefusalAt(merchant, to.LastPayment, now) is { } refusal)
                    {
                        return refusal;
                    }

                    if (!orderOf(to.Session).TryGet(out var said, out var unfit))
                    {
                        return unfit;
                    }

                    var order = With(to.Session, said);
                    if (!Route(merchant, order).TryGet(out var first, out var wrong))
                    {
                        return wrong;
                    }

                    if (!OpenCard(to).TryGet(out var card, out var missing))
                    {
                        return missing;
                    }

                    (opened, var kept) = card;
                    return Payment.Begin(id, merchant, session.Value, order, kept, first.Id, now);
                },
                cancellation
            );
            if (!claimed.TryGet(out var claim, out var problem))
            {
                return problem;
            }

            if (claim.IsNew)
            {
                return await AuthorizeAsync(claim.Payment, opened!);
            }

            mark.Dispose();
            return await ReconcileAsync(claim.Payment);
        }
        finally
        {
            opened?.Dispose();
        }
    }

    /// <summary>Pays with a card that the request brought.</summary>
    /// <param name="id">As for a session.</param>
    /// <param name="merchant">Who asks.</param>
    /// <param name="card">The card; the caller disposes it.</param>
    /// <param name="storedMethodId">The stored method that the card was taken from; null for a card of its own.</param>
    /// <param name="order">What is to be paid.</param>
    /// <param name="cancellation">Ends the wait for the store; after that the charge is carried through.</param>
    /// <returns>The payment, whatever its outcome; or NothingToCapture, PaymentServiceUnknown, NoPaymentService.</returns>
    public async Task<Result<Payment, PaymentProblem>> PayAsync(
        PaymentId id,
        MerchantAccountId merchant,
        CardData card,
        Guid? storedMethodId,
        PaymentOrder order,
        CancellationToken cancellation
    )
    {
        if (!Route(merchant, order).TryGet(out var first, out var problem))
        {
            return problem;
        }

        var kept = PaymentCard.Of(card, vault.Fingerprint(merchant, card.Number), storedMethodId);
        var begun = Payment.Begin(id, merchant, null, order, kept, first.Id, clock.GetUtcNow());
        using var mark = running.Enter(new OperationId(id.Value));
        var stored = await store.AddAsync(begun, cancellation);
        if (stored.IsNew)
        {
            return await AuthorizeAsync(stored.Payment, card);
        }

        mark.Dispose();
        return await ReconcileAsync(stored.Payment, card);
    }

    // What was typed beside the card is newer than what the merchant knows of the buyer.
    private static PaymentOrder With(CheckoutSession session, PaymentOrder order)
    {
        var typed = session.PaymentMethod switch
        {
            SessionPaymentMethod.Card card => card.PostalCode,
            SessionPaymentMethod.Stored stored => stored.PostalCode,
            _ => null,
        };
        return order with { PostalCode = typed ?? order.PostalCode };
    }

    // The payment service that is asked first.
    private Result<PaymentService, PaymentProblem> Route(MerchantAccountId merchant, PaymentOrder order)
    {
        if (order.Problem is { } problem)
        {
            return problem;
        }

        if (Candidates(merchant, order) is [var first, ..])
        {
            return first;
        }

        return order.PaymentServiceId is { } wanted && services.FindInUse(merchant, wanted) is not { IsActive: true }
            ? new PaymentProblem.PaymentServiceUnknown()
            : new PaymentProblem.NoPaymentService();
    }

    // The card of a session: its own, or a stored method's with the code that was typed for this session.
    private Result<Tuple<CardData, PaymentCard>, PaymentProblem> OpenCard(SessionToPay to)
    {
        switch (to.Session.PaymentMethod)
        {
            case SessionPaymentMethod.Card shown when to.Card is { } own:
                var card = vault.Open(to.Session.Id, own);
                return Tuple.Create(card, PaymentCard.Of(card, shown.Display.Fingerprint));
            case SessionPaymentMethod.Stored shown:
                if (to.Stored is not var (method, stored))
                {
                    return new PaymentProblem.PaymentMethodUnknown();
                }

                var kept = vault.Open(CardOwner.PaymentMethod(method.Id), stored);
                var code = to.Card is { } typed ? vault.OpenCode(to.Session.Id, typed) : null;
                var complete = new CardData(kept.Number, method.CardExpiry, code);
                return Tuple.Create(complete, PaymentCard.Of(complete, shown.Display.Fingerprint, method.Id));
            default:
                return new PaymentProblem.NoPaymentMethod();
        }
    }

    // One service after the other, as long as the one before is sure that nothing moved and another may be asked.
    private async Task<Payment> AuthorizeAsync(Payment payment, CardData card)
    {
        RunningOperations.Mark? asked = null;
        RunningOperations.Mark? next = null;
        try
        {
            do
            {
                // Marked before it is stored, which happens with the outcome of the one before.
                var elsewhere = next = running.Enter(OperationId.New(clock.GetUtcNow()));
                payment = await RunAsync(
                    payment,
                    (connector, account, operation) =>
                        connector.AuthorizeAsync(RequestOf(payment, operation, account, card), CancellationToken.None),
                    card,
                    (settled, answer) => TryElsewhere(elsewhere.Id, settled, answer)
                );
                asked?.Dispose();
                asked = next;
            } while (payment.Open is { State: OperationState.Started } open && open.Id == asked.Id);
            return payment;
        }
        finally
        {
            asked?.Dispose();
            next?.Dispose();
        }
    }

    private static AuthorizeRequest RequestOf(
        Payment payment,
        PaymentOperation operation,
        ProviderAccount account,
        CardData card
    ) =>
        new()
        {
            Account = account,
            OperationId = operation.Id,
            PaymentId = payment.Id,
            CheckoutId = payment.CheckoutId,
            Amount = payment.Order.Amount,
            CapturesAtOnce = operation.CapturesAtOnce,
            Card = card,
            PostalCode = payment.Order.PostalCode,
            Country = payment.Order.Country,
            StatementDescriptor = payment.Order.StatementDescriptor,
            ReturnUrl = payment.Order.ReturnUrl,
            IsMerchantInitiated = payment.Order.IsMerchantInitiated,
        };

    private Payment TryElsewhere(OperationId id, Payment settled, ProviderAnswer answer)
    {
        var mayTry = answer is ProviderAnswer.Failed or ProviderAnswer.Declined { MayTryElsewhere: true };
        if (!mayTry || !settled.EndedUnpaid)
        {
            return settled;
        }

        var next = Candidates(settled.MerchantAccountId, settled.Order)
            .FirstOrDefault(service => settled.Operations.All(tried => tried.PaymentServiceId != service.Id));
        return next is null ? settled : settled.TryElsewhere(id, next.Id, clock.GetUtcNow());
    }

    private IReadOnlyList<PaymentService> Candidates(MerchantAccountId merchant, PaymentOrder order) =>
        [
            .. services
                .CandidatesFor(merchant, order.Amount.Currency, order.Country, order.PaymentServiceId)
                .Where(service => connectors.For(service.DefinitionId) is not null),
        ];
}
