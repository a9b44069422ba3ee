using System.Diagnostics;
using System.Runtime.CompilerServices;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

public sealed partial class StripeConnector
{
    // Stripe's most for one page.
    private const int FindPageItems = 100;

    // 5000 payments within the window below are some eight a second; more can't be told apart in reasonable time.
    private const int FindPagesMax = 50;

    // Between our clock and Stripe's.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    // An intent is made when its request arrives, which is within seconds of its start.
    private static readonly TimeSpan FindWindow = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    /// <remarks>
    /// What can't be asked stays unknown, a refused key and an account that is not configured included: neither says
    /// anything about the operation.
    /// </remarks>
    public async Task<ProviderAnswer> FindAsync(FindRequest request, CancellationToken cancellation)
    {
        if (AccountOf(request.Account, $"find {request.OperationId}") is not { } account)
        {
            return new ProviderAnswer.Unknown("the Stripe account is not configured");
        }

        if (request.PaymentReference is { } reference && !StripeIntents.IsId(reference))
        {
            return new ProviderAnswer.Unknown("the payment's reference is not one of Stripe's");
        }

        try
        {
            return (request.Kind, request.PaymentReference) switch
            {
                (OperationKind.Authorize, null) => await FindUnnamedAsync(account, request, cancellation),
                (_, null) => new ProviderAnswer.Unknown("only an authorization can be found without a reference"),
                (OperationKind.Refund, { } id) => await FindRefundAsync(account, request, id, cancellation),
                (_, { } id) => await FindOnIntentAsync(account, request, id, cancellation),
            };
        }
        catch (ListingFailedException failure)
        {
            return new ProviderAnswer.Unknown(failure.Message);
        }
    }

    private async Task<ProviderAnswer> FindOnIntentAsync(
        StripeAccount account,
        FindRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var reply = await api.GetAsync(account, $"{Intents}/{id}?expand[]=latest_charge", cancellation);
        if (reply is not StripeReply.Answered { IsSuccess: true } answered)
        {
            throw new ListingFailedException(WhyNotAnswered(reply));
        }

        var intent = answered.Body;
        return request.Kind switch
        {
            OperationKind.Authorize when StripeMetadata.OperationOf(intent) != request.OperationId =>
                new ProviderAnswer.Unknown("the payment at Stripe is another operation's"),
            OperationKind.Authorize => StripeIntents.Authorized(intent),
            OperationKind.Capture => FoundCapture(intent, request),
            OperationKind.Void => FoundVoid(intent, request),
            _ => throw new UnreachableException(),
        };
    }

    private ProviderAnswer FoundCapture(StripeObject intent, FindRequest request)
    {
        var isMarked = StripeMetadata.Has(intent, StripeMetadata.CaptureMark(request.OperationId));
        return (isMarked, intent.Text("status")) switch
        {
            (true, "succeeded" or "requires_capture" or "processing") when intent.Whole("amount_received") > 0 =>
                StripeIntents.Captured(intent),
            (true, "processing") => StripeIntents.Captured(intent),
            // Somebody captured it, and no operation of ours says that it was the one: a person has to look.
            (false, "succeeded") when StripeMetadata.Captures(intent).Count == 0 => new ProviderAnswer.Unknown(
                "the payment was captured by other hands"
            ),
            (_, null) => new ProviderAnswer.Unknown("an answer without a status"),
            _ => NotThere(request, "Stripe has not captured by this operation."),
        };
    }

    private ProviderAnswer FoundVoid(StripeObject intent, FindRequest request) =>
        intent.Text("status") switch
        {
            // By whomever: the money is released.
            "canceled" => StripeIntents.Voided(intent),
            // What was captured can't be canceled any more.
            "succeeded" => new ProviderAnswer.Failed(PaymentErrorCode.ServiceError) { RawCode = "succeeded" },
            null => new ProviderAnswer.Unknown("an answer without a status"),
            _ => NotThere(request, "Stripe has not canceled this payment."),
        };

    private async Task<ProviderAnswer> FindRefundAsync(
        StripeAccount account,
        FindRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var path = $"{Refunds}?payment_intent={id}&limit={FindPageItems}";
        await foreach (var refund in ListAsync(account, path, FindPagesMax, cancellation))
        {
            if (StripeMetadata.OperationOf(refund) == request.OperationId)
            {
                return StripeIntents.Refunded(refund);
            }
        }

        return NotThere(request, "Stripe has no refund by this operation.");
    }

    private async Task<ProviderAnswer> FindUnnamedAsync(
        StripeAccount account,
        FindRequest request,
        CancellationToken cancellation
    )
    {
        var from = (request.StartedAt - Skew).ToUnixTimeSeconds();
        var until = (request.StartedAt + FindWindow).ToUnixTimeSeconds();
        var path = $"{Intents}?created[gte]={from}&created[lte]={until}&limit={FindPageItems}";
        await foreach (var intent in ListAsync(account, path, FindPagesMax, cancellation))
        {
            if (StripeMetadata.OperationOf(intent) == request.OperationId)
            {
                return StripeIntents.Id(intent) is { } id
                    ? await FindOnIntentAsync(account, request, id, cancellation)
                    : new ProviderAnswer.Unknown("a payment without an id");
            }
        }

        return NotThere(request, "Stripe has no payment by this operation.");
    }

    // Stripe goes on with a request after its sender gave up. Twice the time limit later it does so no more.
    private ProviderAnswer NotThere(FindRequest request, string what) =>
        clock.GetUtcNow() - request.StartedAt >= (2 * options.Timeout) + Skew
            ? new ProviderAnswer.Failed(PaymentErrorCode.ServiceNetworkError) { RawDescription = what }
            : new ProviderAnswer.Unknown("it may still be under way");

    // Newest first, page by page. A listing that can't be read to its end fails: what it lacks would look as if it were
    // not there.
    private async IAsyncEnumerable<StripeObject> ListAsync(
        StripeAccount account,
        string pathAndQuery,
        int pagesMax,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var page = pathAndQuery;
        for (var pages = 0; pages < pagesMax; pages++)
        {
            var reply = await api.GetAsync(account, page, cancellation);
            if (
                reply is not StripeReply.Answered { IsSuccess: true } answered
                || answered.Body.Items("data") is not { } items
                || answered.Body.Flag("has_more") is not { } hasMore
            )
            {
                throw new ListingFailedException(WhyNotAnswered(reply));
            }

            foreach (var item in items)
            {
                yield return item;
            }

            if (!hasMore)
            {
                yield break;
            }

            var last = items.Count == 0 ? null : StripeIntents.Id(items[^1]);
            page = $"{pathAndQuery}&starting_after={last ?? throw new ListingFailedException("a page without an end")}";
        }

        throw new ListingFailedException($"more than {pagesMax} pages");
    }

    private static string WhyNotAnswered(StripeReply reply) =>
        reply switch
        {
            StripeReply.NotSent unsent => $"Stripe could not be asked: {unsent.Why}",
            StripeReply.Lost lost => $"Stripe could not be asked: {lost.Why}",
            StripeReply.Answered { IsSuccess: true } => "Stripe's list can't be read",
            StripeReply.Answered answered => $"Stripe could not be asked: status {answered.Status}",
            _ => throw new UnreachableException(),
        };
}
