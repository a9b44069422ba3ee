using System.Text.Json;
using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.MerchantAccounts;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.ApiKeyPairs;

/// <summary>A signing key as an answer shows it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Accounts">The merchant accounts that it is restricted to.</param>
/// <param name="PrivateKeyPem">Its private half, in the one answer that shows it; null in every other.</param>
internal sealed record KeyPair(SigningKey Key, IReadOnlyList<MerchantAccount> Accounts, string? PrivateKeyPem)
{
    /// <summary>Says nothing: a private key may be in here.</summary>
    public override string ToString() => "key pair";
}

/// <summary>Signing keys as answers show them.</summary>
internal static class KeyPairBody
{
    /// <summary>A key with its accounts, without its private half.</summary>
    public static KeyPair Of(MerchantDirectory merchants, SigningKey key, string? privateKeyPem = null) =>
        new(key, [.. key.MerchantAccountIds.Select(merchants.FindAccount).OfType<MerchantAccount>()], privateKeyPem);

    /// <summary>Writes a key.</summary>
    public static void Write(Utf8JsonWriter writer, KeyPair pair)
    {
        var key = pair.Key;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "api-key-pair"u8);
        writer.WriteString("id"u8, NamedId.Of(key.Thumbprint));
        writer.WriteString("thumbprint"u8, key.Thumbprint);
        writer.WriteString("display_name"u8, key.DisplayName);
        writer.WriteString("algorithm"u8, key.Algorithm == SigningAlgorithm.ES512 ? "ECDSA"u8 : "RSA"u8);
        writer.WriteBoolean("active"u8, key.RevokedAt is null);
        writer.WriteString("private_key"u8, pair.PrivateKeyPem);
        writer.WriteInstant("created_at", key.CreatedAt);
        writer.WriteInstant("updated_at", UpdatedAt(key));
        writer.WriteNull("last_used_at"u8);
        writer.WriteNull("creator"u8);
        writer.WriteStartArray("merchant_accounts"u8);
        foreach (var account in pair.Accounts)
        {
            MerchantAccountBody.WriteSummary(writer, account);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("roles"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // A revocation is a change too.
    private static DateTimeOffset UpdatedAt(SigningKey key)
    {
        var changed = key.UpdatedAt ?? key.CreatedAt;
        return key.RevokedAt > changed ? key.RevokedAt.Value : changed;
    }
}
