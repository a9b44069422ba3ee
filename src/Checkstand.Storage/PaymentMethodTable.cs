using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Vault;

namespace Checkstand.Storage;

/// <summary>The table <c>payment_methods</c>.</summary>
public static class PaymentMethodTable
{
    private const string Columns = """
        id, merchant_account_id, buyer_id, buyer_external_identifier, external_identifier,
        last_four, bin, scheme, fingerprint, expiry,
        scheme_transaction_id, scheme_transaction_id_scheme, transaction_link_id,
        created_at_ms, updated_at_ms, last_used_at_ms, usage_count, cit_last_used_at_ms, cit_usage_count
        """;

    private const string InsertSql = $"""
        INSERT INTO payment_methods ({Columns})
        VALUES (@id, @merchant_account_id, @buyer_id, @buyer_external_identifier, @external_identifier,
                @last_four, @bin, @scheme, @fingerprint, @expiry,
                @scheme_transaction_id, @scheme_transaction_id_scheme, @transaction_link_id,
                @created_at_ms, @updated_at_ms, @last_used_at_ms, @usage_count, @cit_last_used_at_ms, @cit_usage_count)
        ON CONFLICT (id) DO NOTHING
        """;

    private const string FindSql = $"""
        SELECT {Columns}
        FROM payment_methods
        WHERE id = @id
        """;

    private const string UpdateSql = """
        UPDATE payment_methods
        SET expiry = @expiry, scheme_transaction_id = @scheme_transaction_id,
            scheme_transaction_id_scheme = @scheme_transaction_id_scheme, transaction_link_id = @transaction_link_id,
            updated_at_ms = @updated_at_ms, last_used_at_ms = @last_used_at_ms, usage_count = @usage_count,
            cit_last_used_at_ms = @cit_last_used_at_ms, cit_usage_count = @cit_usage_count
        WHERE id = @id
        """;

    private const string DeleteSql = """
        DELETE FROM payment_methods
        WHERE id = @id
        """;

    // A list's statement is put together of these, so that each set of filters gets the index that is made for it.
    private const string ListSql = $"""
        SELECT {Columns}
        FROM payment_methods
        WHERE merchant_account_id = @merchant_account_id
        """;

    private const string OfBuyer = " AND buyer_id = @buyer_id";
    private const string OfNamedBuyer = " AND buyer_external_identifier = @buyer_external_identifier";
    private const string OfKnownBuyer = """
         AND (buyer_id = @named_buyer_id OR (buyer_id IS NULL AND buyer_external_identifier = @buyer_external_identifier))
        """;
    private const string Named = " AND external_identifier = @external_identifier";
    private const string Older = " AND id < @cursor ORDER BY id DESC LIMIT @max";
    private const string Newer = " AND id > @cursor ORDER BY id LIMIT @max";

    // Longer than any id and nothing but ones, hence behind every one of them.
    private static readonly byte[] BehindAll = [.. Enumerable.Repeat(byte.MaxValue, 17)];

    /// <summary>Adds a method, unless its id is taken.</summary>
    /// <returns>Whether it was added.</returns>
    public static bool Insert(PreparedStatements statements, StoredPaymentMethod method) =>
        statements.Execute(
            InsertSql,
            ("@id", Bytes(method.Id)),
            ("@merchant_account_id", method.MerchantAccountId.Value),
            ("@buyer_id", BuyerBytes(method.BuyerId)),
            ("@buyer_external_identifier", method.BuyerExternalIdentifier),
            ("@external_identifier", method.ExternalIdentifier),
            ("@last_four", method.Card.LastFour),
            ("@bin", method.Card.Bin),
            ("@scheme", method.Card.Scheme.ToString()),
            ("@fingerprint", method.Card.Fingerprint),
            ("@expiry", method.Expiry),
            ("@scheme_transaction_id", method.SchemeTransactionId),
            ("@scheme_transaction_id_scheme", method.SchemeTransactionIdScheme?.ToString()),
            ("@transaction_link_id", method.TransactionLinkId),
            ("@created_at_ms", method.CreatedAt.ToUnixTimeMilliseconds()),
            ("@updated_at_ms", method.UpdatedAt.ToUnixTimeMilliseconds()),
            ("@last_used_at_ms", method.LastUsedAt?.ToUnixTimeMilliseconds()),
            ("@usage_count", method.UsageCount),
            ("@cit_last_used_at_ms", method.CitLastUsedAt?.ToUnixTimeMilliseconds()),
            ("@cit_usage_count", method.CitUsageCount)
        ) > 0;

