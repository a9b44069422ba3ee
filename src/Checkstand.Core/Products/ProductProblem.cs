namespace Checkstand.Core.Products;

/// <summary>Why something can't be done with a product. A closed set, in the order in which they win.</summary>
public abstract record ProductProblem
{
    private ProductProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : ProductProblem;

    /// <summary>What was said breaks rules of products and prices (contract polar section 2.4).</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : ProductProblem;
}
