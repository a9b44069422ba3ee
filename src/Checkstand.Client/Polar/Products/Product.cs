using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A product as its own operations answer it.</summary>
public sealed class Product : ProductFacts
{
    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>What it can be bought at.</summary>
    public List<ProductPrice> Prices { get; set; } = [];

    /// <summary>What else its buyers get.</summary>
    public List<BenefitPublic> Benefits { get; set; } = [];

    /// <summary>Its pictures.</summary>
    public List<ProductMedia> Medias { get; set; } = [];

    /// <summary>What its buyers are asked beside the payment.</summary>
    public List<AttachedCustomField> AttachedCustomFields { get; set; } = [];
}

/// <summary>Something that buyers get beside the product.</summary>
public sealed class BenefitPublic : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>Its kind.</summary>
    public BenefitType Type { get; set; }

    /// <summary>What it is.</summary>
    public string Description { get; set; } = "";

    /// <summary>Whether it can be added to products.</summary>
    public bool Selectable { get; set; }

    /// <summary>Whether it can be deleted.</summary>
    public bool Deletable { get; set; }

    /// <summary>Whether it was deleted.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The organization that gives it.</summary>
    public string OrganizationId { get; set; } = "";
}

/// <summary>A picture of a product.</summary>
public sealed class ProductMedia : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>The organization that it belongs to.</summary>
    public string OrganizationId { get; set; } = "";

    /// <summary>The name of the file.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it is kept.</summary>
    public string Path { get; set; } = "";

    /// <summary>Its media type.</summary>
    public string MimeType { get; set; } = "";

    /// <summary>Its size in bytes.</summary>
    public long Size { get; set; }

    /// <summary>The version that the store gave it.</summary>
    public string? StorageVersion { get; set; }

    /// <summary>The checksum that the store gave it.</summary>
    public string? ChecksumEtag { get; set; }

    /// <summary>SHA-256 in base 64.</summary>
    [JsonPropertyName("checksum_sha256_base64")]
    public string? ChecksumSha256Base64 { get; set; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    [JsonPropertyName("checksum_sha256_hex")]
    public string? ChecksumSha256Hex { get; set; }

    /// <summary>When the file last changed.</summary>
    public DateTimeOffset? LastModifiedAt { get; set; }

    /// <summary>Its version.</summary>
    public string? Version { get; set; }

    /// <summary>What it is for.</summary>
    public string Service { get; set; } = "";

    /// <summary>Whether the file is there.</summary>
    public bool IsUploaded { get; set; }

    /// <summary>When it was announced.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Its size for people.</summary>
    public string SizeReadable { get; set; } = "";

    /// <summary>Where it can be seen.</summary>
    public string PublicUrl { get; set; } = "";
}
