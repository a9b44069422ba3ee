using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Checkouts;

/// <summary>How the operations on one checkout answer.</summary>
internal static class CheckoutAnswer
{
    /// <summary>Answers the checkout as a token sees it, or why not.</summary>
    public static Task WriteTokenAsync(
        Call call,
        Result<CheckoutParts, CheckoutProblem> result,
        int status = StatusCodes.Status200OK
    ) =>
        result.TryGet(out var parts, out var problem)
            ? call.AnswerAsync(
                (parts, organization: SellerOf(call, parts), call.BaseUrl),
                static (writer, found) =>
                    CheckoutBody.WriteToken(writer, found.parts, found.organization, found.BaseUrl),
                status
            )
            : PolarErrors.WriteAsync(call.Http, problem);

    /// <summary>Answers the checkout as its buyer sees it, or why not.</summary>
    public static Task WritePublicAsync(Call call, Result<CheckoutParts, CheckoutProblem> result)
    {
        HideAddress(call);
        return result.TryGet(out var parts, out var problem)
            ? call.AnswerAsync(
                (parts, organization: SellerOf(call, parts), call.BaseUrl),
                static (writer, found) =>
                    CheckoutBody.WritePublic(writer, found.parts, found.organization, found.BaseUrl)
            )
            : PolarErrors.WriteAsync(call.Http, problem);
    }

    /// <summary>Answers the checkout as its buyer sees it after confirming it, or why not.</summary>
    public static Task WriteConfirmedAsync(Call call, Result<CheckoutParts, CheckoutProblem> result)
    {
        HideAddress(call);
        return result.TryGet(out var parts, out var problem)
            ? call.AnswerAsync(
                (
                    parts,
                    organization: SellerOf(call, parts),
                    call.BaseUrl,
                    token: SessionTokens.NothingFor(call.Http.Request)
                ),
                static (writer, found) =>
                    CheckoutBody.WriteConfirmed(writer, found.parts, found.organization, found.BaseUrl, found.token)
            )
            : PolarErrors.WriteAsync(call.Http, problem);
    }

    /// <summary>Who sells.</summary>
    public static Organization SellerOf(Call call, CheckoutParts parts) =>
        call.Services.Organizations.Find(parts.Checkout.OrganizationId)!;

    /// <summary>The client secret is in the path: whatever a browser opens next must not be told it.</summary>
    public static void HideAddress(Call call) => call.Http.Response.Headers["Referrer-Policy"] = "no-referrer";
}
