using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Keys;

/// <summary>Where the vault's keys come from: a private file in the data directory, or the environment.</summary>
public sealed class KeyRingTests : IDisposable
{
    private const string Setting = "Checkstand__KeyRing";

    private readonly TemporaryDirectory data = new();

    private string RingPath => Path.Combine(data.Path, "keyring.json");

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_key_ring_of_a_new_directory_is_for_its_owner_only()
    {
        await SigningKeys.CreateAsync(data.Path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(RingPath));
        var ring = JsonNode.Parse(await File.ReadAllTextAsync(RingPath))!;
        Assert.Equal(32, Convert.FromBase64String(ring["fingerprint_key"]!.GetValue<string>()).Length);
        Assert.Equal(
            32,
            Convert.FromBase64String(ring["keys"]![ring["active"]!.GetValue<string>()]!.GetValue<string>()).Length
        );
    }

    [Fact]
    public async Task A_key_ring_from_the_environment_seals_cards_and_is_never_written_to_disk()
    {
        var environment = Ring("a", "a");
        var pem = (await Cli.RunAsync(environment, "keys", "create", "--data", data.Path)).Successful();
        var list = (await Cli.RunAsync(environment, "keys", "list", "--data", data.Path)).Successful();
        var keyId = list.Split('\n')[1].Split(' ')[0];
        await using (var server = await ServerProgram.StartProductionAsync(data.Path, environment))
        {
            using var api = new ApiClient(server.Address, Tokens.Sign(pem, keyId));
            Assert.Equal(204, (await api.PutCardAsync(await api.OpenAsync(), "4242424242424242")).Status);
            Assert.Equal(["a"], KeysInUse());
            await server.EndAsync();
        }

        Assert.False(File.Exists(RingPath));
        var without = await Cli.RunAsync("serve", "--data", data.Path);
        Assert.Contains("There are no keys", without.RefusedInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotation_moves_cards_to_the_active_key_of_the_environment()
    {
        var (keyA, keyB) = (NewKey(), NewKey());
        var before = RingOf("a", ("a", keyA));
        await using (var server = await ServerProgram.StartSandboxAsync(data.Path, before))
        {
            using var api = await ApiClient.OfSandboxAsync(server);
            Assert.Equal(204, (await api.PutCardAsync(await api.OpenAsync(), "4242424242424242")).Status);
            await server.EndAsync();
        }

        var after = RingOf("b", ("a", keyA), ("b", keyB));
        var rotated = await Cli.RunAsync(after, "keys", "rotate", "--data", data.Path);

        Assert.Contains("Key b now wraps every card; 1 ", rotated.Successful(), StringComparison.Ordinal);
        Assert.Equal(["b"], KeysInUse());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"active":"a","keys":{"a":"c2hvcnQtc2VjcmV0"},"fingerprint_key":"c2hvcnQtc2VjcmV0"}""")]
    [InlineData("""{"active":"a","keys":{"a":"c2hvcnQtc2VjcmV0???"},"fingerprint_key":"c2hvcnQtc2VjcmV0"}""")]
    [InlineData("""{"active":"a"}""")]
    public async Task A_key_ring_that_cannot_be_read_is_refused_in_one_line_that_shows_nothing_of_it(string ring)
    {
        var refused = await Cli.RunAsync(
            new Dictionary<string, string?> { [Setting] = ring },
            "serve",
            "--data",
            data.Path
        );

        var line = refused.RefusedInOneLine();
        Assert.StartsWith("checkstand: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("c2hvcnQ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_ring_file_that_was_damaged_is_refused_in_one_line()
    {
        await SigningKeys.CreateAsync(data.Path);
        await File.WriteAllTextAsync(RingPath, "{");

        var refused = await Cli.RunAsync("serve", "--data", data.Path);
        Assert.Contains("can't be read", refused.RefusedInOneLine(), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> KeysInUse() =>
        Database.Rows(data.Path, "SELECT DISTINCT key_id FROM session_cards", row => row.GetString(0));

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    private static Dictionary<string, string?> Ring(string active, params string[] ids) =>
        RingOf(active, [.. ids.Select(id => (id, NewKey()))]);

    private static Dictionary<string, string?> RingOf(string active, params (string Id, byte[] Key)[] keys)
    {
        var ring = new JsonObject
        {
            ["active"] = active,
            ["keys"] = new JsonObject(
                keys.Select(key => KeyValuePair.Create(key.Id, (JsonNode?)Convert.ToBase64String(key.Key)))
            ),
            ["fingerprint_key"] = Convert.ToBase64String(NewKey()),
        };
        return new Dictionary<string, string?> { [Setting] = ring.ToJsonString() };
    }
}
