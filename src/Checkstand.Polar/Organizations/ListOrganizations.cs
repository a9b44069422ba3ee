using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;

namespace Checkstand.Polar.Organizations;

/// <summary><c>organizations:list</c>: the one organization that a token belongs to.</summary>
internal static class ListOrganizations
{
    public static readonly Operation Operation = new()
    {
        Id = "organizations:list",
        Method = "GET",
        Path = "/v1/organizations/",
        Scopes = ["organizations:read", "organizations:write"],
        Query = Forms.Object(
            "OrganizationListQuery",
            [
                Forms.Maybe("slug", Forms.AnyText),
                .. Paging.Parameters,
                // A list of one has every order.
                Paging.SortingBy(
                    "OrganizationSortProperty",
                    "created_at",
                    "slug",
                    "name",
                    "next_review_threshold",
                    "days_in_status"
                ),
            ]
        ),
        Response = Paging.ListOf("Organization", OrganizationShapes.Organization),
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call)
    {
        var organization = call.Services.Organizations.Find(call.Organization)!;
        var slug = call.Query!.Text("slug");
        IReadOnlyList<Organization> all = slug is null || organization.Slug == slug ? [organization] : [];
        var page = Paging.Read(call.Query!);
        return call.AnswerPageAsync(
            new NumberedPage<Organization>([.. all.Skip((int)page.Skipped).Take(page.Size)], all.Count),
            OrganizationBody.Write
        );
    }
}
