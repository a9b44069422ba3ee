using Checkstand.Server.Tests.Checkouts;
using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Cards;

/// <summary>
/// Cards that are typed into the hosted page leave nothing behind: cards are approved, declined and challenged, with
/// mistakes in every field before, then every byte of the data directory, of the logs and of the pages is searched. The
/// suite uses 48 cards; <c>CHECKSTAND_PROOF_CARDS=500</c> uses so many.
/// </summary>
public sealed class PageCardScanTests : IDisposable
{
    private const int CardsShort = 48;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task No_card_that_was_typed_into_the_page_is_found_in_files_logs_or_pages()
    {
        var cards = TestCard.Generate(Proof.Cards(CardsShort));
        var scanner = ByteScanner.For(cards, PaidCard.IsForbidden);
        scanner.Add(PaidCard.Special, PaidCard.IsForbiddenOfSpecial);
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var (api, polar) = CheckoutCalls.ClientOf(server);
        using var _ = api;
        var product = polar.Text("product_id");

        List<Hit> inAnswers = [];
        var statuses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (card, i) in cards.Concat(PaidCard.Special).Select((card, i) => (card, i)))
        {
            var (answers, status) = await new TypedPayment(card, i).PayAsync(api, product);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            inAnswers.AddRange(answers.SelectMany(answer => scanner.Scan("a page", answer.Head + answer.Body)));
        }

        var whileRunning = ScanFilesAndLogs(scanner, server);
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(1900))).As(200);
        await Poll.UntilAsync("no payment is open", SettleLimit, () => PaymentCalls.Open(data.Path) == 0);
        await server.EndAsync();
        var afterwards = ScanFilesAndLogs(scanner, server);

        var outcomes = string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"));
        Figures.Report(
            $"{cards.Count + PaidCard.Special.Count} cards typed into the page ({outcomes}): {inAnswers.Count} hits in "
                + $"pages, {whileRunning.Count + afterwards.Count} in files and logs"
        );
        Assert.Equal(["confirmed", "open", "succeeded"], statuses.Keys.Order());
        AssertNone(inAnswers);
        AssertNone(whileRunning);
        AssertNone(afterwards);
    }

    private IReadOnlyList<Hit> ScanFilesAndLogs(ByteScanner scanner, ServerProgram server) =>
        [.. scanner.ScanDirectory(data.Path), .. server.Written.SelectMany(bytes => scanner.Scan("the log", bytes))];

    private static void AssertNone(IReadOnlyList<Hit> hits)
    {
        var lines = hits.DistinctBy(hit => hit.Line).Take(10);
        Assert.True(hits.Count == 0, $"{hits.Count} hits:\n{string.Join('\n', lines)}");
    }
}
