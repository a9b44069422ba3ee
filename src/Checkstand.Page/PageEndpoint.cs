using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Payments;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Page;

/// <summary>
/// What happens on the hosted page. Whoever knows the client secret in its address may look and pay; that secret is also
/// why no form needs a token against forgery from other sites: a site that could send the form to this address knows what
/// such a token would prove, and there is no cookie that a browser would add for it.
/// </summary>
internal sealed partial class PageEndpoint(PageServices services)
{
    /// <summary>The page as the checkout stands; that it is paid or being paid counts before its time, which may be over.</summary>
    public async Task ShowAsync(HttpContext context, string secret)
    {
        var found = await FindAsync(secret, context.RequestAborted);
        if (!found.TryGet(out var parts, out var problem))
        {
            await RefuseAsync(context, problem);
            return;
        }

        await ShowAsync(context, secret, parts);
    }

    /// <summary>The receipt, which leads on to the seller's own page if there is one.</summary>
    public async Task ShowConfirmationAsync(HttpContext context, string secret)
    {
        var found = await FindAsync(secret, context.RequestAborted);
        if (!found.TryGet(out var parts, out var problem))
        {
            await RefuseAsync(context, problem);
        }
        else if (parts.Checkout.Status == CheckoutStatus.Succeeded)
        {
            var page = OutcomePage.Paid(
                SellerOf(parts),
                parts.Product.Name,
                FormPage.Summary(parts.Checkout, parts),
                parts.Checkout.Buyer.Email,
                SuccessUrlOf(parts.Checkout)
            );
            await PageAnswer.WriteAsync(context, StatusCodes.Status200OK, page, parts.Checkout);
        }
        else if (parts.Checkout.Status == CheckoutStatus.Confirmed)
        {
            await ShowAsync(context, secret, parts);
        }
        else
        {
            await PageAnswer.SeeOther(context, HereOf(context, secret), parts.Checkout);
        }
    }

    // A buyer comes back from the bank before the sweep has settled what the bank said.
    private async ValueTask<Result<CheckoutParts, CheckoutProblem>> FindAsync(
        string secret,
        CancellationToken cancellation
    )
    {
        var found = await services.Checkouts.FindBySecretAsync(secret, cancellation);
        if (
            !found.TryGet(out var parts, out _)
            || parts is not { Checkout.Status: CheckoutStatus.Confirmed, Payment.Open: null }
        )
        {
            return found;
        }

        await services.Confirmations.SettleAsync(parts.Checkout.Id, cancellation);
        return await services.Checkouts.FindBySecretAsync(secret, cancellation);
    }

    private async Task ShowAsync(HttpContext context, string secret, CheckoutParts parts)
    {
        switch (parts.Checkout.Status)
        {
            case CheckoutStatus.Succeeded or CheckoutStatus.Confirmed:
                await ShowOutcomeAsync(context, secret, parts);
                break;
            case CheckoutStatus.Expired or CheckoutStatus.Failed:
            // Its end is stored as soon as nobody holds it.
            case CheckoutStatus.Open when parts.Checkout.IsOverAt(services.Clock.GetUtcNow()):
                var expired = OutcomePage.Expired(parts.Checkout.ReturnUrl);
                await PageAnswer.WriteAsync(context, StatusCodes.Status410Gone, expired, parts.Checkout);
                break;
            default:
                var declined = parts.Payment is { EndedUnpaid: true } last
                    ? PageWords.Declined(last.Authorization.Error)
                    : null;
                await ShowFormAsync(context, secret, ModelOf(parts) with { Notice = declined });
                break;
        }
    }

    // After a confirmation there is no form any more, so that nobody pays twice.
    private Task ShowOutcomeAsync(HttpContext context, string secret, CheckoutParts parts)
    {
        var checkout = parts.Checkout;
        var here = HereOf(context, secret);
        if (checkout.Status == CheckoutStatus.Succeeded)
        {
            return PageAnswer.SeeOther(context, $"{here}/confirmation", checkout);
        }

        // The answer to a form ends on a page of ours, which leads on: browsers hold each address that a form's answer
        // redirects to against the policy, and nobody knows where a bank's or a seller's page redirects to.
        if (HttpMethods.IsPost(context.Request.Method))
        {
            return PageAnswer.SeeOther(context, here, checkout);
        }

        var page = NeedsAction(parts)
            ? OutcomePage.Challenge(SellerOf(parts), parts.Payment!.Open!.ApprovalUrl!)
            : ProcessingPage(parts, here);
        return PageAnswer.WriteAsync(context, StatusCodes.Status200OK, page, checkout);
    }

    // The status is the one of a form with problems or without, where no other is said.
    private Task ShowFormAsync(HttpContext context, string secret, PageModel model, int? status = null) =>
        PageAnswer.WriteAsync(
            context,
            status ?? (model.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
            new FormPage(model).Write(HereOf(context, secret)),
            model.Checkout
        );

    // Refusals that have a page of their own.
    private static Task RefuseAsync(HttpContext context, CheckoutProblem problem) =>
        problem switch
        {
            CheckoutProblem.OrganizationBlocked => PageAnswer.WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                OutcomePage.Blocked()
            ),
            _ => PageRoutes.WriteErrorAsync(context, StatusCodes.Status404NotFound),
        };

    private PageModel ModelOf(CheckoutParts parts) =>
        new(parts, services.Organizations.Find(parts.Checkout.OrganizationId)!, services.Options.IsSandbox);

    private string SellerOf(CheckoutParts parts) =>
        services.Organizations.Find(parts.Checkout.OrganizationId)?.Name ?? "";

    private string HereOf(HttpContext context, string secret) =>
        $"{services.Options.PublicUrl ?? $"{context.Request.Scheme}://{context.Request.Host}"}{PathOf(secret)}";

    private static string PathOf(string secret) => $"/checkout/{Uri.EscapeDataString(secret)}";

    // Where the buyer goes after the payment. Null for nowhere: also when the seller sent back our own page, which the API
    // names where there is no other, and which would lead to itself.
    private static string? SuccessUrlOf(Checkout checkout) =>
        checkout.SuccessUrl?.Replace("{CHECKOUT_ID}", checkout.Id.ToString(), StringComparison.Ordinal) is { } address
        && !address.Contains(PathOf(checkout.ClientSecret), StringComparison.Ordinal)
            ? address
            : null;

    // A server that stops is not asked again at once: the browser would show that nobody answers.
    private string ProcessingPage(CheckoutParts parts, string here) =>
        OutcomePage.Processing(
            SellerOf(parts),
            here,
            services.Life.ApplicationStopping.IsCancellationRequested ? null : $"{here}?{WaitQuery}"
        );

    private static bool NeedsAction(CheckoutParts parts) =>
        parts.Payment is { Open: { State: OperationState.NeedsAction, ApprovalUrl: { } address } }
        && IsAddress(address);

    // A provider's page: absolute, or a path on this server; never another scheme.
    private static bool IsAddress(string address) =>
        address.StartsWith('/')
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
