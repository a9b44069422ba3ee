using System.Data.Common;
using System.Text;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage;

/// <summary>The table <c>webhook_deliveries</c>: every try.</summary>
public static class WebhookDeliveryTable
{
    private const string AddSql = """
        INSERT INTO webhook_deliveries (id, event_id, organization_id, at_ms, succeeded, http_code, response)
        VALUES (@id, @event_id, @organization_id, @at_ms, @succeeded, @http_code, @response)
        """;

    private const string ForgetResponsesSql = """
        UPDATE webhook_deliveries
        SET response = NULL
        WHERE event_id = @event_id
        """;

    private const string From = """
        FROM webhook_deliveries
        JOIN webhook_events ON webhook_events.id = webhook_deliveries.event_id
        WHERE webhook_deliveries.organization_id = @organization_id
        """;

    private const string Selected = $"""
        SELECT webhook_deliveries.id, webhook_deliveries.at_ms, webhook_deliveries.succeeded,
               webhook_deliveries.http_code, webhook_deliveries.response, {WebhookEventTable.Columns}
        """;

    private const string Order = """
        ORDER BY webhook_deliveries.at_ms DESC, webhook_deliveries.id
        LIMIT @limit OFFSET @offset
        """;

    private const int EventColumns = 5;

    /// <summary>Adds a try.</summary>
    public static void Add(PreparedStatements statements, WebhookEvent told, WebhookDelivery delivery) =>
        statements.Execute(
            AddSql,
            ("@id", Bytes(delivery.Id)),
            ("@event_id", Bytes(told.Id)),
            ("@organization_id", told.OrganizationId.ToBytes()),
            ("@at_ms", delivery.At.ToUnixTimeMilliseconds()),
            ("@succeeded", delivery.Outcome.Succeeded ? 1L : 0L),
            ("@http_code", (long?)delivery.Outcome.HttpCode),
            ("@response", delivery.Outcome.Response)
        );

    /// <summary>Removes what a receiver answered to an event.</summary>
    public static void ForgetResponses(PreparedStatements statements, Guid eventId) =>
        statements.Execute(ForgetResponsesSql, ("@event_id", Bytes(eventId)));

    /// <summary>A part of an organization's tries, newest first.</summary>
    public static NumberedPage<ListedDelivery> List(
        PreparedStatements statements,
        OrganizationId organization,
        DeliveryFilter filter,
        PageNumber page
    )
    {
        var where = new StringBuilder(From);
        List<(string, object?)> values = [("@organization_id", organization.ToBytes())];
        Narrow(where, values, filter);
        var count = (long)statements.With($"SELECT COUNT(*) {where}", [.. values]).ExecuteScalar()!;
        values.Add(("@limit", (long)page.Size));
        values.Add(("@offset", page.Skipped));
        using var rows = statements.With($"{Selected}\n{where}\n{Order}", [.. values]).ExecuteReader();
        var deliveries = new List<ListedDelivery>();
        while (rows.Read())
        {
            deliveries.Add(Read(rows));
        }

        return new NumberedPage<ListedDelivery>(deliveries, count);
    }

    // Fixed fragments only. Lists travel as one parameter of JSON, so that their length does not make another statement.
    private static void Narrow(StringBuilder where, List<(string, object?)> values, DeliveryFilter filter)
    {
        if (filter.EndpointIds.Count > 0)
        {
            Add(
                "hex(webhook_events.endpoint_id) IN (SELECT value FROM json_each(@endpoint_ids))",
                "@endpoint_ids",
                JsonList(filter.EndpointIds.Select(id => Convert.ToHexString(Bytes(id))))
            );
        }

        if (filter.EventNames.Count > 0)
        {
            Add(
                "webhook_events.event IN (SELECT value FROM json_each(@events))",
                "@events",
                JsonList(filter.EventNames)
            );
        }

        if (filter.From is { } from)
        {
            Add("webhook_deliveries.at_ms >= @from", "@from", from.ToUnixTimeMilliseconds());
        }

        if (filter.To is { } to)
        {
            Add("webhook_deliveries.at_ms <= @to", "@to", to.ToUnixTimeMilliseconds());
        }

        if (filter.Succeeded is { } succeeded)
        {
            Add("webhook_deliveries.succeeded = @succeeded", "@succeeded", succeeded ? 1L : 0L);
        }

        if (filter.HttpCodeClass is { } hundreds)
        {
            Add("webhook_deliveries.http_code / 100 = @hundreds", "@hundreds", (long)hundreds);
        }

        if (filter.Query is { } query)
        {
            Add(
                """
                (instr(lower(CAST(webhook_events.payload AS TEXT)), lower(@query)) > 0
                 OR lower(hex(webhook_events.id)) = replace(lower(@query), '-', ''))
                """,
                "@query",
                query
            );
        }

        void Add(string condition, string name, object value)
        {
            where.Append("\nAND ").Append(condition);
            values.Add((name, value));
        }
    }

    // Neither hexadecimal digits nor names of events need escaping.
    private static string JsonList(IEnumerable<string> texts) =>
        $"[{string.Join(',', texts.Select(text => $"\"{text}\""))}]";

    private static ListedDelivery Read(DbDataReader row) =>
        new(
            new WebhookDelivery(
                new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                new DeliveryOutcome(
                    row.GetInt64(2) == 1,
                    row.IsDBNull(3) ? null : row.GetInt32(3),
                    row.IsDBNull(4) ? null : row.GetString(4)
                )
            ),
            WebhookEventTable.Read(row, EventColumns)
        );

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
