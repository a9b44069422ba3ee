using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

public sealed partial class StripeConnector
{
    private const string Refunds = "/v1/refunds";

    /// <inheritdoc/>
    public async Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellation)
    {
        if (AccountOf(request.Account, $"refund {request.OperationId}") is not { } account)
        {
            return NoAccount();
        }

        if (!StripeIntents.IsId(request.PaymentReference))
        {
            return BadReference();
        }

        if (StripeMoney.Of(request.Amount) is not { } amount)
        {
            return BadAmount();
        }

        using var form = new StripeForm();
        form.Add("payment_intent", request.PaymentReference);
        form.Add("amount", amount);
        form.Add(StripeMetadata.Field(StripeMetadata.Operation), request.OperationId.ToString());
        if (request.Reason is "duplicate" or "fraudulent" or "requested_by_customer")
        {
            form.Add("reason", request.Reason);
        }
        else if (RawText.Clip(request.Reason, StripeMetadata.ValueLengthMax) is { } reason)
        {
            form.Add(StripeMetadata.Field(StripeMetadata.Reason), reason);
        }

        var reply = await api.PostAsync(account, Refunds, request.OperationId.ToString(), form, cancellation);
        return Answer(request.OperationId, reply, StripeIntents.Refunded);
    }
}
