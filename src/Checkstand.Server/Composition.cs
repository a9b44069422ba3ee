using Checkstand.Connectors.Stripe;
using Checkstand.Core.Buyers;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Products;
using Checkstand.Core.Sessions;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;
using Checkstand.Gr4vy;
using Checkstand.Gr4vy.Auth;
using Checkstand.Page;
using Checkstand.Polar;
using Checkstand.Polar.Checkouts;
using Checkstand.Polar.RateLimits;
using Checkstand.Polar.Webhooks;
using Checkstand.Server.Admin;
using Checkstand.Server.Dev;
using Checkstand.Server.Dev.Faults;
using Checkstand.Server.Http;
using Checkstand.Server.Keys;
using Checkstand.Server.Logs;
using Checkstand.Server.Providers;
using Checkstand.Server.Webhooks;
using Checkstand.Storage.Sqlite;
using Checkstand.TestProvider;
using Checkstand.TestProvider.Ledger;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Logging.Console;
using Meter = System.Diagnostics.Metrics.Meter;

namespace Checkstand.Server;

/// <summary>Every part of the program and how they fit, on one screen.</summary>
internal static class Composition
{
    // What there are connectors for. The vendor's own suites configure the simulator with a merchant id it never reads.
    private static readonly PaymentServiceDefinitions Definitions = new(
        new PaymentServiceDefinition("mock-card", "Card simulator", []) { TakesAnyField = true },
        new PaymentServiceDefinition(
            "stripe-card",
            "Stripe",
            [new PaymentServiceDefinition.Field("account", "Configured account")]
        )
    );

