using Checkstand.Client.Gr4vy;
using Checkstand.Testing;

namespace Checkstand.Client.Tests.Transport;

/// <summary>Which calls carry an idempotency key, and what that allows.</summary>
public sealed class RetryKeyTests
{
    private static readonly RetryOptions Steady = new()
    {
        InitialInterval = TimeSpan.FromMilliseconds(100),
        Exponent = 2,
        Jitter = TimeSpan.Zero,
    };

    private readonly ImpatientClock clock = new();

    [Fact]
    public async Task A_POST_that_knows_keys_gets_one_and_keeps_it()
    {
        await using var server = new ScriptedServer(Again(502, 2).Append(ScriptedStep.Answer(201, "{}")).ToArray());
        var client = Gr4vy(server, Steady);

        var result = await client.AskAsync(ApiRequest.Post($"/transactions").Idempotent());

        Assert.True(result.Ok);
        var keys = server.Requests.Select(request => request.Headers["idempotency-key"]).ToList();
        Assert.Equal(3, keys.Count);
        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(keys.Distinct()));
    }

    [Fact]
    public async Task Two_calls_get_two_keys()
    {
        await using var server = new ScriptedServer(Again(201, 2));
        var client = Gr4vy(server, Steady);

        await client.AskAsync(ApiRequest.Post($"/transactions").Idempotent());
        await client.AskAsync(ApiRequest.Post($"/transactions").Idempotent());

        Assert.Equal(2, server.Requests.Select(request => request.Headers["idempotency-key"]).Distinct().Count());
    }

    [Fact]
    public async Task A_call_whose_answer_was_lost_is_resumed_with_the_key_of_its_error()
    {
        await using var server = new ScriptedServer(ScriptedStep.Reset, ScriptedStep.Answer(201, "{}"));
        var client = Gr4vy(server);

        var lost = (await client.AskAsync(ApiRequest.Post($"/transactions").Idempotent())).Error!;
        var again = await client.AskAsync(
            ApiRequest.Post($"/transactions").Idempotent(),
            new CallOptions { IdempotencyKey = lost.IdempotencyKey }
        );

        Assert.True(again.Ok);
        Assert.Matches("^[0-9a-f]{32}$", lost.IdempotencyKey);
        Assert.Equal(
            Enumerable.Repeat(lost.IdempotencyKey, 2),
            server.Requests.Select(request => request.Headers["idempotency-key"])
        );
    }

    [Fact]
    public async Task A_call_that_knows_no_keys_has_none_in_its_error()
    {
        await using var server = new ScriptedServer(Again(500, 2));
        var client = Gr4vy(server);

        var without = (await client.AskAsync(ApiRequest.Post($"/checkout/sessions"))).Error!;
        var given = (
            await client.AskAsync(
                ApiRequest.Post($"/checkout/sessions"),
                new CallOptions { Headers = new Dictionary<string, string> { ["Idempotency-Key"] = "mine" } }
            )
        ).Error!;

        Assert.Null(without.IdempotencyKey);
        Assert.Equal("mine", given.IdempotencyKey);
    }

    [Theory]
    [InlineData("mine", "retry-after: 0", 2)]
    [InlineData("mine", "x: y", 1)]
    [InlineData(null, "retry-after: 0", 1)]
    public async Task A_call_that_still_runs_under_its_key_is_asked_again(string? key, string header, int sent)
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(409, "{}", "application/json", header),
            ScriptedStep.Answer(201, "{}")
        );

        await Gr4vy(server, Steady).AskAsync(ApiRequest.Put($"/x"), new CallOptions { IdempotencyKey = key });

        Assert.Equal(sent, server.Requests.Count);
    }

    [Fact]
    public async Task A_POST_without_a_key_is_never_repeated()
    {
        await using var server = new ScriptedServer(Again(503, 2));

        await Gr4vy(server, Steady).AskAsync(ApiRequest.Post($"/checkout/sessions"));

        Assert.Single(server.Requests);
        Assert.DoesNotContain("idempotency-key", server.Request.Headers.Keys);
    }

    [Fact]
    public async Task A_POST_with_the_callers_key_is_repeated_in_either_dialect()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(503),
            ScriptedStep.Answer(200, "{}"),
            ScriptedStep.Answer(503),
            ScriptedStep.Answer(200, "{}")
        );
        var options = new CallOptions { Retries = Steady, IdempotencyKey = "mine" };

        await Gr4vy(server).AskAsync(ApiRequest.Post($"/transactions").Idempotent(), options);
        await server.Polar(one => one.Clock = clock).AskAsync(ApiRequest.Post($"/v1/x/"), options);

        Assert.Equal(
            Enumerable.Repeat("mine", 4),
            server.Requests.Select(request => request.Headers["idempotency-key"])
        );
    }

    private static ScriptedStep[] Again(int status, int times) =>
        [.. Enumerable.Repeat(ScriptedStep.Answer(status, "{}"), times)];

    private Gr4vyClient Gr4vy(ScriptedServer server, RetryOptions? retries = null) =>
        server.Gr4vy(options =>
        {
            options.Clock = clock;
            options.Retries = retries;
        });
}
