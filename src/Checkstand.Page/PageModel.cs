using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;

namespace Checkstand.Page;

/// <summary>What the page shows of an open checkout.</summary>
/// <param name="Parts">The checkout as it is stored.</param>
/// <param name="Organization">Who sells.</param>
/// <param name="IsSandbox">Whether nothing here is real money.</param>
internal sealed record PageModel(CheckoutParts Parts, Organization Organization, bool IsSandbox)
{
    /// <summary>The form as it was sent, when it is shown again; null when it is shown for the first time.</summary>
    public PageForm? Sent { get; init; }

    /// <summary>What is wrong with it, in words for buyers.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Something to know that is no mistake of the buyer's; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>The checkout.</summary>
    public Checkout Checkout => Parts.Checkout;

    /// <summary>What a field shows: what was typed, or else what is stored.</summary>
    public string? ValueOf(string field, string? stored) => Sent?[field] ?? stored;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public FieldProblem? ProblemOf(string field) =>
        Problems.FirstOrDefault(problem => PageFields.Of(problem.Path) == field);
}
