using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core;
using Checkstand.TestProvider.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Checkstand.TestProvider;

/// <summary><c>GET /dev/charges</c>: the provider's own ledger, for comparing it with ours.</summary>
internal static class ChargesRoute
{
    // The newest; a test looks at the charges of one checkout, a person at the last few.
    private const int ItemsMax = 1000;

    public static void MapCharges(
        this IEndpointRouteBuilder routes,
        TestLedger ledger,
        TimeProvider clock,
        Func<HttpContext, Task> refuseSessionId
    ) =>
        routes.MapGet("/dev/charges", (RequestDelegate)(context => ListAsync(context, ledger, clock, refuseSessionId)));

    private static Task ListAsync(
        HttpContext context,
        TestLedger ledger,
        TimeProvider clock,
        Func<HttpContext, Task> refuseSessionId
    )
    {
        Guid? checkoutId = null;
        if (context.Request.Query.TryGetValue("session_id", out var sent))
        {
            if (sent.Count != 1 || !TimeOrderedId.TryParse(sent[0], out var id))
            {
                return refuseSessionId(context);
            }

            checkoutId = id;
        }

        var now = clock.GetUtcNow();
        // An authorization of nothing checks a card and charges nothing.
        var charges = ledger.Charges(checkoutId, ItemsMax).Where(entry => entry.Amount.MinorUnits > 0);
        var list = new ChargeList([.. charges.Select(entry => Charge.Of(entry, now))]);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var body = JsonSerializer.SerializeToUtf8Bytes(list, ChargesJson.Default.ChargeList);
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}

internal sealed record ChargeList(IReadOnlyList<Charge> Items);

internal sealed record Charge(
    string Id,
    string? SessionId,
    string IdempotencyKey,
    long Amount,
    string Currency,
    string Outcome,
    string CreatedAt
)
{
    public static Charge Of(BookEntry entry, DateTimeOffset now) =>
        new(
            entry.Id.ToString("D"),
            entry.CheckoutId?.ToString("D"),
            entry.Key.ToString(),
            entry.Amount.MinorUnits,
            entry.Amount.Currency,
            entry.OutcomeAt(now).Word(),
            entry.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChargeList))]
internal sealed partial class ChargesJson : JsonSerializerContext;
