using Checkstand.Core;
using Checkstand.TestProvider.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Checkstand.TestProvider.Challenges;

/// <summary>
/// The challenge's page: what a bank shows for 3-D Secure, with two buttons. The id is the only credential, as it is at
/// a bank. Works from curl too: <c>curl -d decision=approve</c>.
/// </summary>
internal static class ChallengeRoutes
{
    private const string Prefix = "/dev/challenges/";

    // A name and a word.
    private const int BodyBytesMax = 1024;

    public static string PathOf(Guid id) => $"{Prefix}{id:D}";

    public static void MapChallenges(
        this IEndpointRouteBuilder routes,
        TestLedger ledger,
        TimeProvider clock,
        TestProviderNotifications notifications
    )
    {
        routes.MapGet(Prefix + "{id}", (RequestDelegate)(context => ShowAsync(context, ledger)));
        routes.MapPost(
            Prefix + "{id}",
            (RequestDelegate)(context => DecideAsync(context, ledger, clock, notifications))
        );
    }

    private static Task ShowAsync(HttpContext context, TestLedger ledger)
    {
        if (!TryReadId(context, out var id) || ledger.FindChallenge(id) is not { } challenge)
        {
            return WriteAsync(context, StatusCodes.Status404NotFound, ChallengePage.NotFound());
        }

        var page =
            challenge.Outcome == Outcome.RequiresAction
                ? ChallengePage.Question(challenge)
                : ChallengePage.Result(challenge);
        return WriteAsync(context, StatusCodes.Status200OK, page);
    }

    private static async Task DecideAsync(
        HttpContext context,
        TestLedger ledger,
        TimeProvider clock,
        TestProviderNotifications notifications
    )
    {
        if (!TryReadId(context, out var id) || ledger.FindChallenge(id) is null)
        {
            await WriteAsync(context, StatusCodes.Status404NotFound, ChallengePage.NotFound());
            return;
        }

        if (await ReadDecisionAsync(context) is not { } isApproved)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, ChallengePage.NoDecision());
            return;
        }

        var challenge = (await ledger.DecideAsync(id, isApproved, clock.GetUtcNow()))!;
        // What is written is told in any case; a buyer who goes away now takes nothing with him.
        await notifications.DeliverDueAsync(challenge.Key, CancellationToken.None);
        if (Uri.TryCreate(challenge.ReturnUrl, UriKind.Absolute, out var back) && back.Scheme is "http" or "https")
        {
            SetHeaders(context.Response);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            // A header is ASCII: the path is escaped by now, the host is not.
            context.Response.Headers.Location = new UriBuilder(back) { Host = back.IdnHost }
                .Uri
                .AbsoluteUri;
            return;
        }

        await WriteAsync(context, StatusCodes.Status200OK, ChallengePage.Result(challenge));
    }

    private static bool TryReadId(HttpContext context, out Guid id) =>
        TimeOrderedId.TryParse(context.Request.RouteValues["id"] as string, out id);

    // Null for everything that is not one of the two words.
    private static async Task<bool?> ReadDecisionAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = BodyBytesMax;
        }

        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form["decision"].ToString() switch
            {
                "approve" => true,
                "fail" => false,
                _ => null,
            };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, string page)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        SetHeaders(context.Response);
        await context.Response.WriteAsync(page, context.RequestAborted);
    }

    private static void SetHeaders(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = ChallengePage.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
