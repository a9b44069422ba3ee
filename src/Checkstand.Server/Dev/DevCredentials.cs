using System.Text.Json;
using System.Text.Json.Serialization;
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

    private DevCredentials(string privateKeyPem, string keyId, DevOrganization organization, DevOrganization other)
    {
        PrivateKeyPem = privateKeyPem;
        KeyId = keyId;
        Organization = organization;
        OtherOrganization = other;
    }

    /// <summary>PKCS#8 PEM of the sandbox's signing key.</summary>
    public string PrivateKeyPem { get; }

    /// <summary>Its thumbprint.</summary>
    public string KeyId { get; }

    /// <summary>The organization that sells.</summary>
    public DevOrganization Organization { get; }

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
        var (seller, other) = known?.Polar is { } polar
            ? (
                new DevOrganization(polar.OrganizationId, SellerName, SellerSlug, polar.AccessToken),
                new DevOrganization(
                    polar.OtherOrganization.OrganizationId,
                    OtherName,
                    OtherSlug,
                    polar.OtherOrganization.AccessToken
                )
            )
            : (DevOrganization.New(SellerName, SellerSlug), DevOrganization.New(OtherName, OtherSlug));
        return new DevCredentials(pem, key.Thumbprint, seller, other);
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
                new OtherPolarCredentials(OtherOrganization.Id, OtherOrganization.AccessToken)
            )
        );
        PrivateFile.Write(
            Path.Combine(directory, FileName),
            JsonSerializer.SerializeToUtf8Bytes(file, CredentialsJson.Default.CredentialsFile)
        );
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

// A file of an older version has no second dialect.
internal sealed record CredentialsFile(string BaseUrl, Gr4vyCredentials Gr4vy, PolarCredentials? Polar = null);

internal sealed record PolarCredentials(
    Guid OrganizationId,
    string AccessToken,
    OtherPolarCredentials OtherOrganization
);

internal sealed record OtherPolarCredentials(Guid OrganizationId, string AccessToken);

internal sealed record Gr4vyCredentials(string MerchantAccountId, string PrivateKey, string KeyId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(CredentialsFile))]
internal sealed partial class CredentialsJson : JsonSerializerContext;
