using Checkstand.Core.Organizations;

namespace Checkstand.Core.Products;

public sealed partial class ProductCatalogue
{
    /// <summary>Changes a product. What is wrong is told at once, and then nothing changes.</summary>
    /// <param name="organization">Who sells it.</param>
    /// <param name="id">The product.</param>
    /// <param name="patch">What changes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The product afterwards; refusals: NotFound, Invalid.</returns>
    public async Task<Result<Product, ProductProblem>> UpdateAsync(
        OrganizationId organization,
        Guid id,
        ProductPatch patch,
        CancellationToken cancellation
    )
    {
        var currency = DefaultCurrencyOf(organization);
        var now = clock.NowInMilliseconds();
        var meters = await FindMetersAsync(organization, patch.Prices ?? [], cancellation);
        IReadOnlyList<FieldProblem> outside =
        [
            .. CheckMedia(patch.MediaCount),
            .. await CheckFieldsAsync(organization, patch.Fields ?? [], cancellation),
        ];
        return await store.ChangeAsync(
                organization,
                id,
                product =>
                    Change(
                        product,
                        patch,
                        new PriceTerms
                        {
                            IsRecurring = product.IsRecurring,
                            DefaultCurrency = currency,
                            Now = now,
                            Meters = meters,
                            Existing = product.Prices,
                        },
                        outside
                    ),
                cancellation
            ) ?? new ProductProblem.NotFound();
    }

    private static Result<Product, ProductProblem> Change(
        Product product,
        ProductPatch patch,
        PriceTerms terms,
        IReadOnlyList<FieldProblem> outside
    )
    {
        List<FieldProblem> problems = [.. outside, .. CheckSpans(product, patch)];
        var prices = product.Prices;
        if (patch.Prices is { } drafts)
        {
            if (PriceRules.Make(drafts, terms, ["prices"]).TryGet(out var made, out var refused))
            {
                prices = Replace(product.Prices, made, terms.Now);
            }
            else
            {
                problems.AddRange(refused);
            }
        }

        if (problems.Count > 0)
        {
            return new ProductProblem.Invalid(problems);
        }

        return product with
        {
            ModifiedAt = terms.Now,
            Name = patch.Name ?? product.Name,
            Description = patch.Description.IsSaid ? patch.Description.Value : product.Description,
            Visibility = patch.Visibility ?? product.Visibility,
            IsArchived = patch.IsArchived ?? product.IsArchived,
            Trial = patch.Trial.IsSaid ? patch.Trial.Value : product.Trial,
            Prices = prices,
            Fields = patch.Fields ?? product.Fields,
            Metadata = patch.Metadata.IsPresent ? patch.Metadata : product.Metadata,
        };
    }

    private static IEnumerable<FieldProblem> CheckSpans(Product product, ProductPatch patch)
    {
        if (
            (patch.RecursUnit.IsSaid && patch.RecursUnit.Value != product.Recurs?.Unit)
            || (patch.RecursCount.IsSaid && patch.RecursCount.Value != product.Recurs?.Count)
        )
        {
            yield return FieldProblem.Of("recurring_interval", "Recurring interval cannot be changed.");
        }

        if (patch.Trial is { IsSaid: true, Value: not null } && !product.IsRecurring)
        {
            const string Message = "Trial configuration is only supported on recurring products.";
            yield return FieldProblem.Of("trial_interval", Message);
            yield return FieldProblem.Of("trial_interval_count", Message);
        }
    }

    // Those that are named stay as they are, the others can no longer be bought at, and new ones come last.
    private static IReadOnlyList<Price> Replace(
        IReadOnlyList<Price> before,
        IReadOnlyList<Price> wanted,
        DateTimeOffset now
    ) =>
        [
            .. before.Select(price =>
                price.IsArchived || wanted.Contains(price) ? price : price with { IsArchived = true, ModifiedAt = now }
            ),
            .. wanted.Where(price => !before.Contains(price)),
        ];
}
