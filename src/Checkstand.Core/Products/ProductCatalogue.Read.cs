using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Products;

public sealed partial class ProductCatalogue
{
    /// <summary>A product, archived or not.</summary>
    /// <returns>The product; refusals: NotFound.</returns>
    public async Task<Result<Product, ProductProblem>> GetAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    )
    {
        var product = await store.FindAsync(organization, id, cancellation);
        return product is null ? new ProductProblem.NotFound() : product;
    }

    /// <summary>A part of an organization's products.</summary>
    public ValueTask<NumberedPage<Product>> ListAsync(
        OrganizationId organization,
        ProductFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListAsync(organization, filter, page, cancellation);

    /// <summary>The custom fields that products ask for, each once; those that were deleted are left out.</summary>
    public ValueTask<IReadOnlyList<CustomField>> FieldsOfAsync(
        OrganizationId organization,
        IEnumerable<Product> products,
        CancellationToken cancellation
    ) =>
        fields.FindAllAsync(
            organization,
            [.. products.SelectMany(product => product.Fields).Select(field => field.FieldId).Distinct()],
            cancellation
        );
}
