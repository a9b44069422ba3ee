using System.Data.Common;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The tables <c>organizations</c> and <c>access_tokens</c>.</summary>
public static class OrganizationTables
{
    private const string ListSql = """
        SELECT document
        FROM organizations
        ORDER BY created_at_ms, id
        """;

    private const string AddSql = """
        INSERT INTO organizations (id, slug, created_at_ms, document)
        VALUES (@id, @slug, @created_at_ms, @document)
        ON CONFLICT DO NOTHING
        """;

    private const string SaveSql = """
        UPDATE organizations
        SET document = @document
        WHERE id = @id
        """;

    private const string ListTokensSql = """
        SELECT id, organization_id, hash, comment, scopes, created_at_ms, modified_at_ms, expires_at_ms, revoked_at_ms,
               last_used_at_ms
        FROM access_tokens
        WHERE revoked_at_ms IS NULL OR @with_revoked = 1
        ORDER BY created_at_ms, id
        """;

    private const string AddTokenSql = """
        INSERT INTO access_tokens (id, organization_id, hash, comment, scopes, created_at_ms, modified_at_ms,
                                   expires_at_ms, revoked_at_ms)
        VALUES (@id, @organization_id, @hash, @comment, @scopes, @created_at_ms, @modified_at_ms,
                @expires_at_ms, @revoked_at_ms)
        ON CONFLICT DO NOTHING
        """;

    private const string SaveTokenSql = """
        UPDATE access_tokens
        SET comment = @comment, scopes = @scopes, modified_at_ms = @modified_at_ms, expires_at_ms = @expires_at_ms,
            revoked_at_ms = @revoked_at_ms
        WHERE id = @id
        """;

    private const string SaveUseSql = """
        UPDATE access_tokens
        SET last_used_at_ms = @last_used_at_ms
        WHERE id = @id AND (last_used_at_ms IS NULL OR last_used_at_ms < @last_used_at_ms)
        """;

    /// <summary>All organizations, oldest first.</summary>
    public static IReadOnlyList<Organization> List(PreparedStatements statements)
    {
        using var rows = statements.With(ListSql).ExecuteReader();
        var organizations = new List<Organization>();
        while (rows.Read())
        {
            organizations.Add(OrganizationDocument.Read(rows.GetFieldValue<byte[]>(0)));
        }

        return organizations;
    }

    /// <summary>Adds an organization.</summary>
    /// <returns>False when its id or slug is taken.</returns>
    public static bool Add(PreparedStatements statements, Organization organization) =>
        statements.Execute(
            AddSql,
            ("@id", organization.Id.ToBytes()),
            ("@slug", organization.Slug),
            ("@created_at_ms", organization.CreatedAt.ToUnixTimeMilliseconds()),
            ("@document", OrganizationDocument.Write(organization))
        ) > 0;

    /// <summary>Writes an organization's new state over its old one. Its slug stays.</summary>
    /// <returns>False when there is no such organization.</returns>
    public static bool Save(PreparedStatements statements, Organization organization) =>
        statements.Execute(
            SaveSql,
            ("@document", OrganizationDocument.Write(organization)),
            ("@id", organization.Id.ToBytes())
        ) > 0;

    /// <summary>Access tokens, oldest first.</summary>
    public static IReadOnlyList<AccessToken> ListTokens(PreparedStatements statements, bool withRevoked)
    {
        using var rows = statements.With(ListTokensSql, ("@with_revoked", withRevoked ? 1L : 0L)).ExecuteReader();
        var tokens = new List<AccessToken>();
        while (rows.Read())
        {
            tokens.Add(
                new AccessToken
                {
                    Id = new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true),
                    OrganizationId = new OrganizationId(new Guid(rows.GetFieldValue<byte[]>(1), bigEndian: true)),
                    Hash = rows.GetFieldValue<byte[]>(2),
                    Comment = rows.GetString(3),
                    Scopes = rows.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)),
                    ModifiedAt = InstantOrNull(rows, 6),
                    ExpiresAt = InstantOrNull(rows, 7),
                    RevokedAt = InstantOrNull(rows, 8),
                    LastUsedAt = InstantOrNull(rows, 9),
                }
            );
        }

        return tokens;
    }

    /// <summary>Adds an access token; one that is there already stays as it is.</summary>
    public static void AddToken(PreparedStatements statements, AccessToken token) =>
        statements.Execute(
            AddTokenSql,
            ("@id", token.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", token.OrganizationId.ToBytes()),
            ("@hash", token.Hash.ToArray()),
            ("@comment", token.Comment),
            ("@scopes", string.Join(' ', token.Scopes)),
            ("@created_at_ms", token.CreatedAt.ToUnixTimeMilliseconds()),
            ("@modified_at_ms", token.ModifiedAt?.ToUnixTimeMilliseconds()),
            ("@expires_at_ms", token.ExpiresAt?.ToUnixTimeMilliseconds()),
            ("@revoked_at_ms", token.RevokedAt?.ToUnixTimeMilliseconds())
        );

    /// <summary>Writes an access token's new state over its old one. Its hash and organization stay.</summary>
    /// <returns>False when there is no such token.</returns>
    public static bool SaveToken(PreparedStatements statements, AccessToken token) =>
        statements.Execute(
            SaveTokenSql,
            ("@comment", token.Comment),
            ("@scopes", string.Join(' ', token.Scopes)),
            ("@modified_at_ms", token.ModifiedAt?.ToUnixTimeMilliseconds()),
            ("@expires_at_ms", token.ExpiresAt?.ToUnixTimeMilliseconds()),
            ("@revoked_at_ms", token.RevokedAt?.ToUnixTimeMilliseconds()),
            ("@id", token.Id.ToByteArray(bigEndian: true))
        ) > 0;

    /// <summary>Writes when a token was last used, unless a later use is written already.</summary>
    public static void SaveUse(PreparedStatements statements, TokenUse use) =>
        statements.Execute(
            SaveUseSql,
            ("@last_used_at_ms", use.At.ToUnixTimeMilliseconds()),
            ("@id", use.Token.ToByteArray(bigEndian: true))
        );

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
