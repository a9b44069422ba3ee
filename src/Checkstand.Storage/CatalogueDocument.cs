using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Products;

namespace Checkstand.Storage;

/// <summary>The stored documents of products, meters and custom fields. Their names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(JsonTextConverter), typeof(OrganizationIdConverter)]
)]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(Meter))]
[JsonSerializable(typeof(CustomField))]
internal sealed partial class CatalogueDocument : JsonSerializerContext
{
    /// <summary>Writes the document of a product.</summary>
    public static byte[] Write(Product product) => JsonSerializer.SerializeToUtf8Bytes(product, Default.Product);

    /// <summary>Writes the document of a meter.</summary>
    public static byte[] Write(Meter meter) => JsonSerializer.SerializeToUtf8Bytes(meter, Default.Meter);

    /// <summary>Writes the document of a custom field.</summary>
    public static byte[] Write(CustomField field) => JsonSerializer.SerializeToUtf8Bytes(field, Default.CustomField);

    /// <summary>Reads the document of a product.</summary>
    public static Product ReadProduct(byte[] document) => JsonSerializer.Deserialize(document, Default.Product)!;

    /// <summary>Reads the document of a meter.</summary>
    public static Meter ReadMeter(byte[] document) => JsonSerializer.Deserialize(document, Default.Meter)!;

    /// <summary>Reads the document of a custom field.</summary>
    public static CustomField ReadField(byte[] document) => JsonSerializer.Deserialize(document, Default.CustomField)!;
}
