using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Core.CheckoutLinks;

public sealed partial record CheckoutLink
{
    /// <summary>How a client secret begins.</summary>
    public const string SecretPrefix = "polar_cl_";

    /// <summary>A new link of a draft.</summary>
    /// <param name="organization">Who sells.</param>
    /// <param name="draft">What was said.</param>
    /// <param name="products">The products that may be bought.</param>
    /// <param name="known">What is known to be wrong already.</param>
    /// <param name="now">The time.</param>
    /// <returns>The link, or Invalid with everything that is wrong.</returns>
    internal static Result<CheckoutLink, CheckoutLinkProblem> Of(
        OrganizationId organization,
        CheckoutLinkDraft draft,
        IReadOnlyList<Product> products,
        IReadOnlyList<FieldProblem> known,
        DateTimeOffset now
    )
    {
        List<FieldProblem> problems = [.. known];
        var trial = TrialOf(draft.TrialUnit, draft.TrialCount, problems);
        return problems.Count > 0
            ? new CheckoutLinkProblem.Invalid(problems)
            : new CheckoutLink
            {
                Id = RandomId.New(),
                OrganizationId = organization,
                CreatedAt = now,
                ClientSecret = SecretText.New(SecretPrefix),
                Label = draft.Label,
                ProductIds = [.. products.Select(product => product.Id)],
                DiscountId = draft.DiscountId,
                AllowDiscountCodes = draft.AllowDiscountCodes,
                RequireBillingAddress = draft.RequireBillingAddress,
                Seats = draft.Seats,
                Trial = trial,
                SuccessUrl = draft.SuccessUrl,
                ReturnUrl = draft.ReturnUrl,
                Metadata = draft.Metadata,
            };
    }

    /// <summary>This link after a change. Products of which none is recurring have no trial.</summary>
    /// <param name="change">What is wanted.</param>
    /// <param name="products">The products that may be bought after it; null when they stay.</param>
    /// <param name="known">What is known to be wrong already.</param>
    /// <param name="now">The time.</param>
    /// <returns>The link, or Invalid with everything that is wrong.</returns>
    internal Result<CheckoutLink, CheckoutLinkProblem> With(
        CheckoutLinkChange change,
        IReadOnlyList<Product>? products,
        IReadOnlyList<FieldProblem> known,
        DateTimeOffset now
    )
    {
        List<FieldProblem> problems = [.. known];
        var isTrialOver = products is not null && !products.Any(product => product.IsRecurring);
        var before = isTrialOver ? null : Trial;
        var trial = TrialOf(change.TrialUnit.Over(before?.Unit), change.TrialCount.Over(before?.Count), problems);
        return problems.Count > 0
            ? new CheckoutLinkProblem.Invalid(problems)
            : this with
            {
                ModifiedAt = now,
                ProductIds = products is null ? ProductIds : [.. products.Select(product => product.Id)],
                Label = change.Label.Over(Label),
                DiscountId = change.DiscountId.Over(DiscountId),
                AllowDiscountCodes = change.AllowDiscountCodes ?? AllowDiscountCodes,
                RequireBillingAddress = change.RequireBillingAddress ?? RequireBillingAddress,
                Seats = change.Seats.Over(Seats),
                Trial = trial,
                SuccessUrl = change.SuccessUrl.Over(SuccessUrl),
                ReturnUrl = change.ReturnUrl.Over(ReturnUrl),
                Metadata = change.Metadata.HasValue ? change.Metadata : Metadata,
            };
    }

    // Both or neither.
    private static CalendarSpan? TrialOf(CalendarUnit? unit, int? count, List<FieldProblem> problems)
    {
        if (unit is { } ofUnit && count is { } times)
        {
            return new CalendarSpan(ofUnit, times);
        }

        if (unit is not null || count is not null)
        {
            problems.Add(
                FieldProblem.Of(
                    unit is null ? "trial_interval" : "trial_interval_count",
                    "A trial has an interval and a count, or neither.",
                    "missing"
                )
            );
        }

        return null;
    }
}
