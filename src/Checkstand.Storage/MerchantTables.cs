using System.Data.Common;
using Checkstand.Core.Merchants;

namespace Checkstand.Storage;

/// <summary>The tables <c>merchant_accounts</c> and <c>signing_keys</c>.</summary>
public static class MerchantTables
{
    private const string ListAccountsSql = """
        SELECT id, display_name, created_at_ms, updated_at_ms
        FROM merchant_accounts
        ORDER BY id
        """;

    private const string AddAccountSql = """
        INSERT INTO merchant_accounts (id, display_name, created_at_ms)
        VALUES (@id, @display_name, @created_at_ms)
        ON CONFLICT (id) DO NOTHING
        """;

    private const string SaveAccountSql = """
        UPDATE merchant_accounts
        SET display_name = @display_name, updated_at_ms = @updated_at_ms
        WHERE id = @id
        """;

    private const string ListKeysSql = """
        SELECT thumbprint, unpadded_thumbprint, algorithm, public_key, display_name, merchant_account_ids,
               created_at_ms, revoked_at_ms, updated_at_ms, is_deleted
        FROM signing_keys
        ORDER BY created_at_ms, thumbprint
        """;

    private const string AddKeySql = """
        INSERT INTO signing_keys (thumbprint, unpadded_thumbprint, algorithm, public_key, display_name,
                                  merchant_account_ids, created_at_ms)
        VALUES (@thumbprint, @unpadded_thumbprint, @algorithm, @public_key, @display_name,
                @merchant_account_ids, @created_at_ms)
        ON CONFLICT (thumbprint) DO NOTHING
        """;

    private const string SaveKeySql = """
        UPDATE signing_keys
        SET display_name = @display_name, merchant_account_ids = @merchant_account_ids,
            updated_at_ms = @updated_at_ms, is_deleted = @is_deleted
        WHERE thumbprint = @thumbprint
        """;

    private const string RevokeKeySql = """
        UPDATE signing_keys
        SET revoked_at_ms = COALESCE(revoked_at_ms, @revoked_at_ms)
        WHERE thumbprint = @thumbprint
        """;

    /// <summary>All merchant accounts, by id.</summary>
    public static IReadOnlyList<MerchantAccount> ListAccounts(PreparedStatements statements)
    {
        using var rows = statements.With(ListAccountsSql).ExecuteReader();
        var accounts = new List<MerchantAccount>();
        while (rows.Read())
        {
            accounts.Add(
                new MerchantAccount(MerchantAccountId.Parse(rows.GetString(0)), rows.GetString(1), Instant(rows, 2))
                {
                    UpdatedAt = InstantOrNull(rows, 3),
                }
            );
        }

        return accounts;
    }

    /// <summary>Adds a merchant account.</summary>
    /// <returns>False when the id is taken.</returns>
    public static bool AddAccount(PreparedStatements statements, MerchantAccount account) =>
        statements.Execute(
            AddAccountSql,
            ("@id", account.Id.Value),
            ("@display_name", account.DisplayName),
            ("@created_at_ms", account.CreatedAt.ToUnixTimeMilliseconds())
        ) > 0;

    /// <summary>Writes a merchant account's new name over its old one.</summary>
    /// <returns>False when there is no such account.</returns>
    public static bool SaveAccount(PreparedStatements statements, MerchantAccount account) =>
        statements.Execute(
            SaveAccountSql,
            ("@display_name", account.DisplayName),
            ("@updated_at_ms", account.UpdatedAt?.ToUnixTimeMilliseconds()),
            ("@id", account.Id.Value)
        ) > 0;

    /// <summary>All signing keys, oldest first.</summary>
    public static IReadOnlyList<SigningKey> ListKeys(PreparedStatements statements)
    {
        using var rows = statements.With(ListKeysSql).ExecuteReader();
        var keys = new List<SigningKey>();
        while (rows.Read())
        {
            keys.Add(
                new SigningKey
                {
                    Thumbprint = rows.GetString(0),
                    UnpaddedThumbprint = rows.GetString(1),
                    Algorithm = Enum.Parse<SigningAlgorithm>(rows.GetString(2)),
                    PublicKey = rows.GetFieldValue<byte[]>(3),
                    DisplayName = rows.GetString(4),
                    MerchantAccountIds =
                    [
                        .. rows.GetString(5)
                            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                            .Select(MerchantAccountId.Parse),
                    ],
                    CreatedAt = Instant(rows, 6),
                    RevokedAt = InstantOrNull(rows, 7),
                    UpdatedAt = InstantOrNull(rows, 8),
                    IsDeleted = rows.GetInt64(9) != 0,
                }
            );
        }

        return keys;
    }

    /// <summary>Adds a signing key.</summary>
    /// <returns>False when it is there already.</returns>
    public static bool AddKey(PreparedStatements statements, SigningKey key) =>
        statements.Execute(
            AddKeySql,
            ("@thumbprint", key.Thumbprint),
            ("@unpadded_thumbprint", key.UnpaddedThumbprint),
            ("@algorithm", key.Algorithm.ToString()),
            ("@public_key", key.PublicKey.ToArray()),
            ("@display_name", key.DisplayName),
            ("@merchant_account_ids", Ids(key)),
            ("@created_at_ms", key.CreatedAt.ToUnixTimeMilliseconds())
        ) > 0;

    /// <summary>Writes what of a signing key can change over what was there.</summary>
    /// <returns>False when there is no such key.</returns>
    public static bool SaveKey(PreparedStatements statements, SigningKey key) =>
        statements.Execute(
            SaveKeySql,
            ("@display_name", key.DisplayName),
            ("@merchant_account_ids", Ids(key)),
            ("@updated_at_ms", key.UpdatedAt?.ToUnixTimeMilliseconds()),
            ("@is_deleted", key.IsDeleted ? 1L : 0L),
            ("@thumbprint", key.Thumbprint)
        ) > 0;

    /// <summary>Revokes a signing key; an earlier revocation stands.</summary>
    /// <returns>False when there is no such key.</returns>
    public static bool RevokeKey(PreparedStatements statements, string thumbprint, DateTimeOffset revokedAt) =>
        statements.Execute(
            RevokeKeySql,
            ("@revoked_at_ms", revokedAt.ToUnixTimeMilliseconds()),
            ("@thumbprint", thumbprint)
        ) > 0;

    // Ids hold no spaces, so a space-separated list needs no quoting.
    private static string Ids(SigningKey key) => string.Join(' ', key.MerchantAccountIds);

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Instant(row, column);

    private static DateTimeOffset Instant(DbDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
