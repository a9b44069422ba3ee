using System.Collections.Concurrent;
using Checkstand.Core.Products;

namespace Checkstand.Storage;

/// <summary>
/// Products as they were last read: every look at a checkout needs its products, which hardly ever change. Only for a
/// database to which this process alone writes: whoever changes a product makes all be read again, after the change is
/// durable and before anybody is told so.
/// </summary>
public sealed class KnownProducts
{
    // A few kB each. Whoever sells more than this at once reads again now and then.
    private const int CountMax = 2000;

    private readonly ConcurrentDictionary<Guid, (long Generation, Product Product)> products = new();
    private long generation;

    /// <summary>Which state of all products is the present one. To be asked for before a product is read.</summary>
    public long Generation => Interlocked.Read(ref generation);

    /// <summary>The product as it stands; null when it has to be read.</summary>
    public Product? Find(Guid id) =>
        products.TryGetValue(id, out var known) && known.Generation == Generation ? known.Product : null;

    /// <summary>Keeps what was read.</summary>
    /// <param name="product">The product.</param>
    /// <param name="readAt">The generation from before it was read: a change meanwhile makes this useless, not wrong.</param>
    public void Keep(Product product, long readAt)
    {
        if (products.Count >= CountMax)
        {
            products.Clear();
        }

        products[product.Id] = (readAt, product);
    }

    /// <summary>A product was changed: everything has to be read again.</summary>
    public void Forget() => Interlocked.Increment(ref generation);
}
