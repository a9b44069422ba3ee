using Checkstand.Core.Organizations;

namespace Checkstand.Core.Products;

public sealed partial class ProductCatalogue
{
    /// <summary>Makes a product with its prices.</summary>
    /// <param name="organization">Who sells it.</param>
    /// <param name="draft">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The product; refusals: Invalid.</returns>
    public Task<Result<Product, ProductProblem>> CreateAsync(
        OrganizationId organization,
        ProductDraft draft,
        CancellationToken cancellation
    ) => CreateAsync(RandomId.New(), organization, draft, cancellation);

    /// <summary>As above, with an id that the caller chose and that is free.</summary>
    public async Task<Result<Product, ProductProblem>> CreateAsync(
        Guid id,
        OrganizationId organization,
        ProductDraft draft,
        CancellationToken cancellation
    )
    {
        var terms = new PriceTerms
        {
            IsRecurring = draft.Recurs is not null,
            DefaultCurrency = DefaultCurrencyOf(organization),
            Now = clock.NowInMilliseconds(),
            Meters = await FindMetersAsync(organization, draft.Prices, cancellation),
        };
        var isPriced = PriceRules.Make(draft.Prices, terms, ["prices"]).TryGet(out var prices, out var refused);
        List<FieldProblem> problems =
        [
            .. refused ?? [],
            .. CheckMedia(draft.MediaCount),
            .. await CheckFieldsAsync(organization, draft.Fields, cancellation),
        ];
        if (!isPriced || problems.Count > 0)
        {
            return new ProductProblem.Invalid(problems);
        }

        var product = new Product
        {
            Id = id,
            OrganizationId = organization,
            CreatedAt = terms.Now,
            Name = draft.Name,
            Description = draft.Description,
            Visibility = draft.Visibility,
            Recurs = draft.Recurs,
            MeterRecurs = draft.MeterRecurs,
            Trial = draft.Trial,
            Prices = prices!,
            Fields = draft.Fields,
            Metadata = draft.Metadata,
        };
        await store.AddAsync(product, cancellation);
        return product;
    }

    /// <summary>Makes prices of a product for one checkout only, under the same rules; nothing is stored.</summary>
    /// <param name="product">The product.</param>
    /// <param name="drafts">What is asked for.</param>
    /// <param name="path">The place of the list in the request.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The prices; or everything that is wrong.</returns>
    public async Task<Result<IReadOnlyList<Price>, IReadOnlyList<FieldProblem>>> MakeAdHocPricesAsync(
        Product product,
        IReadOnlyList<PriceDraft> drafts,
        IReadOnlyList<object> path,
        CancellationToken cancellation
    ) =>
        PriceRules.Make(
            drafts,
            new PriceTerms
            {
                IsRecurring = product.IsRecurring,
                DefaultCurrency = DefaultCurrencyOf(product.OrganizationId),
                Now = clock.NowInMilliseconds(),
                Meters = await FindMetersAsync(product.OrganizationId, drafts, cancellation),
                IsAdHoc = true,
            },
            path
        );
}
