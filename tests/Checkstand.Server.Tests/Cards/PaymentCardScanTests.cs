using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Cards;

/// <summary>
/// Card data stays put when cards pay: known cards with known codes are charged, declined, captured, voided and given
/// back, then every byte of the data directory (both ledgers and their logs), of the logs and of the answers is searched.
/// The suite uses 60 cards; <c>CHECKSTAND_PROOF_CARDS=500</c> uses so many.
/// </summary>
public sealed class PaymentCardScanTests : IDisposable
{
    private const int CardsShort = 60;
    private const int CardsInWrongPlaces = 10;

    // Pieces of a ciphertext, so that one which was overwritten in part still shows.
    private const int PieceBytes = 12;
    private const int SigKill = 137;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FileLimit = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task No_card_that_paid_is_found_in_files_logs_or_answers()
    {
        var cards = TestCard.Generate(Proof.Cards(CardsShort));
        var scanner = ByteScanner.For(cards, PaidCard.IsForbidden);
        scanner.Add(PaidCard.Special, PaidCard.IsForbiddenOfSpecial);
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);

        List<Hit> inAnswers = [];
        var statuses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (card, i) in cards.Concat(PaidCard.Special).Select((card, i) => (card, i)))
        {
            var (answers, status) = await new PaidCard(card, i).PayAsync(api);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            inAnswers.AddRange(answers.SelectMany(answer => scanner.Scan(answer.Head, answer.Head + answer.Body)));
        }

        inAnswers.AddRange(await SendToWrongPlacesAsync(api, scanner, cards.Take(CardsInWrongPlaces)));
        await DatabaseLog.WriteAsync(api, data.Path);
        var whileRunning = ScanFilesAndLogs(scanner, server);
        Assert.NotEqual(0, new FileInfo(Path.Combine(data.Path, "test-provider.db-wal")).Length);
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(1900))).As(200);
        await Poll.UntilAsync("no payment is open", SettleLimit, () => PaymentCalls.Open(data.Path) == 0);
        await server.EndAsync();
        var afterwards = ScanFilesAndLogs(scanner, server);

        var outcomes = string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"));
        Figures.Report(
            $"{cards.Count + PaidCard.Special.Count} cards that paid ({outcomes}): {inAnswers.Count} hits in answers, "
                + $"{whileRunning.Count + afterwards.Count} in files and logs"
        );
        Assert.Equal(6, statuses.Count);
        AssertNone(inAnswers);
        AssertNone(whileRunning);
        AssertNone(afterwards);
    }

    [Fact]
    public async Task The_code_is_wiped_with_the_payment_and_gone_from_the_files_within_a_minute()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        await Poll.UntilAsync(
            "the first scrub after the start is done",
            SettleLimit,
            () => DatabaseLog.Bytes(data.Path) == 0
        );
        List<string> sessions = [];
        foreach (var number in (string[])[PaymentCalls.Approved, PaymentCalls.AnswerLost, "4000000000000002"])
        {
            sessions.Add(await api.OpenWithCardAsync(number));
        }

        var codes = CodesAsStored();
        Assert.NotEmpty(codes.ScanDirectory(data.Path));
        foreach (var session in sessions)
        {
            (await api.PayAsync(session, 1299)).As(201);
        }

        Assert.Equal(0, CodesInStore());
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(60))).As(200);
        var after = await Poll.UntilAsync("the codes are in no file", FileLimit, () => IsClean(codes));
        Figures.Report(
            $"codes of cards that paid left the table with the payment and the files after {after.TotalSeconds:0.0} s"
        );
        Assert.Equal(0, CodesInStore());
    }

    [Fact]
    public async Task The_code_is_gone_from_the_files_within_a_minute_after_a_crash_over_its_payment()
    {
        var killAt = new Dictionary<string, string?> { ["Checkstand__Dev__KillAt"] = "after-claim" };
        await using var server = await ServerProgram.StartSandboxAsync(data.Path, killAt);
        using var api = await ApiClient.OfSandboxAsync(server);
        var session = await api.OpenWithCardAsync();
        var codes = CodesAsStored();
        await Assert.ThrowsAsync<HttpRequestException>(() => api.PayAsync(session, 1299));
        Assert.Equal(SigKill, await server.Process.EndAsync(SettleLimit));
        Assert.NotEmpty(codes.ScanDirectory(data.Path));

        server.Environment = null;
        await server.RestartAsync();

        Assert.Equal(0, CodesInStore());
        await Poll.UntilAsync("the code is in no file", FileLimit, () => IsClean(codes));
    }

    private static async Task<IReadOnlyList<Hit>> SendToWrongPlacesAsync(
        ApiClient api,
        ByteScanner scanner,
        IEnumerable<TestCard> cards
    )
    {
        List<Hit> hits = [];
        foreach (var sent in cards.SelectMany(WrongPaymentPlaces.Of))
        {
            var answer = await api.SendAsync(sent.Method, sent.Path, sent.Body);
            Assert.True(answer.Status is 200 or (>= 400 and < 500), $"{sent.Place}: {answer.Status} {answer.Body}");
            hits.AddRange(scanner.Scan($"the answer to a card in {sent.Place}", answer.Head + answer.Body));
        }

        return hits;
    }

    private IReadOnlyList<Hit> ScanFilesAndLogs(ByteScanner scanner, ServerProgram server) =>
        [.. scanner.ScanDirectory(data.Path), .. server.Written.SelectMany(bytes => scanner.Scan("the log", bytes))];

    // What was wiped is zeros.
    private long CodesInStore() =>
        Database.Ask<long>(data.Path, "SELECT COUNT(*) FROM session_cards WHERE hex(code) GLOB '*[1-9A-F]*'");

    private bool IsClean(ByteScanner codes) => !codes.ScanDirectory(data.Path).Any();

    private ByteScanner CodesAsStored()
    {
        var scanner = new ByteScanner();
        var codes = Database.Rows(data.Path, "SELECT code FROM session_cards", row => row.GetFieldValue<byte[]>(0));
        foreach (
            var piece in codes.SelectMany(code => code.Chunk(PieceBytes)).Where(piece => piece.Length == PieceBytes)
        )
        {
            scanner.Add(piece, "a sealed code");
        }

        return scanner;
    }

    // One hit for each line says where the leak is; its other encodings and positions only repeat it.
    private static void AssertNone(IReadOnlyList<Hit> hits)
    {
        var lines = hits.DistinctBy(hit => hit.Line).Take(10);
        Assert.True(hits.Count == 0, $"{hits.Count} hits:\n{string.Join('\n', lines)}");
    }
}
