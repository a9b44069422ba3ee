using Checkstand.Client;
using Checkstand.Client.DependencyInjection;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the clients of both dialects into a service collection.</summary>
public static class ClientServiceCollectionExtensions
{
    // What AddStandardResilienceHandler adds.
    private const string ResilienceHandler = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";

    /// <summary>Adds a <see cref="Gr4vyClient"/>, one for the program.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Sets the options, when the client is first asked for or the host starts.</param>
    /// <returns>The client's HTTP client, to add handlers to.</returns>
    public static IHttpClientBuilder AddGr4vyClient(
        this IServiceCollection services,
        Action<IServiceProvider, Gr4vyClientOptions> configure
    ) => services.AddGr4vy(Options.Options.DefaultName, configure);

    /// <inheritdoc cref="AddGr4vyClient(IServiceCollection, Action{IServiceProvider, Gr4vyClientOptions})"/>
    public static IHttpClientBuilder AddGr4vyClient(
        this IServiceCollection services,
        Action<Gr4vyClientOptions>? configure = null
    ) => services.AddGr4vyClient((_, options) => configure?.Invoke(options));

    /// <summary>Adds a <see cref="Gr4vyClient"/> under a name, which is its key: one for the program.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="name">What it is asked for with, as in <c>[FromKeyedServices("eu")]</c>.</param>
    /// <param name="configure">Sets the options, when the client is first asked for or the host starts.</param>
    /// <returns>The client's HTTP client, to add handlers to.</returns>
    public static IHttpClientBuilder AddGr4vyClient(
        this IServiceCollection services,
        string name,
        Action<IServiceProvider, Gr4vyClientOptions> configure
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return services.AddGr4vy(name, configure);
    }

    /// <inheritdoc cref="AddGr4vyClient(IServiceCollection, string, Action{IServiceProvider, Gr4vyClientOptions})"/>
    public static IHttpClientBuilder AddGr4vyClient(
        this IServiceCollection services,
        string name,
        Action<Gr4vyClientOptions>? configure = null
    ) => services.AddGr4vyClient(name, (_, options) => configure?.Invoke(options));

    /// <summary>Adds a <see cref="PolarClient"/>, one for the program.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Sets the options, when the client is first asked for or the host starts.</param>
    /// <returns>The client's HTTP client, to add handlers to.</returns>
    public static IHttpClientBuilder AddPolarClient(
        this IServiceCollection services,
        Action<IServiceProvider, PolarClientOptions> configure
    ) => services.AddPolar(Options.Options.DefaultName, configure);

    /// <inheritdoc cref="AddPolarClient(IServiceCollection, Action{IServiceProvider, PolarClientOptions})"/>
    public static IHttpClientBuilder AddPolarClient(
        this IServiceCollection services,
        Action<PolarClientOptions>? configure = null
    ) => services.AddPolarClient((_, options) => configure?.Invoke(options));

    /// <summary>Adds a <see cref="PolarClient"/> under a name, which is its key: one for the program.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="name">What it is asked for with, as in <c>[FromKeyedServices("eu")]</c>.</param>
    /// <param name="configure">Sets the options, when the client is first asked for or the host starts.</param>
    /// <returns>The client's HTTP client, to add handlers to.</returns>
    public static IHttpClientBuilder AddPolarClient(
        this IServiceCollection services,
        string name,
        Action<IServiceProvider, PolarClientOptions> configure
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return services.AddPolar(name, configure);
    }

    /// <inheritdoc cref="AddPolarClient(IServiceCollection, string, Action{IServiceProvider, PolarClientOptions})"/>
    public static IHttpClientBuilder AddPolarClient(
        this IServiceCollection services,
        string name,
        Action<PolarClientOptions>? configure = null
    ) => services.AddPolarClient(name, (_, options) => configure?.Invoke(options));

    private static IHttpClientBuilder AddGr4vy(
        this IServiceCollection services,
        string name,
        Action<IServiceProvider, Gr4vyClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services
            .AddOptions<Gr4vyClientOptions>(name)
            .Configure<IServiceProvider>((options, provider) => configure(provider, options))
            .PostConfigure<IServiceProvider>(
                (options, provider) =>
                {
                    options.HttpClient ??= Http(provider, Key(nameof(Gr4vyClient), name));
                    options.Clock ??= provider.GetService<TimeProvider>();
                }
            )
            .ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<Gr4vyClientOptions>>(
                new ClientValidator<Gr4vyClientOptions>(options => new Gr4vyClient(options))
            )
        );
        return services.Add(
            nameof(Gr4vyClient),
            name,
            provider => new Gr4vyClient(provider.GetRequiredService<IOptionsMonitor<Gr4vyClientOptions>>().Get(name))
        );
    }

    private static IHttpClientBuilder AddPolar(
        this IServiceCollection services,
        string name,
        Action<IServiceProvider, PolarClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services
            .AddOptions<PolarClientOptions>(name)
            .Configure<IServiceProvider>((options, provider) => configure(provider, options))
            .PostConfigure<IServiceProvider>(
                (options, provider) =>
                {
                    options.HttpClient ??= Http(provider, Key(nameof(PolarClient), name));
                    options.Clock ??= provider.GetService<TimeProvider>();
                }
            )
            .ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PolarClientOptions>>(
                new ClientValidator<PolarClientOptions>(options => new PolarClient(options))
            )
        );
        return services.Add(
            nameof(PolarClient),
            name,
            provider => new PolarClient(provider.GetRequiredService<IOptionsMonitor<PolarClientOptions>>().Get(name))
        );
    }

    // One client for the program: its handler notices changes of DNS by itself, so nothing has to be made anew.
    private static IHttpClientBuilder Add<TClient>(
        this IServiceCollection services,
        string kind,
        string name,
        Func<IServiceProvider, TClient> make
    )
        where TClient : class
    {
        if (name == Options.Options.DefaultName)
        {
            services.TryAddSingleton(make);
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => make(provider));
        }

        // What the program adds to all its HTTP clients repeats POSTs that have no idempotency key. What it adds to the returned
        // builder stays.
        // The factory's loggers write addresses, which hold client secrets, and headers, which hold tokens.
        return services
            .AddHttpClient(Key(kind, name))
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ClientHttp.NewHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => RemoveResilience(handlers))
            .RemoveAllLoggers();
    }

    // By its name, because the package that has it is not needed for anything else.
    private static void RemoveResilience(IList<DelegatingHandler> handlers)
    {
        foreach (var handler in handlers.Where(handler => handler.GetType().FullName == ResilienceHandler).ToArray())
        {
            handlers.Remove(handler);
        }
    }

    private static string Key(string kind, string name) => $"Checkstand.{kind}.{name}";

    private static HttpClient Http(IServiceProvider provider, string key) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(key);
}
