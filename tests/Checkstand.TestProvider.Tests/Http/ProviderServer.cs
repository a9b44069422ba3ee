using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkstand.TestProvider.Tests.Http;

/// <summary>The provider's routes behind a real server on a free port.</summary>
internal sealed class ProviderServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestProviderNotifications notifications;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private ProviderServer(Provider provider, WebApplication app, TestProviderNotifications notifications)
    {
        Provider = provider;
        this.app = app;
        this.notifications = notifications;
    }

    public Provider Provider { get; }

    /// <summary>The operations that we were told of.</summary>
    public List<OperationId> Told { get; } = [];

    /// <summary>Whether we take what we are told.</summary>
    public bool IsDeaf { get; set; }

    public static async Task<ProviderServer> StartAsync()
    {
        var provider = new Provider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        ProviderServer? server = null;
        server = new ProviderServer(
            provider,
            builder.Build(),
            provider.Notifications((key, _) => server!.HearAsync(key))
        );
        server.app.MapTestProvider(
            provider.Ledger,
            provider.Clock,
            server.notifications,
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return context.Response.WriteAsync("refused");
            }
        );
        await server.app.StartAsync();
        server.http.BaseAddress = new Uri(server.app.Urls.Single());
        return server;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> DecideAsync(string path, string decision) =>
        PostAsync(path, new FormUrlEncodedContent([new("decision", decision)]));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content) =>
        http.PostAsync(new Uri(path, UriKind.Relative), content);

    /// <summary>A payment that waits for its buyer.</summary>
    /// <returns>Its key and the path of its challenge.</returns>
    public async Task<(OperationId Key, string Path)> ChallengeAsync(
        string? returnUrl = null,
        long amount = 123_456,
        string currency = "USD"
    )
    {
        var key = Provider.NewKey();
        var answer = await Provider.AuthorizeAsync(
            Cards.RequiresAction,
            amount,
            key,
            returnUrl: returnUrl,
            currency: currency
        );
        return (key, ((ProviderAnswer.NeedsAction)answer).ApprovalUrl);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        notifications.Dispose();
        Provider.Dispose();
    }

    private Task HearAsync(OperationId key)
    {
        if (IsDeaf)
        {
            throw new InvalidOperationException("Not now.");
        }

        Told.Add(key);
        return Task.CompletedTask;
    }
}

internal static class Responses
{
    public static async Task<string> TextAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>A header, wherever the client keeps it.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
