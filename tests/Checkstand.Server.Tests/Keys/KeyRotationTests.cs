using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Checkstand.Server.Admin;

namespace Checkstand.Server.Tests.Keys;

/// <summary>The vault's key is replaced while cards come in and sessions are read: nobody notices.</summary>
[Collection(Alone.Name)]
public sealed class KeyRotationTests : IDisposable
{
    private const int Clients = 6;
    private const int Rotations = 5;
    private const int RotationsInARow = 40;

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task No_request_fails_while_keys_rotate_through_the_command_line()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var load = new Traffic(server.Address, api.Token!);
        for (var i = 0; i < Rotations; i++)
        {
            var done = load.Done;
            var rotated = await Cli.RunAsync("keys", "rotate", "--data", data.Path);
            Assert.StartsWith(
                $"Key {ActiveKeyId()} now wraps every card",
                rotated.Successful(),
                StringComparison.Ordinal
            );
            await Poll.UntilAsync("requests go on", TimeSpan.FromSeconds(10), () => load.Done > done + Clients);
        }

        await load.StopAsync();
        Figures.Report($"{Rotations} key rotations under {load.Done} requests: {load.Failures.Count} failed");
        Assert.Empty(load.Failures);
        AssertEveryCardIsUnderTheActiveKey();
    }

    [Fact]
    public async Task No_request_fails_while_keys_rotate_one_right_after_the_other()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var load = new Traffic(server.Address, api.Token!);
        await Poll.UntilAsync("there are cards", TimeSpan.FromSeconds(10), () => load.Done > 100);
        for (var i = 0; i < RotationsInARow; i++)
        {
            var reply = await AdminSocket.SendAsync(data.Path, new AdminRequest("keys rotate", []), default);
            Assert.False(reply.Failed, reply.Output);
        }

        await load.StopAsync();
        Assert.Empty(load.Failures);
        AssertEveryCardIsUnderTheActiveKey();
    }

    [Fact]
    public async Task Fingerprints_stay_over_a_rotation_and_a_restart()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        await StoreAsync(api);
        var before = await FingerprintAsync(api);
        (await Cli.RunAsync("keys", "rotate", "--data", data.Path)).Successful();
        var between = await FingerprintAsync(api);
        await server.EndAsync();
        (await Cli.RunAsync("keys", "rotate", "--data", data.Path)).Successful();
        await server.RestartAsync();

        Assert.Equal(before, between);
        Assert.Equal(before, await FingerprintAsync(api));
        AssertEveryCardIsUnderTheActiveKey();
    }

    private static async Task StoreAsync(ApiClient api)
    {
        var body = ApiClient.MethodBody("4242424242424242", "12/35", "123");
        (await api.SendAsync(HttpMethod.Post, "/payment-methods", body)).As(201);
    }

    private static async Task<string> FingerprintAsync(ApiClient api)
    {
        var id = await api.OpenAsync();
        Assert.Equal(204, (await api.PutCardAsync(id, "4242424242424242")).Status);
        return (await api.GetAsync(id)).As(200)["payment_method"]!["fingerprint"]!.GetValue<string>();
    }

    private string ActiveKeyId() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(data.Path, "keyring.json")))!["active"]!.GetValue<string>();

    private void AssertEveryCardIsUnderTheActiveKey()
    {
        foreach (var table in new[] { "session_cards", "payment_method_cards" })
        {
            var keys = Database.Rows(data.Path, $"SELECT DISTINCT key_id FROM {table}", row => row.GetString(0));
            Assert.Equal([ActiveKeyId()], keys);
        }
    }

    /// <summary>Clients that put cards on sessions, store some, and read them back, until they are stopped.</summary>
    private sealed class Traffic
    {
        private readonly Task running;
        private volatile bool isStopped;
        private int done;

        public Traffic(Uri address, string token) =>
            running = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => RunAsync(address, token))));

        public int Done => done;

        public ConcurrentQueue<string> Failures { get; } = [];

        public Task StopAsync()
        {
            isStopped = true;
            return running;
        }

        private async Task RunAsync(Uri address, string token)
        {
            using var api = new ApiClient(address, token);
            var id = await api.OpenAsync();
            for (var i = 0; !isStopped; i++)
            {
                // Now and then another session, so that there are many rows to wrap anew.
                id = i % 10 == 0 ? await api.OpenAsync() : id;
                if (i % 10 == 0)
                {
                    await StoreAsync(api);
                }

                var put = await api.PutCardAsync(id, "4242424242424242");
                var read = await api.GetAsync(id);
                Interlocked.Add(ref done, 2);
                if (put.Status != 204 || read.Status != 200 || read.Json["payment_method"] is null)
                {
                    Failures.Enqueue($"{put.Status} {put.Body}, {read.Status} {read.Body}");
                }
            }
        }
    }
}
