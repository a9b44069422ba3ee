using Checkstand.Core.Vault;

namespace Checkstand.Storage;

/// <summary>The table <c>payment_method_cards</c>: the vault's ciphertexts, one row for each stored payment method.</summary>
public static class PaymentMethodCardTable
{
    private const string SaveSql = """
        INSERT INTO payment_method_cards (payment_method_id, key_id, wrapped_key, card)
        VALUES (@payment_method_id, @key_id, @wrapped_key, @card)
        ON CONFLICT (payment_method_id) DO UPDATE
        SET key_id = excluded.key_id, wrapped_key = excluded.wrapped_key, card = excluded.card
        """;

    private const string FindSql = """
        SELECT key_id, wrapped_key, card
        FROM payment_method_cards
        WHERE payment_method_id = @payment_method_id
        """;

    private const string DeleteSql = """
        DELETE FROM payment_method_cards
        WHERE payment_method_id = @payment_method_id
        """;

    private const string UnderOtherKeysSql = """
        SELECT payment_method_id
        FROM payment_method_cards
        WHERE key_id <> @key_id
        LIMIT @max
        """;

    /// <summary>Keeps a method's card in place of any earlier wrap of it.</summary>
    /// <exception cref="ArgumentException">The card has a security code, which nothing may store.</exception>
    public static void Save(PreparedStatements statements, Guid id, SealedCard card)
    {
        if (card.Code is not null)
        {
            throw new ArgumentException("A stored payment method has no security code.", nameof(card));
        }

        statements.Execute(
            SaveSql,
            ("@payment_method_id", Bytes(id)),
            ("@key_id", card.KeyId),
            ("@wrapped_key", card.WrappedKey),
            ("@card", card.Card)
        );
    }

    /// <summary>A method's card; null when there is none.</summary>
    public static SealedCard? Find(PreparedStatements statements, Guid id)
    {
        using var row = statements.With(FindSql, ("@payment_method_id", Bytes(id))).ExecuteReader();
        return row.Read()
            ? new SealedCard
            {
                KeyId = row.GetString(0),
                WrappedKey = row.GetFieldValue<byte[]>(1),
                Card = row.GetFieldValue<byte[]>(2),
                Code = null,
            }
            : null;
    }

    /// <summary>Removes a method's card.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Delete(PreparedStatements statements, Guid id) =>
        statements.Execute(DeleteSql, ("@payment_method_id", Bytes(id))) > 0;

    /// <summary>Methods whose card is wrapped by another key than the given one.</summary>
    public static IReadOnlyList<Guid> UnderOtherKeys(PreparedStatements statements, string keyId, int max)
    {
        using var rows = statements.With(UnderOtherKeysSql, ("@key_id", keyId), ("@max", (long)max)).ExecuteReader();
        var ids = new List<Guid>();
        while (rows.Read())
        {
            ids.Add(new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true));
        }

        return ids;
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
