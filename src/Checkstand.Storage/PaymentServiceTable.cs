using System.Data.Common;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Services;

namespace Checkstand.Storage;

/// <summary>The table <c>payment_services</c>: whole records, because all of them are in memory and none is searched for.</summary>
public static class PaymentServiceTable
{
    private const string ListSql = """
        SELECT id, merchant_account_id, created_at_ms, updated_at_ms, document
        FROM payment_services
        ORDER BY id
        """;

    private const string InsertSql = """
        INSERT INTO payment_services (id, merchant_account_id, created_at_ms, updated_at_ms, document)
        VALUES (@id, @merchant_account_id, @created_at_ms, @updated_at_ms, @document)
        ON CONFLICT (id) DO NOTHING
        """;

    private const string UpdateSql = """
        UPDATE payment_services
        SET updated_at_ms = @updated_at_ms, document = @document
        WHERE id = @id
        """;

    /// <summary>All payment services, by id.</summary>
    public static IReadOnlyList<PaymentService> List(PreparedStatements statements)
    {
        using var rows = statements.With(ListSql).ExecuteReader();
        var services = new List<PaymentService>();
        while (rows.Read())
        {
            services.Add(
                StoredPaymentService.Read(
                    rows.GetFieldValue<byte[]>(4),
                    new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true),
                    MerchantAccountId.Parse(rows.GetString(1)),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3))
                )
            );
        }

        return services;
    }

    /// <summary>Adds a payment service.</summary>
    /// <returns>False when the id is taken.</returns>
    public static bool Insert(PreparedStatements statements, PaymentService service) =>
        statements.Execute(
            InsertSql,
            ("@id", service.Id.ToByteArray(bigEndian: true)),
            ("@merchant_account_id", service.MerchantAccountId.Value),
            ("@created_at_ms", service.CreatedAt.ToUnixTimeMilliseconds()),
            ("@updated_at_ms", service.UpdatedAt.ToUnixTimeMilliseconds()),
            ("@document", StoredPaymentService.Write(service))
        ) > 0;

    /// <summary>Writes a payment service's new state over its old one.</summary>
    /// <returns>False when there is none of that id.</returns>
    public static bool Update(PreparedStatements statements, PaymentService service) =>
        statements.Execute(
            UpdateSql,
            ("@updated_at_ms", service.UpdatedAt.ToUnixTimeMilliseconds()),
            ("@document", StoredPaymentService.Write(service)),
            ("@id", service.Id.ToByteArray(bigEndian: true))
        ) > 0;
}