    /// <summary>The method of an id; null when there is none.</summary>
    public static StoredPaymentMethod? Find(PreparedStatements statements, Guid id)
    {
        using var row = statements.With(FindSql, ("@id", Bytes(id))).ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>Methods of a merchant account in the direction of the page, nearest to its cursor first, one more than it takes.</summary>
    public static IReadOnlyList<StoredPaymentMethod> List(
        PreparedStatements statements,
        MerchantAccountId owner,
        PaymentMethodFilter filter,
        PageRequest page
    )
    {
        var sql = ListSql;
        var parameters = new List<(string Name, object? Value)> { ("@merchant_account_id", owner.Value) };
        if (filter.BuyerId is { } buyer)
        {
            sql += OfBuyer;
            parameters.Add(("@buyer_id", Bytes(buyer)));
        }

        if (filter.BuyerExternalIdentifier is { } buyerName)
        {
            sql += filter.NamedBuyerId is null ? OfNamedBuyer : OfKnownBuyer;
            parameters.Add(("@buyer_external_identifier", buyerName));
        }

        if (filter.NamedBuyerId is { } known)
        {
            parameters.Add(("@named_buyer_id", Bytes(known)));
        }

        if (filter.ExternalIdentifier is { } name)
        {
            sql += Named;
            parameters.Add(("@external_identifier", name));
        }

        sql += page.Cursor is { IsBackward: true } ? Newer : Older;
        parameters.Add(("@cursor", page.Cursor is { } cursor ? Bytes(cursor.Id) : BehindAll));
        parameters.Add(("@max", page.Limit + 1L));
        using var rows = statements.With(sql, [.. parameters]).ExecuteReader();
        var methods = new List<StoredPaymentMethod>();
        while (rows.Read())
        {
            methods.Add(Read(rows));
        }

        return methods;
    }

    /// <summary>Writes what may change of a method over what was.</summary>
    public static void Update(PreparedStatements statements, StoredPaymentMethod method) =>
        statements.Execute(
            UpdateSql,
            ("@expiry", method.Expiry),
            ("@scheme_transaction_id", method.SchemeTransactionId),
            ("@scheme_transaction_id_scheme", method.SchemeTransactionIdScheme?.ToString()),
            ("@transaction_link_id", method.TransactionLinkId),
            ("@updated_at_ms", method.UpdatedAt.ToUnixTimeMilliseconds()),
            ("@last_used_at_ms", method.LastUsedAt?.ToUnixTimeMilliseconds()),
            ("@usage_count", method.UsageCount),
            ("@cit_last_used_at_ms", method.CitLastUsedAt?.ToUnixTimeMilliseconds()),
            ("@cit_usage_count", method.CitUsageCount),
            ("@id", Bytes(method.Id))
        );

    /// <summary>Removes a method.</summary>
    public static void Delete(PreparedStatements statements, Guid id) =>
        statements.Execute(DeleteSql, ("@id", Bytes(id)));

    private static StoredPaymentMethod Read(DbDataReader row) =>
        new()
        {
            Id = Id(row, 0),
            MerchantAccountId = MerchantAccountId.Parse(row.GetString(1)),
            BuyerId = row.IsDBNull(2) ? null : Id(row, 2),
            BuyerExternalIdentifier = Text(row, 3),
            ExternalIdentifier = Text(row, 4),
            Card = new CardDisplay(
                row.GetString(5),
                row.GetString(6),
                Enum.Parse<CardScheme>(row.GetString(7)),
                row.GetString(8)
            ),
            Expiry = row.GetString(9),
            SchemeTransactionId = Text(row, 10),
            SchemeTransactionIdScheme = Text(row, 11) is { } scheme ? Enum.Parse<CardScheme>(scheme) : null,
            TransactionLinkId = Text(row, 12),
            CreatedAt = Instant(row, 13),
            UpdatedAt = Instant(row, 14),
            LastUsedAt = row.IsDBNull(15) ? null : Instant(row, 15),
            UsageCount = row.GetInt64(16),
            CitLastUsedAt = row.IsDBNull(17) ? null : Instant(row, 17),
            CitUsageCount = row.GetInt64(18),
        };

    private static Guid Id(DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Instant(DbDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static byte[]? BuyerBytes(Guid? id) => id?.ToByteArray(bigEndian: true);
}
