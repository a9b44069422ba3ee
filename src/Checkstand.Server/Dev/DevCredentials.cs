using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Auth;

namespace Checkstand.Server.Dev;

/// <summary>
/// <c>dev-credentials.json</c>: what a test or a sample needs to call the sandbox. Made on the first start, the same
/// after every other on the same directory.
/// </summary>
internal sealed class DevCredentials
{
    private const string FileName = "dev-credentials.json";
    private const string SellerName = "Acme";
    private const string SellerSlug = "acme";
    private const string OtherName = "Umbrella";
    private const string OtherSlug = "umbrella";

    private DevCredentials(
        string privateKeyPem,
        string keyId,
        DevOrganization organization,
        DevProductIds products,
        DevOrganization other
    )
    {
        PrivateKeyPem = privateKeyPem;
        KeyId = keyId;
        Organization = organization;
        Products = products;
        OtherOrganization = other;
    }

    /// <summary>PKCS#8 PEM of the sandbox's signing key.</summary>
    public string PrivateKeyPem { get; }

    /// <summary>Its thumbprint.</summary>
    public string KeyId { get; }

    /// <summary>The organization that sells.</summary>
    public DevOrganization Organization { get; }

    /// <summary>Its sample products, beside the one at a fixed price.</summary>
    public DevProductIds Products { get; }

    /// <summary>Another one, to try that tenants are apart.</summary>
    public DevOrganization OtherOrganization { get; }

    /// <summary>Whether a data directory holds a sandbox's credentials.</summary>
    public static bool Exist(string directory) => File.Exists(Path.Combine(directory, FileName));

    /// <summary>Reads the credentials of a data directory or makes them, and sees to it that the store knows them.</summary>
    public static async Task<DevCredentials> EnsureAsync(
        string directory,
        MerchantDirectory merchants,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        await merchants.AddAccountAsync(MerchantAccountId.Default, "Default", cancellation);
        var known = Read(Path.Combine(directory, FileName));
        var pem = known?.Gr4vy.PrivateKey;
        SigningKey key;
        if (pem is null)
        {
            (key, pem) = SigningKeyFactory.Create(SigningAlgorithm.ES512, "dev", [], clock.GetUtcNow());
        }
        else
        {
            key = SigningKeyFactory.Read(pem, "dev", [], clock.GetUtcNow());
        }

        await merchants.AddKeyAsync(key, cancellation);
        var polar = known?.Polar;
        return new DevCredentials(
            pem,
            key.Thumbprint,
            Known(polar?.OrganizationId, polar?.AccessToken, polar?.ProductId, SellerName, SellerSlug),
            new DevProductIds(
                polar?.CustomPriceProductId ?? RandomId.New(),
                polar?.FreeProductId ?? RandomId.New(),
                polar?.RecurringProductId ?? RandomId.New()
            ),
            Known(
                polar?.OtherOrganization?.OrganizationId,
                polar?.OtherOrganization?.AccessToken,
                polar?.OtherOrganization?.ProductId,
                OtherName,
                OtherSlug
            )
        );
    }

    /// <summary>Writes the file, with the address at which this start listens.</summary>
    public void Write(string directory, string baseUrl)
    {
        var file = new CredentialsFile(
            baseUrl,
            new Gr4vyCredentials(MerchantAccountId.Default.Value, PrivateKeyPem, KeyId),
            new PolarCredentials(
                Organization.Id,
                Organization.AccessToken,
                Organization.ProductId,
                Products.Custom,
                Products.Free,
                Products.Recurring,
                new OtherPolarCredentials(
                    OtherOrganization.Id,
                    OtherOrganization.AccessToken,
                    OtherOrganization.ProductId
                )
            )
        );
        PrivateFile.Write(
            Path.Combine(directory, FileName),
            JsonSerializer.SerializeToUtf8Bytes(file, CredentialsJson.Default.CredentialsFile)
        );
    }

    // What the file does not know yet is made anew.
    private static DevOrganization Known(Guid? id, string? token, Guid? product, string name, string slug)
    {
        var fresh = DevOrganization.New(name, slug);
        return new DevOrganization(id ?? fresh.Id, name, slug, token ?? fresh.AccessToken, product ?? fresh.ProductId);
    }

    private static CredentialsFile? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CredentialsJson.Default.CredentialsFile);
        }
        catch (JsonException)
        {
            throw new UsageException($"{path} can't be read: repair it, or remove it to get new credentials.");
        }
    }
}

// A file of an older version has no second dialect, or knows no products.
internal sealed record CredentialsFile(string BaseUrl, Gr4vyCredentials Gr4vy, PolarCredentials? Polar = null);

internal sealed record PolarCredentials(
    Guid OrganizationId,
    string AccessToken,
    Guid? ProductId = null,
    Guid? CustomPriceProductId = null,
    Guid? FreeProductId = null,
    Guid? RecurringProductId = null,
    OtherPolarCredentials? OtherOrganization = null
);

internal sealed record OtherPolarCredentials(Guid OrganizationId, string AccessToken, Guid? ProductId = null);

internal sealed record Gr4vyCredentials(string MerchantAccountId, string PrivateKey, string KeyId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(CredentialsFile))]
internal sealed partial class CredentialsJson : JsonSerializerContext;
