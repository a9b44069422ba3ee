using System.Net;
using System.Text;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;
using Checkstand.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Checkstand.Client.DependencyInjection.Tests;

/// <summary>Clients out of a service collection.</summary>
public sealed class ClientRegistrationTests : IDisposable
{
    private const string Session = """{"id": "s", "type": "checkout-session", "expires_at": "2030-01-01T00:00:00Z"}""";

    private static readonly Uri Ours = new("http://127.0.0.1:8080");

    private readonly Listener listener = new();

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Both_clients_are_there_once_and_call_with_their_options()
    {
        await using var services = Provider(collection =>
        {
            collection.AddGr4vyClient(options =>
            {
                (options.Id, options.Server) = ("shop", ApiServer.Sandbox);
                options.Auth = Auth.WithBearer("gr4vy-token");
                options.MerchantAccountId = "default";
            });
            collection.AddPolarClient(options =>
                (options.AccessToken, options.Server) = ("polar-token", ApiServer.Sandbox)
            );
        });
        var gr4vy = services.GetRequiredService<Gr4vyClient>();

        Assert.Same(gr4vy, services.GetRequiredService<Gr4vyClient>());
        Assert.Same(services.GetRequiredService<PolarClient>(), services.GetRequiredService<PolarClient>());
        Assert.True((await gr4vy.CheckoutSessions.TryGetAsync("s")).Ok);
        await services.GetRequiredService<PolarClient>().Checkouts.TryGetAsync("c");
        Assert.Equal(
            [
                "https://api.sandbox.shop.gr4vy.app/checkout/sessions/s Bearer gr4vy-token",
                "https://sandbox-api.polar.sh/v1/checkouts/c Bearer polar-token",
            ],
            listener.Asked
        );
    }

    [Fact]
    public async Task Clients_of_other_names_are_others()
    {
        await using var services = Provider(collection =>
        {
            collection.AddGr4vyClient("eu", options => (options.Id, options.Server) = ("eu", ApiServer.Sandbox));
            collection.AddGr4vyClient("us", (_, options) => (options.Id, options.Server) = ("us", ApiServer.Sandbox));
            collection.AddPolarClient("test", options => options.Server = ApiServer.Sandbox);
        });

        await services.GetRequiredKeyedService<Gr4vyClient>("us").CheckoutSessions.TryGetAsync("s");
        await services.GetRequiredKeyedService<Gr4vyClient>("eu").CheckoutSessions.TryGetAsync("s");
        await services.GetRequiredKeyedService<PolarClient>("test").Checkouts.TryGetAsync("c");

        Assert.Equal(
            ["api.sandbox.us.gr4vy.app", "api.sandbox.eu.gr4vy.app", "sandbox-api.polar.sh"],
            listener.Asked.Select(asked => new Uri(asked.Split(' ')[0]).Host)
        );
        Assert.Null(services.GetService<Gr4vyClient>());
    }

    [Fact]
    public async Task Options_may_come_from_other_services()
    {
        await using var services = Provider(collection =>
        {
            collection.AddSingleton(new Uri("http://127.0.0.1:8080/base"));
            collection.AddGr4vyClient((provider, options) => options.BaseUrl = provider.GetRequiredService<Uri>());
            collection.AddPolarClient((provider, options) => options.BaseUrl = provider.GetRequiredService<Uri>());
        });

        await services.GetRequiredService<Gr4vyClient>().CheckoutSessions.TryGetAsync("s");
        await services.GetRequiredService<PolarClient>().Checkouts.TryGetAsync("c");

        Assert.Equal(
            ["http://127.0.0.1:8080/base/checkout/sessions/s ", "http://127.0.0.1:8080/base/v1/checkouts/c "],
            listener.Asked
        );
    }

