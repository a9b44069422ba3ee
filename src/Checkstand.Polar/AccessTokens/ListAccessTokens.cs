using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.AccessTokens;

/// <summary><c>organization_access_tokens:list</c>: those that are not revoked; expired ones too.</summary>
internal static class ListAccessTokens
{
    private enum Property
    {
        CreatedAt,
        Comment,
        LastUsedAt,
        OrganizationId,
    }

    public static readonly Operation Operation = new()
    {
        Id = "organization_access_tokens:list",
        Method = "GET",
        Path = "/v1/organization-access-tokens/",
        Scopes = ["organization_access_tokens:read", "organization_access_tokens:write"],
        Query = Forms.Object(
            "OrganizationAccessTokenListQuery",
            [
                OwnOrganization.Query,
                .. Paging.Parameters,
                Paging.SortingBy(
                    "OrganizationAccessTokenSortProperty",
                    "created_at",
                    "comment",
                    "last_used_at",
                    "organization_id"
                ),
            ]
        ),
        Response = Paging.ListOf("OrganizationAccessToken", AccessTokenShapes.Token),
        IsHidden = true,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call)
    {
        IEnumerable<AccessToken> found = OwnOrganization.IsLeftOut(call)
            ? []
            : call
                .Services.Organizations.Tokens.Where(token => token.OrganizationId == call.Organization)
                .Select(call.Services.Organizations.WithLastUse);
        var sorting = Paging.ReadSorting(call.Query!, PropertyOf, new Sorting<Property>(Property.CreatedAt, false));
        var sorted = Sort([.. found], sorting);
        var page = Paging.Read(call.Query!);
        return call.AnswerPageAsync(
            new NumberedPage<AccessToken>(
                [.. sorted.Skip((int)Math.Min(page.Skipped, sorted.Count)).Take(page.Size)],
                sorted.Count
            ),
            AccessTokenBody.Write
        );
    }

    private static List<AccessToken> Sort(List<AccessToken> tokens, IReadOnlyList<Sorting<Property>> sorting)
    {
        var sorted = tokens.Order(
            Comparer<AccessToken>.Create(
                (one, other) =>
                    sorting
                        .Select(criterion => Compare(one, other, criterion))
                        .Append(one.Id.CompareTo(other.Id))
                        .FirstOrDefault(difference => difference != 0)
            )
        );
        return [.. sorted];
    }

    private static int Compare(AccessToken one, AccessToken other, Sorting<Property> criterion)
    {
        var difference = criterion.By switch
        {
            Property.CreatedAt => one.CreatedAt.CompareTo(other.CreatedAt),
            Property.Comment => string.CompareOrdinal(one.Comment, other.Comment),
            // What was never used comes last, as upstream's database has it.
            Property.LastUsedAt => (one.LastUsedAt ?? DateTimeOffset.MaxValue).CompareTo(
                other.LastUsedAt ?? DateTimeOffset.MaxValue
            ),
            // All are of one organization.
            _ => 0,
        };
        return criterion.IsDescending ? -difference : difference;
    }

    private static Property PropertyOf(string name) =>
        name switch
        {
            "created_at" => Property.CreatedAt,
            "comment" => Property.Comment,
            "last_used_at" => Property.LastUsedAt,
            _ => Property.OrganizationId,
        };
}
