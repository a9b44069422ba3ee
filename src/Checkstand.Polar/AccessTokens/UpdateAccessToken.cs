using Checkstand.Polar.Shapes;
using Checkstand.Wire;

namespace Checkstand.Polar.AccessTokens;

/// <summary><c>organization_access_tokens:update</c>: comment and scopes, in force for the next request.</summary>
internal static class UpdateAccessToken
{
    public static readonly Operation Operation = new()
    {
        Id = "organization_access_tokens:update",
        Method = "PATCH",
        Path = "/v1/organization-access-tokens/{id}",
        Scopes = ["organization_access_tokens:write"],
        Request = AccessTokenShapes.Update,
        Response = AccessTokenShapes.Token,
        IsHidden = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        var scopes = body.Texts("scopes");
        var problems = Granting.Problems(call.Token!, scopes).ToList();
        if (problems.Count > 0)
        {
            await PolarErrors.WriteAsync(call.Http, problems);
            return;
        }

        var changed = await call.Services.Organizations.ChangeTokenAsync(
            call.Organization,
            call.Id,
            token =>
                token with
                {
                    Comment = body.Text("comment") ?? token.Comment,
                    Scopes = body.Has("scopes") ? [.. scopes.Distinct(StringComparer.Ordinal)] : token.Scopes,
                },
            call.Cancellation
        );
        await (
            changed is null
                ? PolarErrors.WriteNotFoundAsync(call.Http)
                : call.AnswerAsync(call.Services.Organizations.WithLastUse(changed), AccessTokenBody.Write)
        );
    }
}
