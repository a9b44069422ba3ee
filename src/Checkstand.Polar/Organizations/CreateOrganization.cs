using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Organizations;

/// <summary>
/// <c>organizations:create</c>: refused. Only people can make an organization upstream, and here there are none: whoever
/// has the data directory does it on the command line.
/// </summary>
internal static class CreateOrganization
{
    public static readonly Operation Operation = new()
    {
        Id = "organizations:create",
        Method = "POST",
        Path = "/v1/organizations/",
        Scopes = ["organizations:write"],
        Request = OrganizationShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = OrganizationShapes.Organization,
        IsRefused = true,
        Missing =
            "Answers 403 `CannotCreateOrganizationError`: a token belongs to one organization. `checkstand organizations create` makes another.",
        Handle = call =>
            PolarErrors.WriteAsync(
                call.Http,
                StatusCodes.Status403Forbidden,
                "CannotCreateOrganizationError",
                "An organization's access token can't create another organization."
            ),
    };
}
