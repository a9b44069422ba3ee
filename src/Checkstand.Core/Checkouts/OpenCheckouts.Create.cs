using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Core.Checkouts;

public sealed partial class OpenCheckouts
{
    /// <summary>Opens a checkout.</summary>
    /// <param name="organizationId">Who sells.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The checkout; refusals: OrganizationBlocked, Invalid.</returns>
    public async Task<Result<CheckoutParts, CheckoutProblem>> CreateAsync(
        OrganizationId organizationId,
        CheckoutRequest request,
        CancellationToken cancellation
    )
    {
        if (
            organizations.Find(organizationId) is not { } organization
            || organization.Status == OrganizationStatus.Blocked
        )
        {
            return new CheckoutProblem.OrganizationBlocked();
        }

        if (string.IsNullOrWhiteSpace(request.ExternalCustomerId))
        {
            request = request with { ExternalCustomerId = null };
        }

        List<FieldProblem> problems = [];
        var sold = await FindProductsAsync(organizationId, request.Selection, problems, cancellation);
        var adHoc = await MakePricesAsync(sold, request.Selection, problems, cancellation);
        var subscription = await FindSubscriptionAsync(organizationId, request, problems, cancellation);
        var now = clock.NowInMilliseconds();
        var id = CheckoutId.New(now);
        var start = new CheckoutStart
        {
            Id = id,
            ClientSecret = CheckoutSecret.New(id),
            Life = options.Life,
            Products = sold,
            AdHocPrices = adHoc,
            Choice = Choose(sold, adHoc, request, organization.DefaultCurrency, problems),
            Customer = await FindCustomerAsync(organizationId, request, subscription, problems, cancellation),
            Subscription = subscription,
            Problems = problems,
        };
        var facts = new CheckoutFacts
        {
            Organization = organization,
            Taxes = taxes,
            Now = now,
            Discount = request.DiscountId is { } discount
                ? await discounts.FindAsync(organizationId, discount, cancellation)
                : null,
            Fields = start.Choice is { Product.Fields: [_, ..] asked }
                ? await fields.FindAllAsync(organizationId, [.. asked.Select(field => field.FieldId)], cancellation)
                : [],
        };
        if (!Checkout.Begin(request, start, facts).TryGet(out var checkout, out var refused))
        {
            return refused;
        }

        await store.AddAsync(checkout, cancellation);
        return new CheckoutParts(
            checkout,
            sold,
            checkout.DiscountId is null ? null : facts.Discount?.Discount,
            facts.Fields
        );
    }

    private async ValueTask<IReadOnlyList<Product>> FindProductsAsync(
        OrganizationId organization,
        CheckoutSelection selection,
        List<FieldProblem> problems,
        CancellationToken cancellation
    )
    {
        switch (selection)
        {
            case CheckoutSelection.Products { Ids: var ids }:
                if (ids.Distinct().Count() < ids.Count)
                {
                    problems.Add(FieldProblem.Of("products", "Products must be unique."));
                }

                List<Product> found = [];
                for (var at = 0; at < ids.Count; at++)
                {
                    var product = await products.FindAsync(organization, ids[at], cancellation);
                    if (IsSellable(product, ["products", at], problems))
                    {
                        found.Add(product!);
                    }
                }

                return found;
            case CheckoutSelection.Product { Id: var id }:
                var one = await products.FindAsync(organization, id, cancellation);
                return IsSellable(one, ["product_id"], problems) ? [one!] : [];
            case CheckoutSelection.Price { Id: var id }:
                return await FindByPriceAsync(organization, id, problems, cancellation);
            default:
                throw new System.Diagnostics.UnreachableException($"No products are found by {selection}.");
        }
    }

    private async ValueTask<IReadOnlyList<Product>> FindByPriceAsync(
        OrganizationId organization,
        Guid id,
        List<FieldProblem> problems,
        CancellationToken cancellation
    )
    {
        var product = await products.FindByPriceAsync(organization, id, cancellation);
        if (product is null)
        {
            problems.Add(FieldProblem.Of("product_price_id", "Price does not exist."));
            return [];
        }

        if (product.Prices.Any(price => price.Id == id && price.IsArchived))
        {
            problems.Add(FieldProblem.Of("product_price_id", "Price is archived."));
            return [];
        }

        return IsSellable(product, ["product_price_id"], problems) ? [product] : [];
    }

