namespace Checkstand.Server.Tests.Cards;

/// <summary>
/// Card data never outlives its session: its rows are gone within seconds of the end, and within a minute the database's
/// own files hold nothing of the ciphertexts either.
/// </summary>
public sealed class CardEndTests : IDisposable
{
    private const int SessionsOfAKind = 15;

    // Pieces of a ciphertext, so that one which was overwritten in part still shows.
    private const int PieceBytes = 12;

    private static readonly TimeSpan RowLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FileLimit = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Cards_of_deleted_and_expired_sessions_leave_the_table_in_seconds_and_the_files_within_a_minute()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        await Poll.UntilAsync(
            "the first scrub after the start is done",
            RowLimit,
            () => DatabaseLog.Bytes(data.Path) == 0
        );
        var deleted = await OpenWithCardsAsync(api);
        var expired = await OpenWithCardsAsync(api);
        var pieces = PiecesOfAllCards();
        Assert.Equal(deleted.Count + expired.Count, Count());
        Assert.NotEmpty(pieces.ScanDirectory(data.Path));

        foreach (var id in deleted)
        {
            Assert.Equal(204, (await api.DeleteAsync(id)).Status);
        }

        Assert.Equal(expired.Count, Count());
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(3601))).As(200);
        var rows = await Poll.UntilAsync("session_cards is empty", RowLimit, () => Count() == 0);
        var files = await Poll.UntilAsync("no ciphertext is in a file", FileLimit, () => IsClean(pieces));
        Figures.Report(
            $"cards of ended sessions left the table after {rows.TotalSeconds:0.0} s and the files after {files.TotalSeconds:0.0} s more"
        );
        (await api.GetAsync(expired[0])).IsError(404);
    }

    [Fact]
    public async Task A_card_that_was_replaced_leaves_the_files_within_a_minute_and_the_new_one_stays()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var sessions = await OpenWithCardsAsync(api);
        var earlier = PiecesOfAllCards();
        Assert.NotEmpty(earlier.ScanDirectory(data.Path));

        foreach (var id in sessions)
        {
            Assert.Equal(204, (await api.PutCardAsync(id, "5555555555554444")).Status);
        }

        await Poll.UntilAsync("no earlier ciphertext is in a file", FileLimit, () => IsClean(earlier));
        Assert.Equal(sessions.Count, Count());
        Assert.NotEmpty(PiecesOfAllCards().ScanDirectory(data.Path));
    }

    [Fact]
    public async Task Cards_whose_sessions_ended_while_the_server_was_down_are_removed_after_the_start()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        await OpenWithCardsAsync(api);
        var pieces = PiecesOfAllCards();
        Assert.NotEmpty(pieces.ScanDirectory(data.Path));
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(3601))).As(200);
        await server.Process.KillAsync();

        await server.RestartAsync();
        await Poll.UntilAsync("session_cards is empty", RowLimit, () => Count() == 0);
        await Poll.UntilAsync("no ciphertext is in a file", FileLimit, () => IsClean(pieces));
    }

    private static async Task<IReadOnlyList<string>> OpenWithCardsAsync(ApiClient api)
    {
        List<string> sessions = [];
        for (var i = 0; i < SessionsOfAKind; i++)
        {
            var id = await api.OpenAsync("""{"expires_in":3600}""");
            Assert.Equal(204, (await api.PutCardAsync(id, "4242424242424242")).Status);
            sessions.Add(id);
        }

        return sessions;
    }

    private long Count() => Database.Ask<long>(data.Path, "SELECT COUNT(*) FROM session_cards");

    private bool IsClean(ByteScanner pieces) => !pieces.ScanDirectory(data.Path).Any();

    private ByteScanner PiecesOfAllCards()
    {
        var scanner = new ByteScanner();
        var blobs = Database
            .Rows(
                data.Path,
                "SELECT wrapped_key, card, code FROM session_cards",
                row =>
                    new[] { row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2) }
            )
            .SelectMany(row => row);
        foreach (
            var piece in blobs.SelectMany(blob => blob.Chunk(PieceBytes)).Where(piece => piece.Length == PieceBytes)
        )
        {
            scanner.Add(piece, "a ciphertext");
        }

        return scanner;
    }
}
