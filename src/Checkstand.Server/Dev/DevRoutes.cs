using System.Globalization;
using Checkstand.Gr4vy;
using Checkstand.TestProvider;
using Checkstand.TestProvider.Ledger;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Server.Dev;

/// <summary>The sandbox's own routes: its clock and its tokens. They do not exist in production.</summary>
internal static class DevRoutes
{
    private const int BodyBytesMax = 1024;

    // Ten years: far enough for every expiry and retention, and no overflow after many moves.
    private const long AdvanceSecondsMax = 10L * 365 * 24 * 3600;

    private static readonly ObjectShape Advance = new(
        "ClockAdvance",
        new Field("advance_seconds", new NumberShape(0, AdvanceSecondsMax)) { IsRequired = true, IsNullable = false }
    );

    private static Violation BeyondTheCalendar =>
        new(ViolationLocation.Body, "/advance_seconds", "The clock does not go past the year 9900.", "less_than_equal");

    private static Violation NoSessionId =>
        new(
            ViolationLocation.Query,
            "session_id",
            "Input should be a valid UUID: 36 characters with dashes.",
            "uuid_parsing"
        );

    public static void MapDev(this IEndpointRouteBuilder routes, MovableClock clock, DevTokens tokens)
    {
        routes.MapGet("/dev/clock", (RequestDelegate)(context => AnswerTimeAsync(context, clock)));
        routes.MapPost("/dev/clock", (RequestDelegate)(context => MoveAsync(context, clock)));
        var services = routes.ServiceProvider;
        routes.MapTestProvider(
            services.GetRequiredService<TestLedger>(),
            clock,
            services.GetRequiredService<TestProviderNotifications>(),
            context => Gr4vyErrors.WriteAsync(context, [NoSessionId])
        );
        routes.MapGet("/dev/token", (RequestDelegate)(context => AnswerTokenAsync(context, tokens)));
    }

    private static async Task MoveAsync(HttpContext context, MovableClock clock)
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(context.Request, BodyBytesMax);
        if (problem is { } bad)
        {
            await Gr4vyErrors.WriteAsync(context, bad, BodyBytesMax);
            return;
        }

        CheckedObject said;
        using (body)
        {
            said = Advance.CheckBody(body!.Bytes);
        }

        if (!said.IsAccepted)
        {
            await Gr4vyErrors.WriteAsync(context, said.Violations);
            return;
        }

        var by = TimeSpan.FromSeconds(double.Parse(said["advance_seconds"].Span, CultureInfo.InvariantCulture));
        if (!clock.TryAdvance(by))
        {
            await Gr4vyErrors.WriteAsync(context, [BeyondTheCalendar]);
            return;
        }

        await AnswerTimeAsync(context, clock);
    }

    private static Task AnswerTimeAsync(HttpContext context, MovableClock clock)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var now = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return context.Response.WriteAsync($$"""{"now":"{{now}}"}""");
    }

    private static Task AnswerTokenAsync(HttpContext context, DevTokens tokens)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(tokens.Mint());
    }
}
