using System.Text;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Discounts;

public sealed partial record Discount
{
    private const int CodeLengthMin = 3;
    private const int CodeLengthMax = 256;

    /// <summary>How it reduces.</summary>
    private DiscountKind Kind => Reduction is Reduction.Fixed ? DiscountKind.Fixed : DiscountKind.Percentage;

    /// <summary>A new discount of a draft.</summary>
    /// <param name="organization">Who gives it.</param>
    /// <param name="draft">What was said.</param>
    /// <param name="known">What is known to be wrong already.</param>
    /// <param name="now">The time.</param>
    /// <returns>The discount, or Invalid with everything that is wrong.</returns>
    public static Result<Discount, DiscountProblem> Of(
        OrganizationId organization,
        DiscountDraft draft,
        IReadOnlyList<FieldProblem> known,
        DateTimeOffset now
    ) =>
        new Discount
        {
            Id = RandomId.New(),
            OrganizationId = organization,
            CreatedAt = now,
            Name = draft.Name,
            Code = CodeOf(draft.Code),
            Reduction = draft.Reduction,
            Duration = draft.Duration,
            DurationInMonths = draft.DurationInMonths,
            StartsAt = draft.StartsAt,
            EndsAt = draft.EndsAt,
            RedemptionsMax = draft.RedemptionsMax,
            RedemptionsMaxPerCustomer = draft.RedemptionsMaxPerCustomer,
            ProductIds = [.. draft.ProductIds.Distinct()],
            Metadata = draft.Metadata,
        }.Unless(known);

    /// <summary>This discount after a change.</summary>
    /// <param name="change">What is wanted.</param>
    /// <param name="redemptions">How often it was redeemed: what was promised to somebody stays as it is.</param>
    /// <param name="known">What is known to be wrong already.</param>
    /// <param name="now">The time.</param>
    /// <returns>The discount, or Invalid with everything that is wrong.</returns>
    public Result<Discount, DiscountProblem> With(
        DiscountChange change,
        int redemptions,
        IReadOnlyList<FieldProblem> known,
        DateTimeOffset now
    ) =>
        (
            this with
            {
                ModifiedAt = now,
                Name = change.Name ?? Name,
                Code = change.Code.IsSaid ? CodeOf(change.Code.Value) : Code,
                Reduction = ReductionAfter(change),
                DurationInMonths = change.DurationInMonths ?? DurationInMonths,
                StartsAt = change.StartsAt.Over(StartsAt),
                EndsAt = change.EndsAt.Over(EndsAt),
                RedemptionsMax = change.RedemptionsMax.Over(RedemptionsMax),
                RedemptionsMaxPerCustomer = change.RedemptionsMaxPerCustomer.Over(RedemptionsMaxPerCustomer),
                ProductIds = change.ProductIds is { } ids ? [.. ids.Distinct()] : ProductIds,
                Metadata = change.Metadata.HasValue ? change.Metadata : Metadata,
            }
        ).Unless([.. known, .. Unchangeable(change, redemptions)]);

    private Result<Discount, DiscountProblem> Unless(IReadOnlyList<FieldProblem> known)
    {
        List<FieldProblem> problems = [.. known, .. Broken()];
        return problems.Count > 0 ? new DiscountProblem.Invalid(problems) : this;
    }

    private Reduction ReductionAfter(DiscountChange change) =>
        Reduction switch
        {
            Reduction.Fixed when change.Amounts is { } amounts => new Reduction.Fixed(amounts),
            Reduction.Percentage when change.BasisPoints is { } basisPoints => new Reduction.Percentage(basisPoints),
            _ => Reduction,
        };

    // What no change may touch.
    private IEnumerable<FieldProblem> Unchangeable(DiscountChange change, int redemptions)
    {
        const string Redeemed = "This field cannot be changed because the discount has already been redeemed.";
        if (change.Kind is { } kind && kind != Kind)
        {
            yield return FieldProblem.Of("type", "Type cannot be changed.");
        }

        if (change.Duration is { } duration && duration != Duration)
        {
            yield return FieldProblem.Of("duration", "Duration cannot be changed.");
        }

        if (redemptions > 0 && Reduction is Reduction.Fixed before && IsOther(before.Amounts, change.Amounts))
        {
            yield return FieldProblem.Of("amounts", Redeemed);
        }

        if (
            redemptions > 0
            && Reduction is Reduction.Percentage percentage
            && change.BasisPoints is { } basisPoints
            && basisPoints != percentage.BasisPoints
        )
        {
            yield return FieldProblem.Of("basis_points", Redeemed);
        }
    }

    // What holds for every discount, however it came to be.
    private IEnumerable<FieldProblem> Broken()
    {
        if (Code is { } code && !code.EnumerateRunes().All(Rune.IsLetterOrDigit))
        {
            yield return FieldProblem.Of("code", "Code must contain only alphanumeric characters.");
        }
        else if (Code is { } typed && typed.EnumerateRunes().Count() is < CodeLengthMin or > CodeLengthMax)
        {
            yield return FieldProblem.Of(
                "code",
                $"Code must be between {CodeLengthMin} and {CodeLengthMax} characters long."
            );
        }

        if (Reduction is Reduction.Fixed { Amounts.Count: 0 })
        {
            yield return FieldProblem.Of("amounts", "At least one amount is required.", "too_short");
        }

        if (Duration == DiscountDuration.Repeating && DurationInMonths is null)
        {
            yield return FieldProblem.Of("duration_in_months", "Field required", "missing");
        }

        if (Duration != DiscountDuration.Repeating && DurationInMonths is not null)
        {
            yield return FieldProblem.Of(
                "duration_in_months",
                "Only discounts with a repeating duration have a number of months."
            );
        }

        if (StartsAt >= EndsAt)
        {
            yield return FieldProblem.Of("ends_at", "starts_at must be before ends_at");
        }
    }

    private static bool IsOther(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long>? after) =>
        after is not null
        && (
            after.Count != before.Count
            || after.Any(amount => !before.TryGetValue(amount.Key, out var was) || was != amount.Value)
        );

    private static string? CodeOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
