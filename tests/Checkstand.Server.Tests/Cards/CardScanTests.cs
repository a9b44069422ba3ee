namespace Checkstand.Server.Tests.Cards;

/// <summary>
/// Card data stays put: known cards go in by the right way and by wrong ones, then every byte of the data directory, of
/// the logs and of the answers is searched. The suite uses 200 cards; <c>CHECKSTAND_PROOF_CARDS=5000</c> uses so many.
/// </summary>
public sealed class CardScanTests : IDisposable
{
    private const int CardsShort = 200;
    private const int CardsWithTrace = 20;

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task No_card_is_found_in_files_logs_or_answers()
    {
        var cards = TestCard.Generate(Proof.Cards(CardsShort));
        var scanner = ByteScanner.For(cards);
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);

        var (requests, inAnswers) = await SendAsync(cards, scanner, api);
        await DatabaseLog.WriteAsync(api, data.Path);
        var whileRunning = ScanFilesAndLogs(scanner, server);
        await server.EndAsync();
        var afterwards = ScanFilesAndLogs(scanner, server);

        Figures.Report(
            $"{cards.Count} cards in {requests} requests: {inAnswers.Count} hits in answers, {whileRunning.Count + afterwards.Count} in files and logs"
        );
        AssertNone(inAnswers);
        AssertNone(whileRunning);
        AssertNone(afterwards);
    }

    [Fact]
    public async Task No_card_is_found_in_the_logs_of_production_with_every_log_level_turned_up()
    {
        var created = await Cli.RunAsync("keys", "create", "--data", data.Path);
        var keyId = (await SigningKeys.ListAsync(data.Path)).Single().Id;
        var cards = TestCard.Generate(CardsWithTrace);
        var scanner = ByteScanner.For(cards);
        await using var server = await ServerProgram.StartProductionAsync(
            data.Path,
            new Dictionary<string, string?>
            {
                ["Logging__LogLevel__Default"] = "Trace",
                ["Logging__LogLevel__Microsoft"] = "Trace",
                ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
            }
        );
        using var api = new ApiClient(server.Address, Tokens.Sign(created.Successful(), keyId));

        var (_, inAnswers) = await SendAsync(cards, scanner, api);
        await server.EndAsync();

        // The framework's own lines about each request are there.
        Assert.Contains(
            "\"level\":\"debug\",\"category\":\"Microsoft.AspNetCore.Routing",
            server.Process.Out.Text,
            StringComparison.Ordinal
        );
        AssertNone(inAnswers);
        AssertNone(ScanFilesAndLogs(scanner, server));
    }

    [Fact]
    public async Task A_number_with_digits_too_many_reaches_no_log_as_a_key_id()
    {
        var card = TestCard.Generate(2)[1];
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        foreach (
            var keyId in (string[])[$"{card.Number}0", $"{card.Number}00000", $"00000{card.Number}", $"x{card.Number}x"]
        )
        {
            api.Token = Tokens.Sign(WrongPlaces.Key, keyId);
            (await api.CreateAsync()).IsError(401);
        }

        await server.EndAsync();
        Assert.Contains("unknown key id", server.Process.Out.Text, StringComparison.Ordinal);
        AssertNone(ScanFilesAndLogs(ByteScanner.For([card]), server));
    }

    private static async Task<(int Requests, IReadOnlyList<Hit> Hits)> SendAsync(
        IReadOnlyList<TestCard> cards,
        ByteScanner scanner,
        ApiClient api
    )
    {
        var requests = 0;
        List<Hit> hits = [];
        var gone = await api.OpenAsync();
        Assert.Equal(204, (await api.DeleteAsync(gone)).Status);
        foreach (var card in cards)
        {
            var session = await api.OpenAsync();
            Assert.Equal(204, (await api.PutFieldsAsync(session, card.Body)).Status);
            var shown = await api.GetAsync(session);
            Assert.Equal(card.Number[^4..], shown.As(200)["payment_method"]!["label"]!.GetValue<string>());
            hits.AddRange(scanner.Scan("the session", shown.Head + shown.Body));
            // A stored method shows its expiry and keeps it beside the truncated number, so this is no card's.
            var stored = await api.SendAsync(
                HttpMethod.Post,
                "/payment-methods",
                ApiClient.MethodBody(card.Number, "12/29", card.Code)
            );
            Assert.Equal(card.Number[^4..], stored.As(201)["label"]!.GetValue<string>());
            hits.AddRange(scanner.Scan("the stored method", stored.Head + stored.Body));
            var listed = await api.SendAsync(HttpMethod.Get, "/payment-methods");
            hits.AddRange(scanner.Scan("the stored methods", listed.Head + listed.Body));

            foreach (var (place, request) in WrongPlaces.Of(card, session, gone, api.Token!))
            {
                using (request)
                {
                    var answer = await api.SendAsync(request);
                    Assert.True(
                        answer.Status is 200 or 204 or (>= 400 and < 500),
                        $"{place}: {answer.Status} {answer.Body}"
                    );
                    hits.AddRange(scanner.Scan($"the answer to a card in {place}", answer.Head + answer.Body));
                    requests++;
                }
            }
        }

        var metrics = await api.SendAsync(HttpMethod.Get, "/metrics");
        Assert.Equal(200, metrics.Status);
        hits.AddRange(scanner.Scan("the metrics", metrics.Body));
        return (requests, hits);
    }

    private IReadOnlyList<Hit> ScanFilesAndLogs(ByteScanner scanner, ServerProgram server) =>
        [.. scanner.ScanDirectory(data.Path), .. server.Written.SelectMany(bytes => scanner.Scan("the log", bytes))];

    // One hit for each line says where the leak is; its other encodings and positions only repeat it.
    private static void AssertNone(IReadOnlyList<Hit> hits)
    {
        var lines = hits.DistinctBy(hit => hit.Line).Take(10);
        Assert.True(hits.Count == 0, $"{hits.Count} hits:\n{string.Join('\n', lines)}");
    }
}
