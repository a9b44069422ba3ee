using System.Globalization;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Page;

internal sealed partial class PageEndpoint
{
    // Of a browser's route: some 30 fields and answers to custom fields.
    private const int BodyBytesMax = 64 * 1024;

    private const string TotalChanged = "total_changed";

    /// <summary>Takes the form: changes the checkout by it, and pays when the button says so.</summary>
    public async Task SubmitAsync(HttpContext context, string secret)
    {
        var (body, bad) = await RequestBody.ReadFormAsync(context.Request, BodyBytesMax);
        if (bad is { } wrong)
        {
            await PageRoutes.WriteErrorAsync(context, StatusOf(wrong));
            return;
        }

        PageForm? form;
        using (body)
        {
            form = PageForm.Parse(body!.Bytes);
        }

        if (form is null)
        {
            await PageRoutes.WriteErrorAsync(context, StatusCodes.Status400BadRequest);
            return;
        }

        using (form)
        {
            await SubmitAsync(context, secret, form);
        }
    }

    private async Task SubmitAsync(HttpContext context, string secret, PageForm form)
    {
        var found = await services.Checkouts.FindBySecretAsync(secret, context.RequestAborted);
        if (!found.TryGet(out var parts, out var problem))
        {
            await RefuseAsync(context, problem);
            return;
        }

        // What was typed for the product that the page showed says nothing of another.
        if (Guid.TryParse(form[PageFields.Product], out var product) && product != parts.Checkout.ProductId)
        {
            form.Forget(PageFields.Seats);
            form.Forget(PageFields.Amount);
        }

        List<FieldProblem> problems = [];
        var update = PageChange.Of(form, parts, problems);
        var updated = await services.Checkouts.UpdateBySecretAsync(secret, update, context.RequestAborted);
        if (updated.TryGet(out var after, out var refused))
        {
            parts = after;
        }
        else if (refused is CheckoutProblem.Invalid invalid)
        {
            problems.AddRange(invalid.Problems.Select(PageWords.ForBuyers));
        }
        else
        {
            await RefuseAsync(context, secret, parts, form, refused);
            return;
        }

        var isPaying = form[PageFields.Action] switch
        {
            null or PageActions.Pay => true,
            PageActions.Enter => !parts.Checkout.Needs.IsFormRequired || !form.Card.IsEmpty,
            _ => false,
        };
        if (!isPaying)
        {
            await (
                problems.Count == 0
                    ? PageAnswer.SeeOther(context, HereOf(context, secret), parts.Checkout)
                    : ShowFormAsync(context, secret, ModelOf(parts) with { Sent = form, Problems = problems })
            );
            return;
        }

        await PayAsync(context, secret, parts, form, problems);
    }

    private async Task PayAsync(
        HttpContext context,
        string secret,
        CheckoutParts parts,
        PageForm form,
        List<FieldProblem> problems
    )
    {
        var seen = form[PageFields.SeenTotal];
        if (problems.Count == 0 && seen != FormPage.SeenTotal(parts.Checkout))
        {
            await ShowChangedTotalAsync(context, secret, parts);
            return;
        }

        var needsCard = parts.Checkout.Needs.IsFormRequired;
        var (card, cardProblems) = needsCard ? form.Card.Read(services.Clock.GetUtcNow()) : (null, []);
        using (card)
        {
            problems.AddRange(cardProblems);
            if (problems.Count > 0)
            {
                await ShowFormAsync(context, secret, ModelOf(parts) with { Sent = form, Problems = problems });
                return;
            }

            if (services.ConfirmationLimit.Count(secret) is { } seconds)
            {
                await ShowTooManyAsync(context, secret, ModelOf(parts) with { Sent = form }, seconds);
                return;
            }

            var confirmed = await services.Confirmations.ConfirmAsync(
                secret,
                new CheckoutUpdate { IsByBuyer = true },
                new PaymentMeans(null, card),
                _ => HereOf(context, secret),
                context.RequestAborted,
                // Under the lock: a total that the buyer has not seen is never charged.
                checkout =>
                    FormPage.SeenTotal(checkout) == seen
                        ? null
                        : FieldProblem.Of(PageFields.SeenTotal, "The total has changed.", TotalChanged)
            );
            await (
                confirmed.TryGet(out var paid, out var problem)
                    ? ShowOutcomeAsync(context, secret, paid)
                    : RefuseAsync(context, secret, parts, form, problem)
            );
        }
    }

    private Task ShowChangedTotalAsync(HttpContext context, string secret, CheckoutParts parts)
    {
        var notice = PageWords.TotalChanged(parts.Checkout);
        return ShowFormAsync(context, secret, ModelOf(parts) with { Notice = notice });
    }

    private Task ShowTooManyAsync(HttpContext context, string secret, PageModel model, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var told = model with { Notice = PageWords.TooManyAttempts(seconds) };
        return ShowFormAsync(context, secret, told, StatusCodes.Status429TooManyRequests);
    }

    // Refusals of a form that was sent.
    private async Task RefuseAsync(
        HttpContext context,
        string secret,
        CheckoutParts parts,
        PageForm form,
        CheckoutProblem problem
    )
    {
        switch (problem)
        {
            // Both show how it stands: paid, under way, or declined with the reason.
            case CheckoutProblem.NotOpen or CheckoutProblem.PaymentFailed:
                await PageAnswer.SeeOther(context, HereOf(context, secret), parts.Checkout);
                break;
            case CheckoutProblem.Expired:
                await ShowAsync(context, secret);
                break;
            case CheckoutProblem.Locked:
                var wait = ProcessingPage(parts, HereOf(context, secret));
                await PageAnswer.WriteAsync(context, StatusCodes.Status409Conflict, wait, parts.Checkout);
                break;
            case CheckoutProblem.Invalid { Problems: [{ Type: TotalChanged }] }:
                var found = await services.Checkouts.GetBySecretAsync(secret, context.RequestAborted);
                await (
                    found.TryGet(out var now, out var gone)
                        ? ShowChangedTotalAsync(context, secret, now)
                        : RefuseAsync(context, secret, parts, form, gone)
                );
                break;
            case CheckoutProblem.Invalid invalid:
                List<FieldProblem> problems = [.. invalid.Problems.Select(PageWords.ForBuyers)];
                await ShowFormAsync(context, secret, ModelOf(parts) with { Sent = form, Problems = problems });
                break;
            default:
                await (
                    PageWords.Refused(problem) is { } words
                        ? ShowFormAsync(
                            context,
                            secret,
                            ModelOf(parts) with
                            {
                                Sent = form,
                                Problems = [new FieldProblem([], words)],
                            }
                        )
                        : RefuseAsync(context, problem)
                );
                break;
        }
    }

    private static int StatusOf(BodyProblem problem) =>
        problem switch
        {
            BodyProblem.TooLarge => StatusCodes.Status413PayloadTooLarge,
            BodyProblem.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
            BodyProblem.TooSlow => StatusCodes.Status408RequestTimeout,
            _ => StatusCodes.Status400BadRequest,
        };
}
