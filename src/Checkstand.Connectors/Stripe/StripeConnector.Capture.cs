using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

public sealed partial class StripeConnector
{
    /// <inheritdoc/>
    public async Task<ProviderAnswer> CaptureAsync(CaptureRequest request, CancellationToken cancellation)
    {
        if (AccountOf(request.Account, $"capture {request.OperationId}") is not { } account)
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
        form.Add("amount_to_capture", amount);
        // Stripe takes this word only where several captures are enabled for the account; final is its default.
        if (!request.IsFinal)
        {
            form.Add("final_capture", "false");
        }

        form.Add(StripeMetadata.Field(StripeMetadata.CaptureMark(request.OperationId)), amount);
        var reply = await api.PostAsync(
            account,
            $"{Intents}/{request.PaymentReference}/capture",
            request.OperationId.ToString(),
            form,
            cancellation
        );
        return Answer(request.OperationId, reply, StripeIntents.Captured);
    }
}
