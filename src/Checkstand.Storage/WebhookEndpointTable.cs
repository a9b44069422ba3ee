using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage;

/// <summary>The tables <c>webhook_endpoints</c> and <c>webhook_wishes</c>.</summary>
public static class WebhookEndpointTable
{
    private const string AddSql = """
        INSERT INTO webhook_endpoints (id, organization_id, created_at_ms, key_id, wrapped_key, sealed_secret, document)
        VALUES (@id, @organization_id, @created_at_ms, @key_id, @wrapped_key, @sealed_secret, @document)
        """;

    private const string SaveSql = """
        UPDATE webhook_endpoints
        SET key_id = @key_id, wrapped_key = @wrapped_key, sealed_secret = @sealed_secret, document = @document
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT key_id, wrapped_key, sealed_secret, document
        FROM webhook_endpoints
        WHERE id = @id
        """;

    private const string ListSql = """
        SELECT key_id, wrapped_key, sealed_secret, document
        FROM webhook_endpoints
        WHERE organization_id = @organization_id
        ORDER BY created_at_ms DESC, id
        LIMIT @limit OFFSET @offset
        """;

    private const string CountSql = """
        SELECT COUNT(*)
        FROM webhook_endpoints
        WHERE organization_id = @organization_id
        """;

    private const string WantingSql = """
        SELECT webhook_endpoints.key_id, webhook_endpoints.wrapped_key, webhook_endpoints.sealed_secret,
               webhook_endpoints.document
        FROM webhook_wishes
        JOIN webhook_endpoints ON webhook_endpoints.id = webhook_wishes.endpoint_id
        WHERE webhook_wishes.organization_id = @organization_id AND webhook_wishes.event = @event
        ORDER BY webhook_endpoints.id
        """;

    private const string RemoveSql = """
        DELETE FROM webhook_endpoints
        WHERE id = @id
        """;

    private const string AddWishSql = """
        INSERT INTO webhook_wishes (organization_id, event, endpoint_id)
        VALUES (@organization_id, @event, @endpoint_id)
        ON CONFLICT DO NOTHING
        """;

    private const string RemoveWishesSql = """
        DELETE FROM webhook_wishes
        WHERE organization_id = @organization_id AND endpoint_id = @endpoint_id
        """;

    private const string UnderOtherKeysSql = """
        SELECT key_id, wrapped_key, sealed_secret, document
        FROM webhook_endpoints
        WHERE key_id <> @key_id
        LIMIT @max
        """;

    /// <summary>Adds an endpoint.</summary>
    public static void Add(PreparedStatements statements, WebhookEndpoint endpoint)
    {
        statements.Execute(
            AddSql,
            ("@id", Bytes(endpoint.Id)),
            ("@organization_id", endpoint.OrganizationId.ToBytes()),
            ("@created_at_ms", endpoint.CreatedAt.ToUnixTimeMilliseconds()),
            ("@key_id", endpoint.Secret.KeyId),
            ("@wrapped_key", endpoint.Secret.WrappedKey),
            ("@sealed_secret", endpoint.Secret.Secret),
            ("@document", WebhookEndpointDocument.Write(endpoint))
        );
        AddWishes(statements, endpoint);
    }

    /// <summary>Writes an endpoint's new state over its old one.</summary>
    public static void Save(PreparedStatements statements, WebhookEndpoint endpoint)
    {
        statements.Execute(
            SaveSql,
            ("@key_id", endpoint.Secret.KeyId),
            ("@wrapped_key", endpoint.Secret.WrappedKey),
            ("@sealed_secret", endpoint.Secret.Secret),
            ("@document", WebhookEndpointDocument.Write(endpoint)),
            ("@id", Bytes(endpoint.Id))
        );
        RemoveWishes(statements, endpoint);
        AddWishes(statements, endpoint);
    }

    /// <summary>Removes an endpoint.</summary>
    public static void Remove(PreparedStatements statements, WebhookEndpoint endpoint)
    {
        statements.Execute(RemoveSql, ("@id", Bytes(endpoint.Id)));
        RemoveWishes(statements, endpoint);
    }

    /// <summary>An endpoint; null when there is none.</summary>
    public static WebhookEndpoint? Find(PreparedStatements statements, Guid id)
    {
        using var rows = statements.With(FindSql, ("@id", Bytes(id))).ExecuteReader();
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>An endpoint of an organization; null when there is none.</summary>
    public static WebhookEndpoint? Find(PreparedStatements statements, OrganizationId organization, Guid id) =>
        Find(statements, id) is { } found && found.OrganizationId == organization ? found : null;

    /// <summary>A part of an organization's endpoints, newest first.</summary>
    public static NumberedPage<WebhookEndpoint> List(
        PreparedStatements statements,
        OrganizationId organization,
        PageNumber page
    )
    {
        var owner = organization.ToBytes();
        var count = (long)statements.With(CountSql, ("@organization_id", owner)).ExecuteScalar()!;
        using var rows = statements
            .With(ListSql, ("@organization_id", owner), ("@limit", page.Size), ("@offset", page.Skipped))
            .ExecuteReader();
        return new NumberedPage<WebhookEndpoint>(ReadAll(rows), count);
    }

    /// <summary>The enabled endpoints of an organization that want an event.</summary>
    public static IReadOnlyList<WebhookEndpoint> Wanting(
        PreparedStatements statements,
        OrganizationId organization,
        string name
    )
    {
        using var rows = statements
            .With(WantingSql, ("@organization_id", organization.ToBytes()), ("@event", name))
            .ExecuteReader();
        return ReadAll(rows);
    }

    /// <summary>Endpoints whose secret is wrapped by another key than the given one.</summary>
    public static IReadOnlyList<WebhookEndpoint> UnderOtherKeys(PreparedStatements statements, string keyId, int max)
    {
        using var rows = statements.With(UnderOtherKeysSql, ("@key_id", keyId), ("@max", (long)max)).ExecuteReader();
        return ReadAll(rows);
    }

    private static void AddWishes(PreparedStatements statements, WebhookEndpoint endpoint)
    {
        statements.Memory?.ForgetWishes();
        if (!endpoint.IsEnabled)
        {
            return;
        }

        foreach (var name in endpoint.Events)
        {
            statements.Execute(
                AddWishSql,
                ("@organization_id", endpoint.OrganizationId.ToBytes()),
                ("@event", name),
                ("@endpoint_id", Bytes(endpoint.Id))
            );
        }
    }

    private static void RemoveWishes(PreparedStatements statements, WebhookEndpoint endpoint)
    {
        statements.Memory?.ForgetWishes();
        statements.Execute(
            RemoveWishesSql,
            ("@organization_id", endpoint.OrganizationId.ToBytes()),
            ("@endpoint_id", Bytes(endpoint.Id))
        );
    }

    private static List<WebhookEndpoint> ReadAll(DbDataReader rows)
    {
        var endpoints = new List<WebhookEndpoint>();
        while (rows.Read())
        {
            endpoints.Add(Read(rows));
        }

        return endpoints;
    }

    private static WebhookEndpoint Read(DbDataReader row) =>
        WebhookEndpointDocument.Read(
            row.GetFieldValue<byte[]>(3),
            new SealedSecret
            {
                KeyId = row.GetString(0),
                WrappedKey = row.GetFieldValue<byte[]>(1),
                Secret = row.GetFieldValue<byte[]>(2),
            }
        );

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
