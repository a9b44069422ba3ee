using System.Data.Common;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Storage;

/// <summary>The table <c>session_cards</c>: the vault's ciphertexts, one row for each session that has a card.</summary>
public static class CardTable
{
    private const string SaveSql = """
        INSERT INTO session_cards (session_id, key_id, wrapped_key, card, code)
        VALUES (@session_id, @key_id, @wrapped_key, @card, @code)
        ON CONFLICT (session_id) DO UPDATE
        SET key_id = excluded.key_id, wrapped_key = excluded.wrapped_key, card = excluded.card, code = excluded.code
        """;

    private const string FindSql = """
        SELECT key_id, wrapped_key, card, code
        FROM session_cards
        WHERE session_id = @session_id
        """;

    private const string DeleteSql = """
        DELETE FROM session_cards
        WHERE session_id = @session_id
        """;

    private const string WipeCodeSql = """
        UPDATE session_cards
        SET code = @wiped
        WHERE session_id = @session_id AND code <> @wiped
        """;

    private const string UnderOtherKeysSql = """
        SELECT session_id
        FROM session_cards
        WHERE key_id <> @key_id
        LIMIT @max
        """;

    /// <summary>Keeps a session's card in place of any earlier one.</summary>
    public static void Save(PreparedStatements statements, SessionId id, SealedCard card)
    {
        statements.Execute(
            SaveSql,
            ("@session_id", id.ToBytes()),
            ("@key_id", card.KeyId),
            ("@wrapped_key", card.WrappedKey),
            ("@card", card.Card),
            ("@code", card.Code ?? new byte[SealedCard.CodeBytes])
        );
        statements.Memory?.Note(id, card);
    }

    /// <summary>A session's card; null when there is none.</summary>
    public static SealedCard? Find(PreparedStatements statements, SessionId id)
    {
        if (statements.Memory?.Find(id)?.Card is { } known)
        {
            return known;
        }

        using var row = statements.With(FindSql, ("@session_id", id.ToBytes())).ExecuteReader();
        return row.Read()
            ? new SealedCard
            {
                KeyId = row.GetString(0),
                WrappedKey = row.GetFieldValue<byte[]>(1),
                Card = row.GetFieldValue<byte[]>(2),
                Code = CodeOf(row.GetFieldValue<byte[]>(3)),
            }
            : null;
    }

    // A wiped code is zeros of the same length, because a row that gets shorter leaves its old bytes behind in the page.
    // A sealed code is never all zeros: its tag alone has 128 bits.
    private static byte[]? CodeOf(byte[] stored) => stored.AsSpan().ContainsAnyExcept((byte)0) ? stored : null;

    /// <summary>Removes a session's card.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Delete(PreparedStatements statements, SessionId id)
    {
        statements.Memory?.Note(id, card: null);
        return statements.Execute(DeleteSql, ("@session_id", id.ToBytes())) > 0;
    }

    /// <summary>Overwrites the security code of a session's card.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool WipeCode(PreparedStatements statements, SessionId id)
    {
        if (statements.Memory?.Find(id)?.Card is { } known)
        {
            if (known.Code is null)
            {
                return false;
            }

            statements.Memory.Note(id, known.WithoutCode());
        }

        return statements.Execute(
                WipeCodeSql,
                ("@wiped", new byte[SealedCard.CodeBytes]),
                ("@session_id", id.ToBytes())
            ) > 0;
    }

    /// <summary>Sessions whose card is wrapped by another key than the given one.</summary>
    public static IReadOnlyList<SessionId> UnderOtherKeys(PreparedStatements statements, string keyId, int max)
    {
        using var rows = statements.With(UnderOtherKeysSql, ("@key_id", keyId), ("@max", (long)max)).ExecuteReader();
        var ids = new List<SessionId>();
        while (rows.Read())
        {
            ids.Add(new SessionId(new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true)));
        }

        return ids;
    }
}
