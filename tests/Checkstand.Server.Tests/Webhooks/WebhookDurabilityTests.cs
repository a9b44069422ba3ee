using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Webhooks;

/// <summary>
/// Webhooks arrive: kill -9 of the server while it delivers to a receiver that fails three times in ten. The suite runs 8
/// rounds; <c>CHECKSTAND_PROOF_ROUNDS</c> and <c>CHECKSTAND_PROOF_SEED</c> as in <see cref="Durability.DurabilityTests"/>.
/// </summary>
[Collection(Alone.Name)]
public sealed class WebhookDurabilityTests : IDisposable
{
    private const int RoundsShort = 8;
    private const int Writers = 4;
    private const int LoadMsMin = 50;
    private const int LoadMsMax = 600;
    private const int FailuresInTen = 3;

    // Ten refusals make the server give an event up, which would happen to one in some hundred thousand.
    private const int RefusalsMax = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryDirectory data = new();
    private readonly WebhookReceiver receiver = new();
    private readonly ConcurrentQueue<string> accepted = new();

    public void Dispose()
    {
        receiver.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task Every_event_of_every_acknowledged_change_arrives_unaltered()
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        var random = new Random(seed);
        Accept(failuresInTen: FailuresInTen, new Random(seed));
        var changed = new ConcurrentQueue<string>();

        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = OfSandbox(server);
        var secret = await ListenAsync(api);
        for (var round = 0; round < rounds; round++)
        {
            var load = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => ChangeUntilRefusedAsync(api, changed)));
            // The moment is the point: within a commit, a body, a request that is sent, an answer that is noted.
            await Task.Delay(random.Next(LoadMsMin, LoadMsMax));
            await server.Process.KillAsync();
            await load;
            await server.RestartAsync();
        }

        await ArriveAsync(api, changed);
        Report(rounds, seed, changed.Count);
        AssertUnaltered(secret);
    }

    [Fact]
    public async Task The_proof_notices_what_did_not_arrive()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = OfSandbox(server);
        var changed = new ConcurrentQueue<string>();
        Accept(failuresInTen: 0, new Random(1));
        await ChangeAsync(api, changed);
        await ListenAsync(api);
        await ChangeAsync(api, changed);

        await Poll.UntilAsync("the second arrives", Patience, () => Missing(changed).Count < 2);

        Assert.Equal([changed.First()], Missing(changed));
    }

    private static ApiClient OfSandbox(ServerProgram server)
    {
        var credentials = JsonNode.Parse(File.ReadAllText(server.CredentialsPath))!;
        return new ApiClient(server.Address, credentials["polar"]!["access_token"]!.GetValue<string>());
    }

    private async Task<string> ListenAsync(ApiClient api)
    {
        var made = await api.SendAsync(
            HttpMethod.Post,
            "/v1/webhooks/endpoints",
            $$"""{"url":"{{receiver.Url}}","format":"raw","events":["product.created"]}"""
        );
        return made.As(201)["secret"]!.GetValue<string>();
    }

    private void Accept(int failuresInTen, Random random)
    {
        var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
        receiver.Answer = (sent, response) =>
        {
            lock (random)
            {
                var refused = refusals.GetValueOrDefault(sent.Id);
                var isRefused = refused < RefusalsMax && random.Next(10) < failuresInTen;
                refusals[sent.Id] = isRefused ? refused + 1 : refused;
                response.StatusCode = isRefused ? 503 : 200;
            }

            if (response.StatusCode == 200)
            {
                accepted.Enqueue(ProductOf(sent));
            }

            return Task.CompletedTask;
        };
    }

    private static async Task ChangeUntilRefusedAsync(ApiClient api, ConcurrentQueue<string> changed)
    {
        try
        {
            while (true)
            {
                await ChangeAsync(api, changed);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            // The server was killed. What it did not acknowledge may have happened or not.
        }
    }

    private static async Task ChangeAsync(ApiClient api, ConcurrentQueue<string> changed)
    {
        var made = await api.SendAsync(
            HttpMethod.Post,
            "/v1/products/",
            """{"name":"Book","prices":[{"amount_type":"fixed","price_amount":1000,"price_currency":"usd"}]}"""
        );
        changed.Enqueue(made.As(201)["id"]!.GetValue<string>());
    }

    // The sandbox's clock brings the next tries on, so that nothing is waited for but the deliveries themselves.
    private Task<TimeSpan> ArriveAsync(ApiClient api, ConcurrentQueue<string> changed) =>
        Poll.UntilAsync(
            "every event arrives",
            Patience,
            async () =>
            {
                (await api.AdvanceClockAsync(TimeSpan.FromSeconds(61))).As(200);
                await Task.Delay(100);
                return Missing(changed).Count == 0;
            }
        );

    private IReadOnlyList<string> Missing(IEnumerable<string> changed)
    {
        var arrived = accepted.ToHashSet();
        return [.. changed.Where(id => !arrived.Contains(id))];
    }

    private static string ProductOf(ReceivedWebhook sent) =>
        JsonNode.Parse(sent.Body)!["data"]!["id"]!.GetValue<string>();

    private void AssertUnaltered(string secret)
    {
        Assert.All(receiver.Received, sent => Assert.True(sent.IsSignedWith(secret)));
        foreach (var tries in receiver.Received.GroupBy(sent => sent.Id))
        {
            Assert.Single(tries.Select(sent => sent.Text).Distinct());
        }

        foreach (var tries in receiver.Received.GroupBy(ProductOf))
        {
            Assert.Single(tries.Select(sent => sent.Id).Distinct());
        }
    }

    private void Report(int rounds, int seed, int changes)
    {
        var received = receiver.Received;
        Figures.Report(
            $"{rounds} kills (seed {seed}): {changes} acknowledged changes, all told; {received.Count} tries of {received.Select(sent => sent.Id).Distinct().Count()} events, {FailuresInTen * 10} % refused"
        );
        Assert.True(changes > rounds * 5, $"{changes} changes in {rounds} rounds are no load.");
    }
}