    [Fact]
    public async Task Options_out_of_bounds_are_refused_when_the_client_is_asked_for()
    {
        await using var services = Provider(collection =>
        {
            collection.AddGr4vyClient();
            collection.AddPolarClient("acme");
        });

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<Gr4vyClient>());
        Assert.Throws<OptionsValidationException>(() => services.GetRequiredKeyedService<PolarClient>("acme"));
    }

    [Fact]
    public async Task Options_out_of_bounds_are_refused_when_the_host_starts()
    {
        await using var services = Provider(collection =>
        {
            collection.AddGr4vyClient(options => options.BaseUrl = Ours);
            collection.AddPolarClient("acme", options => options.AccessToken = "token");
        });

        var error = Assert.Throws<OptionsValidationException>(() =>
            services.GetRequiredService<IStartupValidator>().Validate()
        );
        Assert.Equal("acme", error.OptionsName);
        Assert.StartsWith("BaseUrl or Server is required.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_may_be_set_elsewhere_and_more_than_once()
    {
        await using var services = Provider(collection =>
        {
            collection.Configure<PolarClientOptions>(options => options.BaseUrl = Ours);
            collection.AddPolarClient();
            collection.AddPolarClient(options => options.AccessToken = "token");
        });

        await services.GetRequiredService<PolarClient>().Checkouts.TryGetAsync("c");

        Assert.Single(services.GetServices<PolarClient>());
        Assert.Equal([$"{Ours}v1/checkouts/c Bearer token"], listener.Asked);
    }

    // As Aspire's defaults do with every HTTP client of a program.
    [Fact]
    public async Task What_repeats_the_calls_of_every_client_repeats_none_of_ours()
    {
        var collection = new ServiceCollection();
        collection.ConfigureHttpClientDefaults(http =>
            http.AddHttpMessageHandler(() => new Microsoft.Extensions.Http.Resilience.ResilienceHandler())
        );
        collection.AddGr4vyClient(options => options.BaseUrl = Ours).ConfigurePrimaryHttpMessageHandler(() => listener);
        collection
            .AddPolarClient(options => options.BaseUrl = Ours)
            .ConfigurePrimaryHttpMessageHandler(() => listener)
            .AddHttpMessageHandler(() => new Microsoft.Extensions.Http.Resilience.ResilienceHandler());
        await using var services = collection.BuildServiceProvider();
        listener.Status = HttpStatusCode.ServiceUnavailable;

        await services.GetRequiredService<Gr4vyClient>().CheckoutSessions.TryCreateAsync();
        Assert.Single(listener.Asked);

        // Of the program's own wish.
        await services.GetRequiredService<PolarClient>().Checkouts.TryGetAsync("c");
        Assert.Equal(3, listener.Asked.Count);
    }

    [Fact]
    public async Task The_clock_of_the_program_is_the_clients()
    {
        var clock = new ImpatientClock();
        listener.Status = HttpStatusCode.ServiceUnavailable;
        await using var services = Provider(collection =>
        {
            collection.AddSingleton<TimeProvider>(clock);
            collection.AddGr4vyClient(options => options.BaseUrl = Ours);
        });

        await services.GetRequiredService<Gr4vyClient>().CheckoutSessions.TryGetAsync("s");

        Assert.Equal(5, clock.Skipped.Count);
    }

    [Fact]
    public async Task A_client_of_the_programs_own_is_left_alone()
    {
        using var handler = new Listener();
        using var own = new HttpClient(handler);
        await using var services = Provider(collection =>
            collection.AddPolarClient(options => (options.HttpClient, options.BaseUrl) = (own, Ours))
        );

        await services.GetRequiredService<PolarClient>().Checkouts.TryGetAsync("c");

        Assert.Single(handler.Asked);
        Assert.Empty(listener.Asked);
    }

    [Fact]
    public async Task The_connections_follow_no_redirects_and_keep_no_cookies()
    {
        var collection = new ServiceCollection();
        collection.AddGr4vyClient(options => options.BaseUrl = Ours);
        await using var services = collection.BuildServiceProvider();

        var handler = services
            .GetRequiredService<IHttpMessageHandlerFactory>()
            .CreateHandler("Checkstand.Gr4vyClient.");
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(sockets.UseCookies);
    }

    [Fact]
    public async Task Nothing_of_a_call_is_logged()
    {
        using var log = new LineLog();
        await using var services = Provider(collection =>
        {
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            collection.AddPolarClient(options => (options.AccessToken, options.BaseUrl) = ("polar-token", Ours));
        });

        await services.GetRequiredService<PolarClient>().Checkouts.TryClientGetAsync("a-client-secret");

        Assert.Single(listener.Asked);
        Assert.DoesNotContain(log.Lines, line => line.Contains("a-client-secret") || line.Contains("polar-token"));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentException>("name", () => services.AddGr4vyClient(" ", (_, _) => { }));
        Assert.Throws<ArgumentException>("name", () => services.AddPolarClient("", (_, _) => { }));
        Assert.Throws<ArgumentNullException>(
            "configure",
            () => services.AddGr4vyClient((Action<IServiceProvider, Gr4vyClientOptions>)null!)
        );
        Assert.Throws<ArgumentNullException>(
            "configure",
            () => services.AddPolarClient((Action<IServiceProvider, PolarClientOptions>)null!)
        );
    }

    // Every client's connections end in the listener.
    private ServiceProvider Provider(Action<IServiceCollection> add)
    {
        var collection = new ServiceCollection();
        add(collection);
        collection.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Tap(listener)));
        return collection.BuildServiceProvider();
    }

    /// <summary>Stands before the connection and answers itself.</summary>
    private sealed class Tap(Listener listener) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => listener.AnswerAsync(request);
    }

    private sealed class Listener : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
        {
            Asked.Add($"{request.RequestUri} {request.Headers.Authorization}");
            return Task.FromResult(
                new HttpResponseMessage(Status)
                {
                    Content = new StringContent(Session, Encoding.UTF8, "application/json"),
                }
            );
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => AnswerAsync(request);
    }

    private sealed class LineLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add(formatter(state, exception));

        public void Dispose() { }
    }
}
