using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>
/// The table <c>checkout_counts</c>. Changes of a status are counted by a trigger; new checkouts, far more, at the end of the
/// transaction that adds them, all at once.
/// </summary>
public static class CheckoutCounts
{
    private const string AddSql = """
        INSERT INTO checkout_counts (organization_id, status, count)
        VALUES (@organization_id, @status, @count)
        ON CONFLICT (organization_id, status) DO UPDATE SET count = count + @count
        """;

    /// <summary>Counts a new checkout.</summary>
    internal static void Note(PreparedStatements statements, OrganizationId organization, string status)
    {
        if (statements.Memory is { } memory)
        {
            memory.NoteNewCheckout(organization, status);
        }
        else
        {
            Add(statements, organization, status, 1);
        }
    }

    /// <summary>Writes what was noted. Called before the transaction is committed.</summary>
    public static void Write(PreparedStatements statements)
    {
        if (statements.Memory?.TakeNewCheckouts() is { } counted)
        {
            foreach (var ((organization, status), count) in counted)
            {
                Add(statements, organization, status, count);
            }
        }
    }

    private static void Add(PreparedStatements statements, OrganizationId organization, string status, long count) =>
        statements.Execute(
            AddSql,
            ("@organization_id", organization.ToBytes()),
            ("@status", status),
            ("@count", count)
        );
}
