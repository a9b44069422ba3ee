using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Auth;

namespace Checkstand.Server.Dev;

/// <summary>
/// The sandbox's two organizations: one to sell with, and another to try that tenants are apart. Made on the first
/// start; their tokens are known to the credentials file alone.
/// </summary>
internal static class DevOrganizations
{
    /// <summary>Sees to it that the organizations of the credentials exist and that their tokens are good.</summary>
    public static async Task EnsureAsync(
        IReadOnlyList<DevOrganization> wanted,
        OrganizationDirectory organizations,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        foreach (var organization in wanted)
        {
            await organizations.AddAsync(
                new Organization
                {
                    Id = new OrganizationId(organization.Id),
                    Name = organization.Name,
                    Slug = organization.Slug,
                    CreatedAt = clock.NowInMilliseconds(),
                },
                cancellation
            );
            if (organizations.FindToken(organization.AccessToken, clock.GetUtcNow()) is null)
            {
                await organizations.AddTokenAsync(
                    organization.AccessToken,
                    new OrganizationId(organization.Id),
                    "sandbox",
                    AccessScopes.All,
                    expiresAt: null,
                    cancellation
                );
            }
        }
    }
}

/// <summary>An organization of the sandbox, as its credentials file knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="AccessToken">The secret of its access token.</param>
/// <param name="ProductId">Its product that is paid once, at a fixed price.</param>
internal sealed record DevOrganization(Guid Id, string Name, string Slug, string AccessToken, Guid ProductId)
{
    /// <summary>One with fresh ids and a fresh token.</summary>
    public static DevOrganization New(string name, string slug) =>
        new(RandomId.New(), name, slug, SecretText.New(AccessScopes.TokenPrefix), RandomId.New());
}
