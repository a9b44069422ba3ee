using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Products;

/// <summary>
/// What the rules of products and meters need from a database. Every implementation inherits ProductStoreContract in
/// the tests. Writes are durable when their task completes, and their events are stored with them.
/// </summary>
public interface IProductStore
{
    /// <summary>Keeps a product.</summary>
    Task AddAsync(Product product, CancellationToken cancellation);

    /// <summary>A product of an organization; null when there is none.</summary>
    ValueTask<Product?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>The product that has a price, archived ones too; null when there is none.</summary>
    ValueTask<Product?> FindByPriceAsync(OrganizationId organization, Guid priceId, CancellationToken cancellation);

    /// <summary>
    /// Loads a product under a lock, asks <paramref name="decide"/>, which must be pure, and stores the answer. Nothing
    /// is written when the answer is the product itself.
    /// </summary>
    /// <returns>The product afterwards; the refusal; null in place of both when there is no such product.</returns>
    Task<Result<Product, ProductProblem>?> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<Product, Result<Product, ProductProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>A part of an organization's products.</summary>
    ValueTask<NumberedPage<Product>> ListAsync(
        OrganizationId organization,
        ProductFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );

    /// <summary>Keeps a meter.</summary>
    Task AddMeterAsync(Meter meter, CancellationToken cancellation);

    /// <summary>A meter of an organization; null when there is none.</summary>
    ValueTask<Meter?> FindMeterAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>Stores what <paramref name="change"/>, which must be pure, makes of a meter.</summary>
    /// <returns>The meter afterwards; null when there is none.</returns>
    Task<Meter?> ChangeMeterAsync(
        OrganizationId organization,
        Guid id,
        Func<Meter, Meter> change,
        CancellationToken cancellation
    );

    /// <summary>A part of an organization's meters.</summary>
    ValueTask<NumberedPage<Meter>> ListMetersAsync(
        OrganizationId organization,
        MeterFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );
}

/// <summary>Which products are wanted, and in which order.</summary>
public sealed record ProductFilter
{
    /// <summary>One of these; empty for any.</summary>
    public IReadOnlyList<Guid> Ids { get; init; } = [];

    /// <summary>A part of the name in any case; null for any.</summary>
    public string? Query { get; init; }

    /// <summary>Null for both.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>Null for both.</summary>
    public bool? IsRecurring { get; init; }

    /// <summary>One of these; empty for any.</summary>
    public IReadOnlyList<ProductVisibility> Visibilities { get; init; } = [];

    /// <summary>Metadata that must be there: by key, the texts that its value may be.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Metadata { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>In this order; then by id.</summary>
    public IReadOnlyList<Sorting<ProductOrder>> Sorting { get; init; } = [];
}

/// <summary>What products are sorted by.</summary>
public enum ProductOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>Their name.</summary>
    Name,

    /// <summary>The kind of their first price.</summary>
    PriceKind,

    /// <summary>The amount of their first price.</summary>
    PriceAmount,
}

/// <summary>Which meters are wanted, and in which order.</summary>
public sealed record MeterFilter
{
    /// <summary>A part of the name in any case; null for any.</summary>
    public string? Query { get; init; }

    /// <summary>Null for both.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>Metadata that must be there: by key, the texts that its value may be.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Metadata { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>In this order; then by id.</summary>
    public IReadOnlyList<Sorting<MeterOrder>> Sorting { get; init; } = [];
}

/// <summary>What meters are sorted by.</summary>
public enum MeterOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>Their name.</summary>
    Name,
}
