using Checkstand.Server.Dev.Faults;

namespace Checkstand.Server.Tests.Payments;

/// <summary>
/// A payment survives a crash at every step: the server kills itself there, is started again, and everything was done
/// once or not at all. The suite dies at every point once; <c>CHECKSTAND_PROOF_ROUNDS=200</c> dies ten times at each, in
/// another order every time.
/// </summary>
[Collection(Alone.Name)]
public sealed class CrashTests
{
    private const int RoundsPerPass = 20;

    // Starts are most of the work: as many at once as keep two processors busy.
    private const int ChainsAtOnce = 4;

    // Crashes one after the other on one data directory before all of them are looked at.
    private const int ChainLength = 11;

    private const int SigKill = 137;
    private static readonly TimeSpan DeathLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_payment_that_dies_at_any_step_is_carried_out_once_or_not_at_all()
    {
        var seed = Proof.Seed();
        // At the start: it is needed most when the test doesn't come to its end.
        Figures.Report($"deaths at every point of a payment (seed {seed})");
        var random = new Random(seed);
        var deaths = 0;
        var passes = Math.Max(1, Proof.Rounds(RoundsPerPass) / RoundsPerPass);
        for (var pass = 0; pass < passes; pass++)
        {
            var cases = CrashCase.All.ToArray();
            random.Shuffle(cases);
            await Parallel.ForEachAsync(
                cases.Chunk(ChainLength),
                new ParallelOptions { MaxDegreeOfParallelism = ChainsAtOnce },
                async (chain, _) => Interlocked.Add(ref deaths, await DieAndCompareAsync(chain))
            );
        }

        Figures.Report(
            $"{deaths} deaths at {CrashCase.All.DistinctBy(crash => crash.Point).Count()} points of payments ({CrashCase.All.Count} cases, {passes} times): "
                + "0 charged twice, 0 lost, 0 left open, ledgers agree"
        );
    }

    [Fact]
    public void Every_point_is_died_at() =>
        Assert.Equal(
            // Confirmations die in tests of their own.
            FaultPoint.All.Where(point => point.Step < PaymentStep.ConfirmCheckout),
            FaultPoint.All.Intersect(CrashCase.All.Select(crash => crash.Point))
        );

    [Fact]
    public async Task A_point_can_be_the_second_time()
    {
        using var data = new TemporaryDirectory();
        await using var server = await ServerProgram.StartSandboxAsync(data.Path, KillAt("after-add:2"));
        using var api = await ApiClient.OfSandboxAsync(server);

        (await api.PayByCardAsync(1299)).As(201);
        await Assert.ThrowsAsync<HttpRequestException>(() => api.PayByCardAsync(1299));

        await AssertKilledAsync(server, "after-add");
    }

    [Theory]
    [InlineData("somewhere")]
    [InlineData("after-add:0")]
    [InlineData("after-add:x")]
    [InlineData("after-add:1:2")]
    [InlineData("")]
    public async Task An_unknown_point_ends_the_start_in_one_line_that_names_all(string name)
    {
        using var data = new TemporaryDirectory();
        var refused = await Cli.RunAsync(KillAt(name), "dev", "--data", data.Path);

        var line = refused.RefusedInOneLine();
        Assert.All(FaultPoint.All, point => Assert.Contains(point.Name, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_does_not_start_with_a_point()
    {
        using var data = new TemporaryDirectory();
        (await Cli.RunAsync("keys", "create", "--data", data.Path)).Successful();

        var refused = await Cli.RunAsync(KillAt("after-add"), "serve", "--data", data.Path);

        Assert.Contains("setting of the sandbox", refused.RefusedInOneLine(), StringComparison.Ordinal);
    }

    // Each start dies at its own point, and is the recovery of the death before it; the last one survives.
    private static async Task<int> DieAndCompareAsync(IReadOnlyList<CrashCase> chain)
    {
        using var data = new TemporaryDirectory();
        var deaths = 0;
        List<CrashedRequest> requests = [];
        ServerProgram? server = null;
        try
        {
            foreach (var crash in chain)
            {
                var first = crash.EarlierPoint ?? crash.Point;
                server = await StartAsync(server, data.Path, KillAt(first.Name));
                var request = new CrashedRequest(crash, requests.Count);
                requests.Add(request);
                await DieAsync(server, request, first);
                deaths++;
                if (first != crash.Point)
                {
                    server.Environment = KillAt(crash.Point.Name);
                    server.Launch();
                    await AssertKilledAsync(server, crash.Point.Name);
                    deaths++;
                }
            }

            server = await StartAsync(server, data.Path, null);
            await CompareAsync(server, data.Path, requests);
        }
        finally
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        return deaths;
    }

    private static async Task<ServerProgram> StartAsync(
        ServerProgram? server,
        string directory,
        IReadOnlyDictionary<string, string?>? environment
    )
    {
        if (server is null)
        {
            return await ServerProgram.StartSandboxAsync(directory, environment);
        }

        server.Environment = environment;
        await server.RestartAsync();
        return server;
    }

    private static async Task DieAsync(ServerProgram server, CrashedRequest request, FaultPoint point)
    {
        using var api = await ApiClient.OfSandboxAsync(server);
        await request.PrepareAsync(api);
        try
        {
            var answer = await request.SendAsync(api);
            // A refusal is on its way to the client before its key is given up.
            Assert.True(point.Step == PaymentStep.ReleaseKey, $"{request} was answered, not killed: {answer.Body}");
        }
        catch (HttpRequestException)
        {
            // The server is gone, which is what this waits for.
        }

        await AssertKilledAsync(server, point.Name);
    }

    private static async Task CompareAsync(ServerProgram server, string directory, List<CrashedRequest> requests)
    {
        using var api = await ApiClient.OfSandboxAsync(server);
        Task SettledAsync() =>
            Poll.UntilAsync("no payment is open", SettleLimit, () => PaymentCalls.Open(directory) == 0);

        foreach (var request in requests.Where(request => request.IsRetriedAtOnce))
        {
            await WithNameAsync(request, () => request.AssertRetriedOnceAsync(api, SettledAsync));
        }

        await SettledAsync();
        foreach (var request in requests.Where(request => !request.IsRetriedAtOnce))
        {
            await WithNameAsync(request, () => request.AssertFoundAsync(api));
            await WithNameAsync(request, () => request.AssertRetriedOnceAsync(api, SettledAsync));
        }

        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(900))).As(200);
        await SettledAsync();
        Assert.Empty(await api.TransactionsAsync("status=processing"));
        Assert.Equal("ok", Database.Ask<string>(directory, "PRAGMA integrity_check"));
        await PaymentCalls.AssertLedgersAgreeAsync(directory);
    }

    private static async Task AssertKilledAsync(ServerProgram server, string point)
    {
        Assert.Equal(SigKill, await server.Process.EndAsync(DeathLimit));
        Assert.Contains($"killed at {point},", server.Process.Error.Text, StringComparison.Ordinal);
    }

    private static async Task WithNameAsync(CrashedRequest request, Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (Exception failed)
        {
            throw new InvalidOperationException($"After the crash of {request}: {failed.Message}", failed);
        }
    }

    private static Dictionary<string, string?> KillAt(string point) => new() { ["Checkstand__Dev__KillAt"] = point };
}
