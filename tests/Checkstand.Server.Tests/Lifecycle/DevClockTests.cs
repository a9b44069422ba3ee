using System.Globalization;

namespace Checkstand.Server.Tests.Lifecycle;

/// <summary><c>/dev/clock</c>: the sandbox's clock moves forward, everything that depends on it follows, tokens do not.</summary>
public sealed class DevClockTests : IDisposable
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_session_is_gone_the_moment_the_clock_is_past_its_end()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var id = await api.OpenAsync("""{"expires_in":3600}""");
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(3500))).As(200);
        (await api.GetAsync(id)).As(200);

        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(101))).As(200);

        (await api.GetAsync(id)).IsError(404);
        (await api.UpdateAsync(id, "{}")).IsError(404);
        (await api.PutCardAsync(id, "4242424242424242")).IsError(404);
        (await api.DeleteAsync(id)).IsError(404);
        Assert.Equal(0, Database.Ask<long>(data.Path, "SELECT COUNT(*) FROM session_cards"));
    }

    [Fact]
    public async Task The_clock_keeps_its_place_over_a_restart_and_a_kill()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var id = await api.OpenAsync();
        (await api.AdvanceClockAsync(TimeSpan.FromHours(2))).As(200);
        await AssertAheadAsync(api, TimeSpan.FromHours(2));

        await server.EndAsync();
        await server.RestartAsync();
        (await api.GetAsync(id)).IsError(404);
        await AssertAheadAsync(api, TimeSpan.FromHours(2));

        (await api.AdvanceClockAsync(TimeSpan.FromDays(1))).As(200);
        await server.Process.KillAsync();
        await server.RestartAsync();
        await AssertAheadAsync(api, TimeSpan.FromHours(26));
    }

    [Fact]
    public async Task A_token_lives_in_real_time_whatever_the_clock_says()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);

        (await api.AdvanceClockAsync(TimeSpan.FromDays(400))).As(200);

        var opened = (await api.CreateAsync()).As(201);
        var end = Instant(opened["expires_at"]!.GetValue<string>());
        Assert.InRange(end - Now().AddDays(400).AddHours(1), -Tolerance, Tolerance);
        api.Token = (await api.SendAsync(HttpMethod.Get, "/dev/token")).Body;
        (await api.CreateAsync()).As(201);
    }

    [Fact]
    public async Task Sessions_past_their_retention_are_removed_within_seconds()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        await api.OpenAsync();
        await api.OpenAsync("""{"expires_in":86400}""");

        (await api.AdvanceClockAsync(TimeSpan.FromDays(30) + TimeSpan.FromHours(2))).As(200);

        await Poll.UntilAsync(
            "only the longer session is left",
            TimeSpan.FromSeconds(5),
            () => Database.Ask<long>(data.Path, "SELECT COUNT(*) FROM sessions") == 1
        );
    }

    [Fact]
    public async Task A_body_that_says_no_time_is_a_400_and_moves_nothing()
    {
        string[] bodies =
        [
            "",
            "{}",
            "null",
            "[]",
            "3600",
            "{",
            """{"advance_seconds":-1}""",
            """{"advance_seconds":"3600"}""",
            """{"advance_seconds":null}""",
            """{"advance_seconds":1e400}""",
            """{"advance_seconds":99999999999}""",
            """{"advance_seconds":3600,"advance_seconds":7200}""",
            """{"advance_seconds":3600,"set":"2030-01-01"}""",
        ];
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);

        foreach (var body in bodies)
        {
            (await api.SendAsync(HttpMethod.Post, "/dev/clock", body)).IsError(400);
        }

        await AssertAheadAsync(api, TimeSpan.Zero);
    }

    [Fact]
    public async Task The_clock_can_be_moved_by_parts_of_a_second_and_by_nothing()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);

        (await api.SendAsync(HttpMethod.Post, "/dev/clock", """{"advance_seconds":0.5}""")).As(200);
        (await api.SendAsync(HttpMethod.Post, "/dev/clock", """{"advance_seconds":0}""")).As(200);
        (await api.SendAsync(HttpMethod.Post, "/dev/clock", new string(' ', 2000) + "{}")).IsError(413);
        (await api.SendAsync(HttpMethod.Delete, "/dev/clock")).IsError(405);
        await AssertAheadAsync(api, TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task The_clock_stops_at_the_end_of_the_calendar_and_the_server_lives_on()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);

        // Ten years at a time; the calendar ends with the year 9999, about 800 moves from now.
        var answer = await api.SendAsync(HttpMethod.Get, "/dev/clock");
        for (var moves = 0; moves < 900 && answer.Status == 200; moves++)
        {
            answer = await api.AdvanceClockAsync(TimeSpan.FromDays(3650));
        }

        answer.IsError(400);
        Assert.Equal(200, (await api.SendAsync(HttpMethod.Get, "/dev/clock")).Status);
        await server.Process.KillAsync();
        await server.RestartAsync();
    }

    private static async Task AssertAheadAsync(ApiClient api, TimeSpan by)
    {
        var now = (await api.SendAsync(HttpMethod.Get, "/dev/clock")).As(200)["now"]!.GetValue<string>();
        Assert.InRange(Instant(now) - Now() - by, -Tolerance, Tolerance);
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
