using Checkstand.Core.Checkouts;

namespace Checkstand.Storage;

/// <summary>What looks at checkouts and their payments together.</summary>
public static class SettlementTables
{
    // The partial index holds confirmed checkouts only, and those are few.
    private const string UnsettledSql = """
        SELECT checkouts.id
        FROM checkouts LEFT JOIN payments ON payments.id = checkouts.payment_id
        WHERE checkouts.status = 'confirmed'
            AND (payments.id IS NULL OR payments.status NOT IN ('NeedsAction', 'Processing'))
        LIMIT @max
        """;

    /// <summary>Confirmed checkouts whose payment has an outcome, or that have none.</summary>
    public static IReadOnlyList<CheckoutId> Unsettled(PreparedStatements statements, int max)
    {
        using var rows = statements.With(UnsettledSql, ("@max", (long)max)).ExecuteReader();
        var ids = new List<CheckoutId>();
        while (rows.Read())
        {
            ids.Add(new CheckoutId(new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true)));
        }

        return ids;
    }
}
