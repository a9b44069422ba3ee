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

    /// <summary>Whether a box is ticked: what was sent says so alone, if the form had the box; or else what is stored.</summary>
    /// <param name="field">The box, which sends nothing when it is not ticked.</param>
    /// <param name="asked">The field that says that the form had it.</param>
    /// <param name="stored">Whether it is stored as ticked.</param>
    public bool IsTicked(string field, string asked, bool stored) =>
        Sent is { } sent && sent.Has(asked) ? sent.Has(field) : stored;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public FieldProblem? ProblemOf(string field) =>
        Problems.FirstOrDefault(problem => PageFields.Of(problem.Path) == field);
}