    /// <summary>Registers what the server and the administration commands share.</summary>
    public static void AddCheckstand(
        this IServiceCollection services,
        CheckstandOptions options,
        DataDirectory directory,
        KeyRing ring,
        TimeProvider clock
    )
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Sessions);
        services.AddSingleton(options.Idempotency);
        services.AddSingleton(directory);
        services.AddSingleton(clock);
        services.AddSingleton(new Meter("Checkstand"));

        services.AddStores(directory, clock);
        services.AddSingleton(new CardVault(ring));
        services.AddSingleton<CheckoutSessions>();
        services.AddSingleton<PaymentConnectors>();
        services.AddSingleton(options.Stripe);
        services.AddSingleton(parts => new StripeConnector(
            new HttpClient(StripeConnector.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan },
            options.Stripe,
            // Not the sandbox's clock: it is compared with Stripe's.
            TimeProvider.System,
            parts.GetRequiredService<ILogger<StripeConnector>>()
        ));
        services.AddConnector<StripeConnector>();
        services.AddSingleton<CardPayments>();
        services.AddSingleton<LedgerCheck>();
        services.AddSingleton<IdempotentRequests>();
        services.AddSingleton<BuyerRecords>();
        services.AddSingleton<ProductCatalogue>();
        services.AddSingleton<Meters>();
        services.AddSingleton<CustomFieldRecords>();
        services.AddSingleton<StoredPaymentMethods>();
        services.AddSingleton<MerchantDirectory>();
        services.AddSingleton<OrganizationDirectory>();
        services.AddSingleton<DiscountRecords>();
        services.AddSingleton<CheckoutLinkRecords>();
        services.AddSingleton<CustomerRecords>();
        services.AddSingleton<CheckoutLocks>();
        services.AddSingleton(options.Checkouts);
        services.AddSingleton(options.Taxes.Create());
        services.AddSingleton<OpenCheckouts>();
        services.AddSingleton<CheckoutFeed>();
        services.AddSingleton<CheckoutConfirmations>();
        services.AddSingleton<OrderRecords>();
        services.AddSingleton<SubscriptionRecords>();
        services.AddSingleton<WebhookEndpoints>();
        services.AddSingleton(Definitions);
        services.AddSingleton<PaymentServiceDirectory>();

        services.AddSingleton(new KeyRingSource(options.KeyRing, directory.Path));
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<OrganizationAdministration>();
        services.AddSingleton<Administration>();
    }

    private static void AddStores(this IServiceCollection services, DataDirectory directory, TimeProvider clock)
    {
        services.AddSingleton(parts => SqliteDatabase.Open(directory.Path, clock, parts.GetRequiredService<Meter>()));
        services.AddSingleton<SqliteSessionStore>();
        services.AddSingleton<ISessionStore>(parts => parts.GetRequiredService<SqliteSessionStore>());
        services.AddSingleton<IPaymentStore, SqlitePaymentStore>();
        services.AddSingleton<IIdempotencyStore, SqliteIdempotencyStore>();
        services.AddSingleton<IMerchantStore, SqliteMerchantStore>();
        services.AddSingleton<IOrganizationStore, SqliteOrganizationStore>();
        services.AddSingleton<IDiscountStore, SqliteDiscountStore>();
        services.AddSingleton<ICheckoutLinkStore, SqliteCheckoutLinkStore>();
        services.AddSingleton<ICustomerStore, SqliteCustomerStore>();
        services.AddSingleton<IProductStore, SqliteProductStore>();
        services.AddSingleton<ICustomFieldStore, SqliteCustomFieldStore>();
        services.AddSingleton<SqliteCheckoutStore>();
        services.AddSingleton<ICheckoutStore>(parts => parts.GetRequiredService<SqliteCheckoutStore>());
        services.AddSingleton<IOrderStore, SqliteOrderStore>();
        services.AddSingleton<ICheckoutSettlementStore, SqliteCheckoutSettlementStore>();
        services.AddSingleton<IBuyerStore, SqliteBuyerStore>();
        services.AddSingleton<IPaymentServiceStore, SqlitePaymentServiceStore>();
        services.AddSingleton<IPaymentMethodStore, SqlitePaymentMethodStore>();
        services.AddSingleton<IWebhookStore, SqliteWebhookStore>();
    }

    /// <summary>Registers the test provider with books of its own. Only the sandbox has it.</summary>
    public static void AddTestProvider(this IServiceCollection services, DataDirectory directory, TimeProvider clock)
    {
        services.AddSingleton(_ => TestLedger.Open(directory.Path, clock));
        services.AddSingleton<TestConnector>();
        services.AddConnector<TestConnector>();
        services.AddSingleton<IConfirmationTokens, TestConfirmationTokens>();
    }

    /// <summary>Registers what the sandbox's server adds: the test provider's notifications, and faults when they are asked for.</summary>
    public static void AddSandbox(this WebApplicationBuilder builder, DevOptions options)
    {
        if (options.KillAt is { } killAt)
        {
            builder.Services.AddFaults(KillSwitch.Of(killAt));
        }

        builder.Services.AddSingleton(parts => new TestProviderNotifications(
            parts.GetRequiredService<TestLedger>(),
            parts.GetRequiredService<TimeProvider>(),
            parts.GetRequiredService<CardPayments>().NotifyAsync,
            parts.GetRequiredService<ILogger<TestProviderNotifications>>()
        ));
        builder.Services.AddHostedService(parts => parts.GetRequiredService<TestProviderNotifications>());
    }

    // In place of the plain stores: what is registered last is used.
    private static void AddFaults(this IServiceCollection services, KillSwitch killSwitch)
    {
        services.AddSingleton(killSwitch);
        services.AddSingleton<SqlitePaymentStore>();
        services.AddSingleton<SqliteIdempotencyStore>();
        services.AddSingleton<IPaymentStore>(parts => new KillingPaymentStore(
            parts.GetRequiredService<SqlitePaymentStore>(),
            killSwitch
        ));
        services.AddSingleton<SqliteCheckoutSettlementStore>();
        services.AddSingleton<ICheckoutSettlementStore>(parts => new KillingSettlementStore(
            parts.GetRequiredService<SqliteCheckoutSettlementStore>(),
            killSwitch
        ));
        services.AddSingleton<IIdempotencyStore>(parts => new KillingIdempotencyStore(
            parts.GetRequiredService<SqliteIdempotencyStore>(),
            killSwitch
        ));
    }

    private static void AddConnector<T>(this IServiceCollection services)
        where T : class, IPaymentConnector =>
        services.AddSingleton<IPaymentConnector>(parts => new GuardedConnector(
            parts.GetService<KillSwitch>() is { } killSwitch
                ? new KillingConnector(parts.GetRequiredService<T>(), killSwitch)
                : parts.GetRequiredService<T>(),
            parts.GetRequiredService<ILogger<GuardedConnector>>()
        ));

    /// <summary>Registers what only the server needs.</summary>
    public static void AddServer(
        this WebApplicationBuilder builder,
        CheckstandOptions options,
        bool jsonLogs,
        bool isSandbox
    )
    {
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A client that has not sent its headers by then holds a connection for nothing.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // Some kB of memory each; past this, waiting in the kernel's queue is kinder than running out of memory.
            kestrel.Limits.MaxConcurrentConnections = 10_000;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.UseErrorBodies());
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4));

        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = MaskedConsoleFormatter.FormatterName);
        builder.Services.AddSingleton<ConsoleFormatter>(services => new MaskedConsoleFormatter(
            jsonLogs,
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // These lines would hold the request's path, where a lost card number may stand; and as long as nobody can hear
        // them, the framework spares itself an Activity for each request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A start that fails ends the program with one line of its own; the framework would put its trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        builder.Services.AddCors(cors => AllowBrowsers(cors, options));
        builder.Services.AddSingleton(
            new PolarOptions { PublicUrl = options.PublicUrl?.TrimEnd('/'), IsSandbox = isSandbox }
        );
        var isLimited = options.Polar.RateLimits ?? !isSandbox;
        builder.Services.AddSingleton(services => new PolarRateLimits(
            isLimited,
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddSingleton(services => new ConfirmationLimit(
            isLimited,
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddSingleton<PolarServices>();
        builder.Services.AddSingleton(
            new PageOptions { PublicUrl = options.PublicUrl?.TrimEnd('/'), IsSandbox = isSandbox }
        );
        builder.Services.AddSingleton<PageServices>();
        builder.Services.AddSingleton(services => new TokenVerifier(
            services.GetRequiredService<MerchantDirectory>(),
            TimeProvider.System,
            services.GetRequiredService<ILogger<TokenVerifier>>()
        ));
        builder.Services.AddSingleton(new FieldsRateLimit(isSandbox ? 0 : options.Sessions.FieldsPerMinuteMax));
        builder.Services.AddSingleton<Gr4vyServices>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<RequestMetrics>();
        builder.Services.AddHostedService<AdminListener>();
        builder.Services.AddHostedService<Sweeper>();
        builder.Services.AddHostedService<Reconciler>();
        builder.Services.AddHostedService<Settler>();
        builder.AddWebhooks(options.Webhooks, isSandbox);
    }

    private static void AddWebhooks(this WebApplicationBuilder builder, WebhookOptions options, bool isSandbox)
    {
        builder.Services.AddSingleton<IEventBodies, EventBodies>();
        builder.Services.AddSingleton<IWebhookSender>(
            new WebhookSender(
                new WebhookDialer(new DialPolicy(options.AllowPrivateAddresses, AllowsLoopback: isSandbox)),
                TimeProvider.System
            )
        );
        builder.Services.AddSingleton<WebhookDeliveries>();
        builder.Services.AddSingleton(parts => new CheckoutStreams(
            parts.GetRequiredService<CheckoutFeed>(),
            parts.GetRequiredService<IWebhookStore>(),
            parts.GetRequiredService<TimeProvider>(),
            parts.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        ));
        builder.Services.AddHostedService<WebhookDispatcher>();
    }

    private static void AllowBrowsers(CorsOptions cors, CheckstandOptions options)
    {
        cors.AddPolicy(
            Gr4vyApi.BrowserCorsPolicy,
            policy =>
                policy
                    .WithOrigins(options.BrowserOrigins)
                    .AllowAnyHeader()
                    .AllowAnyMethod()
                    .WithExposedHeaders("x-request-id")
                    .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
        );
        cors.AddPolicy(
            PolarApi.CorsPolicy,
            policy =>
                policy
                    .AllowAnyOrigin()
                    .WithHeaders("Authorization", "Content-Type", "Polar-Version")
                    .AllowAnyMethod()
                    .WithExposedHeaders("Polar-Version", "x-request-id")
                    .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
        );
    }

    /// <summary>The way of a request, outermost first, and the routes.</summary>
    public static void UseCheckstand(this WebApplication app)
    {
        app.UseMiddleware<ErrorEnvelopes>();
        app.UseCheckoutPage(CheckoutSecret.Prefix);
        app.UseRouting();
        app.UseCors();
        app.MapHealth(app.Services.GetRequiredService<Readiness>());
        app.MapMetrics(app.Services.GetRequiredService<Meter>());
        app.MapOpenApiDocuments();
        app.MapGr4vy();
        app.MapPolar();
        app.MapStripeWebhooks();
    }
}
