namespace Checkstand.Server.Tests.Payments;

/// <summary>
/// Payments under kill -9 at any moment: what was answered stays, what was not is carried out once or not at all, and
/// nothing stays open. The suite runs 8 rounds; <c>CHECKSTAND_PROOF_ROUNDS=200</c> runs so many.
/// </summary>
[Collection(Alone.Name)]
public sealed class PaymentDurabilityTests : IDisposable
{
    private const int RoundsShort = 8;
    private const int LoadMsMin = 20;
    private const int LoadMsMax = 400;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Payments_are_whole_after_each_kill_and_none_is_charged_twice()
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        var random = new Random(seed);
        List<KnownPayment> known = [];
        var unanswered = 0;
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        for (var round = 0; round < rounds; round++)
        {
            var load = await LoadAndKillAsync(server, random);
            var answers = load.Payments.Sum(payment => payment.Answers);
            await server.RestartAsync();
            using var api = await ApiClient.OfSandboxAsync(server);
            await ForAllAsync(load.Payments, payment => payment.RetryAsync(api));
            unanswered += load.Payments.Sum(payment => payment.Answers) - answers;
            await SettleAsync(api);
            await ForAllAsync(load.Payments, payment => payment.CompareAsync(api));
            known.AddRange(load.Payments);
        }

        using var last = await ApiClient.OfSandboxAsync(server);
        await ForAllAsync(known, payment => payment.CompareAsync(last));
        Assert.Equal("ok", Database.Ask<string>(data.Path, "PRAGMA integrity_check"));
        Assert.Empty(await last.TransactionsAsync("status=processing"));
        var agreed = await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
        Figures.Report(
            $"{rounds} kills under payments (seed {seed}): {known.Sum(payment => payment.Answers)} requests about {known.Count} "
                + $"payments, {unanswered} of them unanswered at first: 0 lost, 0 charged twice, 0 left open; {agreed}"
        );
        Assert.True(known.Count > rounds * 5, $"{known.Count} payments in {rounds} rounds are no load.");
    }

    private static async Task<PaymentLoad> LoadAndKillAsync(ServerProgram server, Random random)
    {
        using var api = await ApiClient.OfSandboxAsync(server);
        var load = PaymentLoad.Start(server.Address, api.Token!, random.Next());
        await await Task.WhenAny(load.Begun, load.Ended);
        // The moment is the point: anywhere between two answers, inside a commit, between two ledgers.
        await Task.Delay(random.Next(LoadMsMin, LoadMsMax));
        await server.Process.KillAsync();
        await load.Ended;
        return load;
    }

    // Late outcomes become final, and what is still open is looked up.
    private async Task SettleAsync(ApiClient api)
    {
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(130))).As(200);
        await Poll.UntilAsync("no payment is open", SettleLimit, () => PaymentCalls.Open(data.Path) == 0);
    }

    private static Task ForAllAsync(IEnumerable<KnownPayment> payments, Func<KnownPayment, Task> check) =>
        Parallel.ForEachAsync(payments, async (payment, _) => await check(payment));
}
