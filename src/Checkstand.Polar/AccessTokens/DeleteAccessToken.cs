using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.AccessTokens;

/// <summary><c>organization_access_tokens:delete</c>: revoked, and refused from the next request on.</summary>
internal static class DeleteAccessToken
{
    public static readonly Operation Operation = new()
    {
        Id = "organization_access_tokens:delete",
        Method = "DELETE",
        Path = "/v1/organization-access-tokens/{id}",
        Scopes = ["organization_access_tokens:write"],
        SuccessStatus = StatusCodes.Status204NoContent,
        IsHidden = true,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var revoked = await call.Services.Organizations.RevokeTokenAsync(call.Organization, call.Id, call.Cancellation);
        await (revoked is null ? PolarErrors.WriteNotFoundAsync(call.Http) : call.AnswerEmptyAsync());
    }
}
