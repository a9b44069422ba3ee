using System.Collections.Concurrent;
using Checkstand.Core.Products;

namespace Checkstand.Storage;

/// <summary>
/// Products as they were last taken out of their documents: every look at a checkout needs its products, which hardly ever
/// change. The row is read each time all the same, and a product from here is answered only for the very bytes that it was
/// made of, so nothing here can be out of date.
/// </summary>
internal static class ParsedProducts
{
    // A few kB each. Whoever sells more than this at once pays the parsing again now and then.
    private const int CountMax = 2000;

    private static readonly ConcurrentDictionary<Guid, (byte[] Document, Product Product)> Known = new();

    /// <summary>The product of a document.</summary>
    public static Product Of(Guid id, byte[] document)
    {
        if (Known.TryGetValue(id, out var known) && known.Document.AsSpan().SequenceEqual(document))
        {
            return known.Product;
        }

        if (Known.Count >= CountMax)
        {
            Known.Clear();
        }

        var product = CatalogueDocument.ReadProduct(document);
        Known[id] = (document, product);
        return product;
    }
}
