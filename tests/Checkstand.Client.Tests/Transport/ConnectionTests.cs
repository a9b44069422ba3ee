using System.Net;
using System.Net.Sockets;
using Checkstand.Client.Gr4vy;
using Checkstand.Testing;

namespace Checkstand.Client.Tests.Transport;

/// <summary>Connections that fail, answers that do not come, callers who do not wait.</summary>
public sealed class ConnectionTests
{
    private readonly ImpatientClock clock = new();

    [Fact]
    public async Task A_refused_connection_is_an_error_of_its_own()
    {
        var client = new Gr4vyClient(
            new Gr4vyClientOptions { BaseUrl = new Uri($"http://127.0.0.1:{FreePort()}"), Retries = RetryOptions.None }
        );

        var sessionId = "abc";
        var result = await client.AskAsync(ApiRequest.Get($"/checkout/sessions/{sessionId}"));

        var error = Assert.IsType<ConnectionException>(result.Error);
        Assert.Null(result.Response);
        Assert.Null(error.RequestId);
        Assert.Null(error.Body);
        Assert.Empty(error.Headers);
        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.Contains("GET /checkout/sessions/{sessionId}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_lost()
    {
        await using var server = new ScriptedServer(ScriptedStep.Reset);

        var result = await server.Gr4vy(Once).AskAsync(ApiRequest.Put($"/x"));

        Assert.IsType<ConnectionException>(result.Error);
    }

    [Fact]
    public async Task What_is_no_HTTP_is_a_lost_connection()
    {
        await using var server = new ScriptedServer(ScriptedStep.Raw("SSH-2.0-Server\r\n", []));

        var result = await server.Gr4vy(Once).AskAsync(ApiRequest.Get($"/x"));

        Assert.IsType<ConnectionException>(result.Error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(20)]
    public async Task Silence_ends_with_the_time_limit(int? ofTheCall)
    {
        await using var server = new ScriptedServer(ScriptedStep.Silence);
        var client = server.Gr4vy(options =>
        {
            options.Clock = clock;
            options.Retries = RetryOptions.None;
            options.Timeout = TimeSpan.FromSeconds(ofTheCall is null ? 20 : 40);
        });

        var call = client.AskAsync(
            ApiRequest.Get($"/x"),
            new CallOptions { Timeout = ofTheCall is { } seconds ? TimeSpan.FromSeconds(seconds) : null }
        );
        await server.ArrivedAsync();
        clock.Advance(TimeSpan.FromMilliseconds(19_999));
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.IsType<RequestTimeoutException>((await call).Error);
    }

    [Fact]
    public async Task A_body_that_does_not_end_ends_with_the_time_limit()
    {
        await using var server = new ScriptedServer(ScriptedStep.Endless(200, "{"));
        var client = server.Gr4vy(options =>
        {
            options.Clock = clock;
            options.Retries = RetryOptions.None;
            options.Timeout = TimeSpan.FromMilliseconds(20_000);
        });

        var call = client.AskAsync(ApiRequest.Get($"/x"));
        await server.ArrivedAsync();
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.IsType<RequestTimeoutException>((await call).Error);
    }

    [Fact]
    public async Task Every_attempt_has_the_whole_time()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Silence,
            ScriptedStep.Silence,
            ScriptedStep.Answer(200, "{}")
        );
        var client = server.Gr4vy(options =>
        {
            options.Clock = clock;
            options.Retries = new RetryOptions
            {
                InitialInterval = TimeSpan.FromMilliseconds(1),
                Jitter = TimeSpan.Zero,
            };
            options.Timeout = TimeSpan.FromMilliseconds(20_000);
        });

        var call = client.AskAsync(ApiRequest.Get($"/x"));
        for (var i = 0; i < 2; i++)
        {
            await server.ArrivedAsync();
            clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.True((await call).Ok);
    }

    [Fact]
    public async Task The_time_limit_of_a_client_that_was_handed_in_counts_too()
    {
        await using var server = new ScriptedServer(ScriptedStep.Silence);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };

        var result = await server
            .Gr4vy(options => (options.HttpClient, options.Retries) = (http, RetryOptions.None))
            .AskAsync(ApiRequest.Get($"/x"));

        Assert.IsType<RequestTimeoutException>(result.Error);
    }

    [Fact]
    public async Task Who_cancels_gets_a_cancellation()
    {
        await using var server = new ScriptedServer(ScriptedStep.Silence);
        using var cancellation = new CancellationTokenSource();

        var call = server.Gr4vy().AskAsync(ApiRequest.Get($"/x"), null, cancellation.Token);
        await server.ArrivedAsync();
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Fact]
    public async Task What_was_cancelled_before_is_not_sent()
    {
        await using var server = new ScriptedServer();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.Gr4vy().AskAsync(ApiRequest.Get($"/x"), null, new CancellationToken(canceled: true))
        );

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var elsewhere = new ScriptedServer();
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(307, "", null, $"location: {elsewhere.Address}stolen")
        );

        var result = await server.Gr4vy().AskAsync(ApiRequest.Put($"/checkout/sessions/{"a"}/fields"));

        Assert.Equal(307, Assert.IsType<ApiException>(result.Error).StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    private static void Once(Gr4vyClientOptions options) => options.Retries = RetryOptions.None;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
