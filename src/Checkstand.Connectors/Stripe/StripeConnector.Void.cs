using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

public sealed partial class StripeConnector
{
    /// <inheritdoc/>
    /// <remarks>
    /// Two requests: a cancellation takes no metadata, so the intent is marked first. A mark without a cancellation
    /// means nothing, because the intent's status is looked at before its marks.
    /// </remarks>
    public async Task<ProviderAnswer> VoidAsync(VoidRequest request, CancellationToken cancellation)
    {
        if (AccountOf(request.Account, $"void {request.OperationId}") is not { } account)
        {
            return NoAccount();
        }

        if (!StripeIntents.IsId(request.PaymentReference))
        {
            return BadReference();
        }

        using var mark = new StripeForm();
        mark.Add(StripeMetadata.Field(StripeMetadata.VoidMark(request.OperationId)), "1");
        var intent = $"{Intents}/{request.PaymentReference}";
        var marked = await api.PostAsync(account, intent, $"{request.OperationId}-mark", mark, cancellation);
        if (marked is not StripeReply.Answered { IsSuccess: true })
        {
            return Answer(request.OperationId, marked, StripeIntents.Voided);
        }

        // The body holds something in any case: whether it was taken says whether the request was sent.
        using var form = new StripeForm();
        form.Add("expand[]", "latest_charge");
        var reply = await api.PostAsync(
            account,
            $"{intent}/cancel",
            request.OperationId.ToString(),
            form,
            cancellation
        );
        return Answer(request.OperationId, reply, StripeIntents.Voided);
    }
}
