using System.Runtime.CompilerServices;
using System.Text.Json;
using Checkstand.Core.Products;
using Checkstand.Wire;

namespace Checkstand.Polar.Products;

/// <summary>
/// Products with their own prices as checkouts show them, written once for each record of a product: a product is most of
/// a checkout's answer, and stands in it twice. The text goes with the record.
/// </summary>
internal static class CheckoutProducts
{
    private static readonly ConditionalWeakTable<Product, byte[]> Texts = [];

    /// <summary>Writes a product at its own prices.</summary>
    public static void Write(Utf8JsonWriter writer, Product product) =>
        writer.WriteRawValue(Texts.GetValue(product, TextOf), skipInputValidation: true);

    private static byte[] TextOf(Product product)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, AnswerBuffer.Compact))
        {
            ProductBody.WriteCheckoutProduct(writer, product, product.Prices.Where(price => !price.IsArchived));
        }

        return text.ToArray();
    }
}
