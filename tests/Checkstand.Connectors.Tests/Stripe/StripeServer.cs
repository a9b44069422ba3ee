using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkstand.Connectors.Tests.Stripe;

/// <summary>A request as the server saw it.</summary>
internal sealed record StripeCall(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The first field of a name, of the form or of the query.</summary>
    public string? Field(string name) => Fields.FirstOrDefault(field => field.Key == name).Value;
}

/// <summary>
/// Stands in for Stripe: refuses what Stripe would refuse (<see cref="StripeRules"/>), then does what the test has
/// scripted, one entry for each request.
/// </summary>
internal sealed class StripeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<StripeCall> calls = new();
    private readonly ConcurrentQueue<string> refusals = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();

    private StripeServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(ServeAsync);
    }

    public Uri Address => new(app.Urls.Single());

    public IReadOnlyList<StripeCall> Calls => [.. calls];

    /// <summary>What Stripe would have said against the requests so far.</summary>
    public IReadOnlyList<string> Refusals => [.. refusals];

    public static async Task<StripeServer> StartAsync()
    {
        var server = new StripeServer();
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Answers the next request.</summary>
    public StripeServer Then(int status, string body, params (string Name, string Value)[] headers) =>
        Then(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            context.Response.Headers["Request-Id"] = "req_test";
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(body);
        });

    /// <summary>Does as it is told with the next request.</summary>
    public StripeServer Then(Func<HttpContext, Task> action)
    {
        script.Enqueue(action);
        return this;
    }

    /// <summary>Takes the next request and hangs up.</summary>
    public StripeServer ThenHangsUp() =>
        Then(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var call = new StripeCall(
            request.Method,
            request.Path,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            [.. Decode(body), .. Decode(request.QueryString.Value!.TrimStart('?'))]
        );
        calls.Enqueue(call);
        if (StripeRules.Refusal(call) is { } refusal)
        {
            refusals.Enqueue(refusal);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(StripeFixtures.InvalidRequest("parameter_unknown", null, refusal));
        }
        else if (script.TryDequeue(out var action))
        {
            await action(context);
        }
        else
        {
            refusals.Enqueue($"not expected: {call.Method} {call.Path}");
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Decode(string form) =>
        form.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1])));
}
