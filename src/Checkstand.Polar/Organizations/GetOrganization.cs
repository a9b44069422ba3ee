using Checkstand.Polar.Shapes;

namespace Checkstand.Polar.Organizations;

/// <summary><c>organizations:get</c>.</summary>
internal static class GetOrganization
{
    public static readonly Operation Operation = new()
    {
        Id = "organizations:get",
        Method = "GET",
        Path = "/v1/organizations/{id}",
        Scopes = ["organizations:read", "organizations:write"],
        Response = OrganizationShapes.Organization,
        Handle = call =>
            call.Id == call.Organization.Value
                ? call.AnswerAsync(call.Services.Organizations.Find(call.Organization)!, OrganizationBody.Write)
                : PolarErrors.WriteNotFoundAsync(call.Http),
    };
}
