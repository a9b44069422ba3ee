using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The table <c>trial_redemptions</c>.</summary>
public static class TrialTable
{
    private const string AddSql = """
        INSERT INTO trial_redemptions (organization_id, key, checkout_id)
        VALUES (@organization_id, @key, @checkout_id)
        """;

    private const string RemoveSql = """
        DELETE FROM trial_redemptions
        WHERE checkout_id = @checkout_id
        """;

    private const string AnySql = """
        SELECT 1
        FROM trial_redemptions
        WHERE organization_id = @organization_id AND key = @key
        LIMIT 1
        """;

    /// <summary>Notes what the buyer of a trial is known by.</summary>
    public static void Add(PreparedStatements statements, Checkout checkout, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            statements.Execute(
                AddSql,
                ("@organization_id", checkout.OrganizationId.ToBytes()),
                ("@key", key),
                ("@checkout_id", checkout.Id.ToBytes())
            );
        }
    }

    /// <summary>Forgets the buyer of a checkout whose payment failed.</summary>
    public static void Remove(PreparedStatements statements, CheckoutId checkout) =>
        statements.Execute(RemoveSql, ("@checkout_id", checkout.ToBytes()));

    /// <summary>Whether somebody who is known by one of the keys had a trial of an organization.</summary>
    public static bool Any(PreparedStatements statements, OrganizationId organization, IEnumerable<string> keys) =>
        keys.Any(key =>
            statements.With(AnySql, ("@organization_id", organization.ToBytes()), ("@key", key)).ExecuteScalar()
                is not null
        );
}
