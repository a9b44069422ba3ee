using Checkstand.Core.CustomFields;
using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

public sealed partial record Checkout
{
    /// <summary>
    /// The checkout after an update: what was said is laid over it, and what it costs and asks for is worked out anew
    /// (contract polar sections 2.3 and 3.4 to 3.6).
    /// </summary>
    /// <param name="parts">The checkout and what it names, as it is under the lock.</param>
    /// <param name="update">What somebody wants changed.</param>
    /// <param name="facts">What else there is to know.</param>
    /// <returns>The checkout; refusals: NotOpen, Invalid, AlreadySubscribed, DiscountLimitReached.</returns>
    public static Result<Checkout, CheckoutProblem> Update(
        CheckoutParts parts,
        CheckoutUpdate update,
        CheckoutFacts facts
    )
    {
        var before = parts.Checkout;
        if (before.Status != CheckoutStatus.Open)
        {
            return new CheckoutProblem.NotOpen(before.Id, before.Status);
        }

        List<FieldProblem> problems = [];
        var choice = ProductChoice.Of(parts, update, facts.Organization.DefaultCurrency, problems);
        var seats = SeatRules.Choose(before, choice, update.Seats, problems);
        var named = AmountRules.Choose(before, choice, update.NamedMinorUnits, problems);
        var discount = DiscountChoice.Of(parts, update, choice, facts, problems);
        var after = before with
        {
            ProductId = choice.Product.Id,
            Currency = choice.Prices.Currency,
            PriceIds = [.. choice.Prices.Prices.Select(price => price.Id)],
            PriceId = choice.PriceId,
            NamedMinorUnits = named,
            Seats = seats,
            DiscountId = discount?.Id,
            AllowDiscountCodes = update.AllowDiscountCodes ?? before.AllowDiscountCodes,
            RequireBillingAddress = update.RequireBillingAddress ?? before.RequireBillingAddress,
            AllowTrial = update.AllowTrial ?? before.AllowTrial,
            Trial = TrialOf(before.Trial, update, problems),
            Buyer = BuyerRules.Update(before.Buyer, update, problems),
            SuccessUrl = update.SuccessUrl.Over(before.SuccessUrl),
            ReturnUrl = update.ReturnUrl.Over(before.ReturnUrl),
            EmbedOrigin = update.EmbedOrigin.Over(before.EmbedOrigin),
            PaymentMethodType = update.PaymentMethodType.Over(before.PaymentMethodType),
            Metadata = update.Metadata.HasValue ? update.Metadata : before.Metadata,
            CustomerMetadata = update.CustomerMetadata.HasValue ? update.CustomerMetadata : before.CustomerMetadata,
            CustomFieldData = JsonObjects.Merge(
                before.CustomFieldData,
                Answers(choice.Product, update.CustomFieldData, facts, problems)
            ),
            ModifiedAt = facts.Now,
        };
        if (problems.Count > 0)
        {
            return new CheckoutProblem.Invalid(problems);
        }

        if (IsSecondSubscription(after, choice.Product, facts))
        {
            return new CheckoutProblem.AlreadySubscribed();
        }

        var isNewDiscount = update.IsByBuyer && discount is not null && discount.Id != before.DiscountId;
        return isNewDiscount && facts.History.Redemptions >= discount?.RedemptionsMaxPerCustomer
            ? new CheckoutProblem.DiscountLimitReached()
            : after.Reckon(choice.Product, choice.Prices.Prices, discount, facts);
    }

    /// <summary>The checkout at the end of its time; itself when it is not open or its time is not over.</summary>
    public Checkout Expire(DateTimeOffset now) =>
        Status == CheckoutStatus.Open && ExpiresAt <= now
            ? this with
            {
                Status = CheckoutStatus.Expired,
                ModifiedAt = Milliseconds.Of(now),
            }
            : this;

    // The upgrade of a subscription is not a second one.
    private static bool IsSecondSubscription(Checkout after, Product product, CheckoutFacts facts) =>
        product.IsRecurring
        && after.SubscriptionId is null
        && !facts.Organization.AllowMultipleSubscriptions
        && facts.History.IsSubscribed;

    private static CalendarSpan? TrialOf(CalendarSpan? before, CheckoutUpdate update, List<FieldProblem> problems) =>
        update.TrialUnit.IsSaid || update.TrialCount.IsSaid
            ? TrialOf(update.TrialUnit.Over(before?.Unit), update.TrialCount.Over(before?.Count), problems)
            : before;

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

    private static JsonText Answers(Product product, JsonText said, CheckoutFacts facts, List<FieldProblem> problems)
    {
        if (!said.HasValue)
        {
            return default;
        }

        var fields = facts
            .Fields.Select(field =>
                (field, product.Fields.Any(attached => attached.FieldId == field.Id && attached.IsRequired))
            )
            .ToList();
        if (FieldAnswers.Check(fields, said, enforceRequired: false).TryGet(out var answers, out var refused))
        {
            return answers;
        }

        problems.AddRange(refused);
        return default;
    }
}
