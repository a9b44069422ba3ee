using System.Globalization;
using System.Text;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Organizations;
using Checkstand.Polar.Auth;

namespace Checkstand.Server.Admin;

/// <summary>Carries out the commands about organizations and their access tokens.</summary>
internal sealed class OrganizationAdministration(
    OrganizationDirectory organizations,
    MerchantDirectory merchants,
    TimeProvider clock
)
{
    private const string TimeForm = "yyyy-MM-dd HH:mm:ss'Z'";

    /// <summary><c>organizations create</c>.</summary>
    public async Task<AdminReply> CreateAsync(AdminRequest request, CancellationToken cancellation)
    {
        var slug = request.Option("slug")!;
        var name = request.Option("name") ?? slug;
        if (!Organization.IsSlug(slug))
        {
            throw new UsageException(
                "A slug has 3 to 64 lower-case letters, digits and dashes, and no dash at either end."
            );
        }

        if (name.Length < Organization.NameLengthMin)
        {
            throw new UsageException($"A name has {Organization.NameLengthMin} characters or more.");
        }

        var organization = new Organization
        {
            Id = OrganizationId.New(),
            Name = name,
            Slug = slug,
            CreatedAt = clock.NowInMilliseconds(),
        };
        if (!await organizations.AddAsync(organization, cancellation))
        {
            throw new UsageException($"There is an organization {slug} already.");
        }

        await merchants.ReloadAsync(cancellation);
        return new AdminReply($"Created organization {organization.Id}");
    }

    /// <summary><c>organizations list</c>.</summary>
    public AdminReply List()
    {
        var table = new StringBuilder();
        table.AppendLine(
            "ORGANIZATION ID                       SLUG                  STATUS   CREATED               NAME"
        );
        foreach (var organization in organizations.All)
        {
            var status = organization.Status.ToString().ToLowerInvariant();
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{organization.Id, -37} {organization.Slug, -21} {status, -8} {Time(organization.CreatedAt)}  {organization.Name}"
            );
        }

        return new AdminReply(table.ToString().TrimEnd());
    }

    /// <summary><c>organizations block</c> and <c>organizations unblock</c>: in force from the next request on.</summary>
    public async Task<AdminReply> SetBlockedAsync(AdminRequest request, bool isBlocked, CancellationToken cancellation)
    {
        var named = request.Option("organization")!;
        var organization =
            FindNamed(named)
            ?? throw new UsageException(
                $"There is no organization {named}; 'checkstand organizations list' shows them."
            );
        var done = isBlocked ? "Blocked" : "Unblocked";
        if ((organization.Status == OrganizationStatus.Blocked) == isBlocked)
        {
            return new AdminReply(
                $"Organization {organization.Slug} {(isBlocked ? "was blocked already" : "is not blocked")}."
            );
        }

        var status = isBlocked ? OrganizationStatus.Blocked : OrganizationStatus.Active;
        return
            await organizations.ChangeAsync(organization.Id, found => found with { Status = status }, cancellation)
                is null
            ? throw new UsageException($"Organization {organization.Slug} is gone.")
            : new AdminReply($"{done} organization {organization.Slug}");
    }

    /// <summary><c>tokens create</c>: the only time that the secret is shown.</summary>
    public async Task<AdminReply> CreateTokenAsync(AdminRequest request, CancellationToken cancellation)
    {
        var organization = Find(request.Option("organization"));
        var scopes = request.Values("scope").Distinct(StringComparer.Ordinal).ToList();
        foreach (var unknown in scopes.Where(scope => !AccessScopes.All.Contains(scope)))
        {
            throw new UsageException($"There is no scope {unknown}. Scopes: {string.Join(' ', AccessScopes.All)}");
        }

        DateTimeOffset? expiresAt = request.Option("expires-in-days") is { } days
            ? clock.NowInMilliseconds().AddDays(int.Parse(days, CultureInfo.InvariantCulture))
            : null;
        var secret = SecretText.New(AccessScopes.TokenPrefix);
        await organizations.AddTokenAsync(
            secret,
            organization.Id,
            request.Option("comment") ?? "unnamed",
            scopes.Count > 0 ? scopes : AccessScopes.All,
            expiresAt,
            cancellation
        );
        return new AdminReply(secret);
    }

    /// <summary><c>tokens list</c>.</summary>
    public async Task<AdminReply> ListTokensAsync(AdminRequest request, CancellationToken cancellation)
    {
        var only = request.Option("organization") is { } named ? Find(named) : null;
        var now = clock.GetUtcNow();
        var table = new StringBuilder();
        table.AppendLine(
            "TOKEN ID                              ORGANIZATION          STATUS   SCOPES  CREATED               LAST USED             ENDS                  COMMENT"
        );
        var tokens = await organizations.ListTokensAsync(cancellation);
        foreach (var token in tokens.Where(token => only is null || token.OrganizationId == only.Id))
        {
            var status =
                token.RevokedAt is not null ? "revoked"
                : token.IsGoodAt(now) ? "active"
                : "expired";
            var slug = organizations.Find(token.OrganizationId)?.Slug ?? "?";
            var scopes = token.Scopes.Count == AccessScopes.All.Count ? "all" : $"{token.Scopes.Count}";
            var ends = token.ExpiresAt is { } end ? Time(end) : "never";
            var used = organizations.WithLastUse(token).LastUsedAt is { } at ? Time(at) : "never";
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{token.Id, -37} {slug, -21} {status, -8} {scopes, -7} {Time(token.CreatedAt)}  {used, -20}  {ends, -20}  {token.Comment}"
            );
        }

        return new AdminReply(table.ToString().TrimEnd());
    }

    /// <summary><c>tokens revoke</c>: refused from the next request on.</summary>
    public async Task<AdminReply> RevokeTokenAsync(AdminRequest request, CancellationToken cancellation)
    {
        var text = request.Option("token-id")!;
        var token = Guid.TryParseExact(text, "D", out var id)
            ? (await organizations.ListTokensAsync(cancellation)).FirstOrDefault(candidate => candidate.Id == id)
            : null;
        return token switch
        {
            null => throw new UsageException(
                "There is no such token; 'checkstand tokens list' shows their ids. A token's secret is not its id."
            ),
            { RevokedAt: not null } => new AdminReply($"Token {id} was revoked already."),
            _ => await organizations.RevokeTokenAsync(token.OrganizationId, id, cancellation) is null
                ? throw new UsageException("The token was not revoked: somebody else changed it.")
                : new AdminReply($"Revoked token {id}"),
        };
    }

    // Where there is one only, nobody needs to say which.
    private Organization Find(string? named)
    {
        if (named is not null)
        {
            return FindNamed(named)
                ?? throw new UsageException(
                    $"There is no organization {named}: make it with 'checkstand organizations create {named}'."
                );
        }

        return organizations.All switch
        {
            [var only] => only,
            [] => throw new UsageException(
                "There is no organization: make one with 'checkstand organizations create SLUG'."
            ),
            _ => throw new UsageException("There are several organizations: say which with --organization."),
        };
    }

    private Organization? FindNamed(string named) =>
        organizations.All.FirstOrDefault(candidate => candidate.Slug == named || candidate.Id.ToString() == named);

    private static string Time(DateTimeOffset instant) => instant.ToString(TimeForm, CultureInfo.InvariantCulture);
}
