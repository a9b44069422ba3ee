using System.Collections.Concurrent;

namespace Checkstand.Server.Tests.Durability;

/// <summary>
/// An acknowledged write is durable: kill -9 of the server under load, over and over. The suite runs 20 rounds;
/// <c>CHECKSTAND_PROOF_ROUNDS=200</c> runs so many, and <c>CHECKSTAND_PROOF_SEED</c> repeats the load of a run (not the
/// moments at which the system schedules it). Nine of ten restarts must be ready within two seconds: a machine that does
/// other things besides may delay one, and the slowest is reported.
/// </summary>
[Collection(Alone.Name)]
public sealed class DurabilityTests : IDisposable
{
    private const int RoundsShort = 20;
    private const int LoadMsMin = 20;
    private const int LoadMsMax = 400;
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(2);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_each_kill_and_the_server_is_soon_ready()
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        var random = new Random(seed);
        List<KnownSession> known = [];
        List<string> wrong = [];
        var answers = 0;
        List<TimeSpan> readyAfter = [];

        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        for (var round = 0; round < rounds; round++)
        {
            var load = await LoadAndKillAsync(server, random);
            answers += load.Answers;
            await server.RestartAsync();
            readyAfter.Add(server.ReadyAfter);
            wrong.AddRange(await CompareAsync(server, load.Sessions));
            known.AddRange(load.Sessions);
        }

        wrong.AddRange(await CompareAsync(server, known));
        readyAfter.Sort();
        var ninthOfTen = readyAfter[Math.Max(0, (readyAfter.Count * 9 / 10) - 1)];
        Figures.Report(
            $"{rounds} kills (seed {seed}): {answers} acknowledged changes of {known.Count} sessions, {wrong.Count} lost or altered; "
                + $"ready again in {readyAfter[0].TotalMilliseconds:0} to {readyAfter[^1].TotalMilliseconds:0} ms"
        );
        Assert.Empty(wrong);
        Assert.True(answers > rounds * 20, $"{answers} answers in {rounds} rounds are no load.");
        AssertVaultAndSessionsAgree();
        Assert.True(ninthOfTen <= ReadyLimit, $"Restarts took {string.Join(", ", readyAfter)}.");
    }

    [Fact]
    public async Task The_proof_notices_a_store_that_forgot()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        await server.EndAsync();
        using var earlier = new TemporaryDirectory();
        CopyDatabase(data.Path, earlier.Path);

        await server.RestartAsync();
        var load = await LoadAndKillAsync(server, new Random(1));
        CopyDatabase(earlier.Path, data.Path);
        await server.RestartAsync();

        // What was deleted, or may have been, is allowed to be gone.
        var surelyLost = load.Sessions.Count(session =>
            !session.Acknowledged.IsDeleted && session.InFlight is not { IsDeleted: true }
        );
        Assert.NotEqual(0, surelyLost);
        Assert.Equal(surelyLost, (await CompareAsync(server, load.Sessions)).Count);
    }

    private static async Task<Load> LoadAndKillAsync(ServerProgram server, Random random)
    {
        using var api = await ApiClient.OfSandboxAsync(server);
        var load = Load.Start(server.Address, api.Token!, random.Next());
        await await Task.WhenAny(load.Begun, load.Ended);
        // The moment is the point: anywhere between two answers, inside a commit, inside a checkpoint.
        await Task.Delay(random.Next(LoadMsMin, LoadMsMax));
        await server.Process.KillAsync();
        await load.Ended;
        return load;
    }

    private static async Task<IReadOnlyCollection<string>> CompareAsync(
        ServerProgram server,
        IEnumerable<KnownSession> sessions
    )
    {
        var wrong = new ConcurrentQueue<string>();
        using var api = await ApiClient.OfSandboxAsync(server);
        await Parallel.ForEachAsync(
            sessions,
            async (session, _) =>
            {
                if (session.Compare(await api.GetAsync(session.Id)) is { } problem)
                {
                    wrong.Enqueue(problem);
                }
            }
        );
        return wrong;
    }

    private void AssertVaultAndSessionsAgree()
    {
        const string cardsWithoutSession = """
            SELECT COUNT(*) FROM session_cards
            WHERE session_id NOT IN (SELECT id FROM sessions WHERE has_card = 1)
            """;
        const string sessionsWithoutCard = """
            SELECT COUNT(*) FROM sessions
            WHERE has_card = 1 AND id NOT IN (SELECT session_id FROM session_cards)
            """;
        Assert.Equal("ok", Database.Ask<string>(data.Path, "PRAGMA integrity_check"));
        Assert.Equal(0, Database.Ask<long>(data.Path, cardsWithoutSession));
        Assert.Equal(0, Database.Ask<long>(data.Path, sessionsWithoutCard));
        Assert.NotEqual(0, Database.Ask<long>(data.Path, "SELECT COUNT(*) FROM session_cards"));
    }

    private static void CopyDatabase(string from, string to)
    {
        foreach (var stale in Directory.GetFiles(to, "checkstand.db*"))
        {
            File.Delete(stale);
        }

        foreach (var file in Directory.GetFiles(from, "checkstand.db*"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
