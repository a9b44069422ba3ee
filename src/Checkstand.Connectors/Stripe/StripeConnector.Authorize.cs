using Checkstand.Core.Payments.Providers;

namespace Checkstand.Connectors.Stripe;

public sealed partial class StripeConnector
{
    private const string Intents = "/v1/payment_intents";

    /// <inheritdoc/>
    public async Task<ProviderAnswer> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellation)
    {
        if (AccountOf(request.Account, $"authorize {request.OperationId}") is not { } account)
        {
            return NoAccount();
        }

        if (StripeMoney.Of(request.Amount) is not { } amount)
        {
            return BadAmount();
        }

        using var form = new StripeForm();
        form.Add("amount", amount);
        form.Add("currency", StripeMoney.Currency(request.Amount));
        form.Add("confirm", "true");
        form.Add("capture_method", request.CapturesAtOnce ? "automatic" : "manual");
        form.Add("payment_method_types[]", "card");
        StripeCard.Write(form, request.Card);
        WriteContext(form, request);
        form.Add("expand[]", "latest_charge");
        var reply = await api.PostAsync(account, Intents, request.OperationId.ToString(), form, cancellation);
        return Answer(request.OperationId, reply, StripeIntents.Authorized);
    }

    private static void WriteContext(StripeForm form, AuthorizeRequest request)
    {
        if (request.PostalCode is { } postalCode)
        {
            form.Add("payment_method_data[billing_details][address][postal_code]", postalCode);
        }

        if (request.Country is { } country)
        {
            form.Add("payment_method_data[billing_details][address][country]", country);
        }

        if (StripeDescriptor.Suffix(request.StatementDescriptor) is { } suffix)
        {
            form.Add("statement_descriptor_suffix", suffix);
        }

        // Without its buyer a payment can't be challenged: Stripe then declines instead, and no page is needed.
        if (request.IsMerchantInitiated)
        {
            form.Add("off_session", "true");
        }
        else if (request.ReturnUrl is { } returnUrl)
        {
            form.Add("return_url", returnUrl);
        }

        form.Add(StripeMetadata.Field(StripeMetadata.Operation), request.OperationId.ToString());
        form.Add(StripeMetadata.Field(StripeMetadata.Service), request.Account.PaymentServiceId.ToString("D"));
        form.Add(StripeMetadata.Field(StripeMetadata.Payment), request.PaymentId.ToString());
        if (request.CheckoutId is { } checkout)
        {
            form.Add(StripeMetadata.Field(StripeMetadata.Checkout), checkout.ToString("D"));
        }
    }
}
