using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Buyers;
using Checkstand.Core.Merchants;

namespace Checkstand.Storage;

/// <summary>The table <c>buyers</c>: the columns that are searched by, and the document with what was said.</summary>
public static class BuyerTable
{
    private const string InsertSql = """
        INSERT INTO buyers (id, merchant_account_id, external_identifier, search_text, created_at_ms, updated_at_ms,
                            document)
        VALUES (@id, @merchant_account_id, @external_identifier, @search_text, @created_at_ms, @updated_at_ms,
                @document)
        """;

    private const string FindSql = """
        SELECT id, created_at_ms, updated_at_ms, document
        FROM buyers
        WHERE id = @id AND merchant_account_id = @merchant_account_id
        """;

    private const string HolderSql = """
        SELECT id
        FROM buyers
        WHERE merchant_account_id = @merchant_account_id AND external_identifier = @external_identifier
        """;

    private const string UpdateSql = """
        UPDATE buyers
        SET external_identifier = @external_identifier, search_text = @search_text, updated_at_ms = @updated_at_ms,
            document = @document
        WHERE id = @id
        """;

    private const string DeleteSql = """
        DELETE FROM buyers
        WHERE id = @id AND merchant_account_id = @merchant_account_id
        """;

    private const string OlderSql = """
        SELECT id, created_at_ms, updated_at_ms, document
        FROM buyers
        WHERE merchant_account_id = @merchant_account_id AND id < @from
            AND (@external_identifier IS NULL OR external_identifier = @external_identifier)
            AND (@search IS NULL OR search_text LIKE @search ESCAPE '\')
        ORDER BY id DESC
        LIMIT @max
        """;

    private const string NewerSql = """
        SELECT id, created_at_ms, updated_at_ms, document
        FROM buyers
        WHERE merchant_account_id = @merchant_account_id AND id > @from
            AND (@external_identifier IS NULL OR external_identifier = @external_identifier)
            AND (@search IS NULL OR search_text LIKE @search ESCAPE '\')
        ORDER BY id
        LIMIT @max
        """;

    /// <summary>Adds a buyer whose id and external identifier are free.</summary>
    public static void Insert(PreparedStatements statements, Buyer buyer) =>
        statements.Execute(
            InsertSql,
            ("@id", buyer.Id.ToByteArray(bigEndian: true)),
            ("@merchant_account_id", buyer.MerchantAccountId.Value),
            ("@external_identifier", buyer.ExternalIdentifier),
            ("@search_text", SearchText(buyer)),
            ("@created_at_ms", buyer.CreatedAt.ToUnixTimeMilliseconds()),
            ("@updated_at_ms", buyer.UpdatedAt.ToUnixTimeMilliseconds()),
            ("@document", StoredBuyer.Write(buyer.Content))
        );

    /// <summary>A buyer of a merchant account; null when there is none.</summary>
    public static Buyer? Find(PreparedStatements statements, MerchantAccountId merchant, Guid id)
    {
        using var row = statements
            .With(FindSql, ("@id", id.ToByteArray(bigEndian: true)), ("@merchant_account_id", merchant.Value))
            .ExecuteReader();
        return row.Read() ? Read(row, merchant) : null;
    }

    /// <summary>The buyer of a merchant account that has an external identifier; null when there is none.</summary>
    public static Guid? Holder(PreparedStatements statements, MerchantAccountId merchant, string externalIdentifier) =>
        statements
            .With(HolderSql, ("@merchant_account_id", merchant.Value), ("@external_identifier", externalIdentifier))
            .ExecuteScalar()
            is byte[] id
            ? new Guid(id, bigEndian: true)
            : null;

    /// <summary>Writes a buyer's new state over its old one.</summary>
    public static void Update(PreparedStatements statements, Buyer buyer) =>
        statements.Execute(
            UpdateSql,
            ("@external_identifier", buyer.ExternalIdentifier),
            ("@search_text", SearchText(buyer)),
            ("@updated_at_ms", buyer.UpdatedAt.ToUnixTimeMilliseconds()),
            ("@document", StoredBuyer.Write(buyer.Content)),
            ("@id", buyer.Id.ToByteArray(bigEndian: true))
        );

    /// <summary>Removes a buyer.</summary>
    /// <returns>False when there is none.</returns>
    public static bool Delete(PreparedStatements statements, MerchantAccountId merchant, Guid id) =>
        statements.Execute(
            DeleteSql,
            ("@id", id.ToByteArray(bigEndian: true)),
            ("@merchant_account_id", merchant.Value)
        ) > 0;

    /// <summary>A part of a merchant account's buyers.</summary>
    public static Page<Buyer> List(
        PreparedStatements statements,
        MerchantAccountId merchant,
        BuyerFilter filter,
        PageRequest request
    )
    {
        // No version 7 id is as great as this one.
        var from = request.Cursor?.Id ?? Guid.AllBitsSet;
        using var rows = statements
            .With(
                request.Cursor is { IsBackward: true } ? NewerSql : OlderSql,
                ("@merchant_account_id", merchant.Value),
                ("@from", from.ToByteArray(bigEndian: true)),
                ("@external_identifier", filter.ExternalIdentifier),
                ("@search", Pattern(filter.Search)),
                ("@max", request.Limit + 1L)
            )
            .ExecuteReader();
        var buyers = new List<Buyer>();
        while (rows.Read())
        {
            buyers.Add(Read(rows, merchant));
        }

        return Page.Of(request, buyers, buyer => buyer.Id);
    }

    private static Buyer Read(DbDataReader row, MerchantAccountId merchant) =>
        new()
        {
            Id = new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true),
            MerchantAccountId = merchant,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            Content = StoredBuyer.ReadBuyer(row.GetFieldValue<byte[]>(3)),
        };

    // In capitals on both sides, because databases differ in what they take for the same letter.
    private static string SearchText(Buyer buyer) =>
        $"{buyer.Content.DisplayName.AsText()}\n{buyer.ExternalIdentifier}".ToUpperInvariant();

    private static string? Pattern(string? search) =>
        search is null
            ? null
            : $"%{search
                .ToUpperInvariant()
                .Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("%", @"\%", StringComparison.Ordinal)
                .Replace("_", @"\_", StringComparison.Ordinal)}%";
}
