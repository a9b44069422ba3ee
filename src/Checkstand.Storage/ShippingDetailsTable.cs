using Checkstand.Core.Buyers;

namespace Checkstand.Storage;

/// <summary>The table <c>shipping_details</c>. Whose they are is asked of the buyer.</summary>
public static class ShippingDetailsTable
{
    private const string InsertSql = """
        INSERT INTO shipping_details (id, buyer_id, document)
        VALUES (@id, @buyer_id, @document)
        """;

    private const string ListSql = """
        SELECT id, document
        FROM shipping_details
        WHERE buyer_id = @buyer_id
        ORDER BY id DESC
        """;

    private const string UpdateSql = """
        UPDATE shipping_details
        SET document = @document
        WHERE id = @id
        """;

    private const string DeleteSql = """
        DELETE FROM shipping_details
        WHERE id = @id AND buyer_id = @buyer_id
        """;

    private const string DeleteAllSql = """
        DELETE FROM shipping_details
        WHERE buyer_id = @buyer_id
        """;

    /// <summary>Adds shipping details.</summary>
    public static void Insert(PreparedStatements statements, ShippingDetails details) =>
        statements.Execute(
            InsertSql,
            ("@id", details.Id.ToByteArray(bigEndian: true)),
            ("@buyer_id", details.BuyerId.ToByteArray(bigEndian: true)),
            ("@document", StoredBuyer.Write(details.Content))
        );

    /// <summary>A buyer's shipping details, newest first.</summary>
    public static IReadOnlyList<ShippingDetails> List(PreparedStatements statements, Guid buyerId)
    {
        using var rows = statements.With(ListSql, ("@buyer_id", buyerId.ToByteArray(bigEndian: true))).ExecuteReader();
        var all = new List<ShippingDetails>();
        while (rows.Read())
        {
            all.Add(
                new ShippingDetails(
                    new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true),
                    buyerId,
                    StoredBuyer.ReadShipping(rows.GetFieldValue<byte[]>(1))
                )
            );
        }

        return all;
    }

    /// <summary>Writes new shipping details over their old state.</summary>
    public static void Update(PreparedStatements statements, ShippingDetails details) =>
        statements.Execute(
            UpdateSql,
            ("@document", StoredBuyer.Write(details.Content)),
            ("@id", details.Id.ToByteArray(bigEndian: true))
        );

    /// <summary>Removes shipping details of a buyer.</summary>
    /// <returns>False when there are none.</returns>
    public static bool Delete(PreparedStatements statements, Guid buyerId, Guid id) =>
        statements.Execute(
            DeleteSql,
            ("@id", id.ToByteArray(bigEndian: true)),
            ("@buyer_id", buyerId.ToByteArray(bigEndian: true))
        ) > 0;

    /// <summary>Removes all shipping details of a buyer.</summary>
    public static void DeleteAll(PreparedStatements statements, Guid buyerId) =>
        statements.Execute(DeleteAllSql, ("@buyer_id", buyerId.ToByteArray(bigEndian: true)));
}