    private static bool IsSellable(Product? product, IReadOnlyList<object> path, List<FieldProblem> problems)
    {
        var refusal = product switch
        {
            null => "Product does not exist.",
            { IsArchived: true } => "Product is archived.",
            { Visibility: ProductVisibility.Draft } => "Product is a draft.",
            _ => null,
        };
        if (refusal is not null)
        {
            problems.Add(new FieldProblem(path, refusal));
        }

        return refusal is null;
    }

    private async ValueTask<IReadOnlyDictionary<Guid, IReadOnlyList<Price>>> MakePricesAsync(
        IReadOnlyList<Product> sold,
        CheckoutSelection selection,
        List<FieldProblem> problems,
        CancellationToken cancellation
    )
    {
        var made = new Dictionary<Guid, IReadOnlyList<Price>>();
        if (selection is not CheckoutSelection.Products { AdHocPrices: var drafts })
        {
            return made;
        }

        foreach (var (id, asked) in drafts)
        {
            object[] path = ["prices", id.ToString("D")];
            if (sold.FirstOrDefault(product => product.Id == id) is not { } product)
            {
                problems.Add(new FieldProblem(path, "Product is not set on this checkout."));
                continue;
            }

            var prices = await catalogue.MakeAdHocPricesAsync(product, asked, path, cancellation);
            if (prices.TryGet(out var list, out var refused))
            {
                made[id] = list;
            }
            else
            {
                problems.AddRange(refused);
            }
        }

        return made;
    }

    private static ProductChoice? Choose(
        IReadOnlyList<Product> sold,
        IReadOnlyDictionary<Guid, IReadOnlyList<Price>> adHoc,
        CheckoutRequest request,
        string defaultCurrency,
        List<FieldProblem> problems
    )
    {
        if (problems.Count > 0)
        {
            return null;
        }

        var product = sold[0];
        if (request.Selection is CheckoutSelection.Price { Id: var id })
        {
            var price = product.Prices.First(price => price.Id == id);
            return new ProductChoice(product, new PriceChoice(price.Currency, [price]), id, IsOther: true);
        }

        var choice = PriceChoice.Of(
            adHoc.GetValueOrDefault(product.Id) ?? product.Prices,
            request.Currency ?? defaultCurrency
        );
        if (choice is null)
        {
            problems.Add(
                request.Selection is CheckoutSelection.Products
                    ? ProductChoice.NotInCurrency("products", 0)
                    : ProductChoice.NotInCurrency("product_id")
            );
            return null;
        }

        return new ProductChoice(product, choice, choice.Default.Id, IsOther: true);
    }

    private async ValueTask<Subscription?> FindSubscriptionAsync(
        OrganizationId organization,
        CheckoutRequest request,
        List<FieldProblem> problems,
        CancellationToken cancellation
    )
    {
        if (request.SubscriptionId is not { } id)
        {
            return null;
        }

        var found = (await orders.FindSubscriptionAsync(organization, id, cancellation))?.Subscription;
        problems.AddRange(UpgradeRules.Begin(found, request.CustomerId));
        return found;
    }

    // Who upgrades is the one who subscribed.
    private async ValueTask<Customer?> FindCustomerAsync(
        OrganizationId organization,
        CheckoutRequest request,
        Subscription? subscription,
        List<FieldProblem> problems,
        CancellationToken cancellation
    )
    {
        if ((request.CustomerId ?? subscription?.CustomerId) is { } id)
        {
            var customer = await customers.FindAsync(organization, id, cancellation);
            if (customer is null)
            {
                problems.Add(FieldProblem.Of("customer_id", "Customer does not exist."));
            }

            return customer;
        }

        return request.ExternalCustomerId is { } externalId
            ? await customers.FindByExternalIdAsync(organization, externalId, cancellation)
            : null;
    }
}
