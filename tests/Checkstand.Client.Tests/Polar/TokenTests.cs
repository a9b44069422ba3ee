using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Tokens: none, bad ones, and ones that may too little.</summary>
public sealed class TokenTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task Without_a_token_a_sellers_operation_is_unauthorized()
    {
        var failure = await Assert.ThrowsAsync<UnauthorizedException>(() =>
            server.PolarWith(null).Checkouts.ListPageAsync()
        );

        Assert.Equal((401, "Unauthorized"), (failure.StatusCode, failure.Code));
    }

    [Fact]
    public async Task A_token_that_nobody_gave_out_is_unauthorized()
    {
        var result = await server.PolarWith("polar_oat_bad").Products.TryListPageAsync();

        var failure = Assert.IsType<UnauthorizedException>(result.Error);
        Assert.Equal("invalid_token", failure.Code);
        Assert.DoesNotContain("polar_oat_bad", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("Bearer", failure.Headers["www-authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_may_only_read_cannot_write()
    {
        var made = await server.Polar.OrganizationAccessTokens.CreateAsync(
            new OrganizationAccessTokenCreate { Comment = "reader", Scopes = [Scope.CheckoutsRead] }
        );
        var reader = server.PolarWith(made.Token);

        Assert.NotNull(await reader.Checkouts.ListPageAsync());
        var failure = await Assert.ThrowsAsync<InsufficientScopeException>(() =>
            reader.Checkouts.CreateAsync(new CheckoutCreate { Products = [server.Handbook()] })
        );
        Assert.Equal(403, failure.StatusCode);
    }

    [Fact]
    public async Task A_version_that_there_is_not_is_not_found()
    {
        var client = new PolarClient(
            new()
            {
                BaseUrl = server.Address,
                AccessToken = server.Acme.AccessToken,
                ApiVersion = "1999-01",
            }
        );

        await Assert.ThrowsAsync<NotFoundException>(() => client.Organizations.ListPageAsync());
    }

    [Fact]
    public async Task Access_tokens_are_made_listed_changed_and_deleted()
    {
        var tokens = server.Polar.OrganizationAccessTokens;
        var made = await tokens.CreateAsync(
            new OrganizationAccessTokenCreate
            {
                Comment = "shop",
                Scopes = [Scope.ProductsRead, Scope.CheckoutsWrite],
                ExpiresIn = "P30D",
            }
        );

        var changed = await tokens.UpdateAsync(made.OrganizationAccessToken.Id, new() { Comment = "shop two" });
        var narrowed = await tokens.UpdateAsync(changed.Id, new() { Scopes = new List<Scope> { Scope.ProductsRead } });
        var listed = await tokens
            .ListAsync(organizationId: server.Id(), sorting: OrganizationAccessTokenSortProperty.Comment)
            .ToListAsync();
        await tokens.DeleteAsync(changed.Id);

        Assert.StartsWith("polar_oat_", made.Token, StringComparison.Ordinal);
        Assert.Equal(server.Clock.GetUtcNow().AddDays(30), made.OrganizationAccessToken.ExpiresAt);
        Assert.Equal(("shop two", 2), (changed.Comment, changed.Scopes.Count));
        Assert.Equal(["products:read"], narrowed.Scopes.Select(scope => scope.Value));
        Assert.Contains(changed.Id, listed.Select(token => token.Id));
        Assert.Equal(
            listed.Select(token => token.Comment).Order(StringComparer.Ordinal),
            listed.Select(token => token.Comment)
        );
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => tokens.DeleteAsync(changed.Id));
        await Assert.ThrowsAsync<UnauthorizedException>(() => server.PolarWith(made.Token).Products.ListPageAsync());
    }

    [Fact]
    public async Task A_token_gives_no_more_than_it_has()
    {
        var made = await server.Polar.OrganizationAccessTokens.CreateAsync(
            new OrganizationAccessTokenCreate { Comment = "maker", Scopes = [Scope.OrganizationAccessTokensWrite] }
        );

        var failure = await Assert.ThrowsAsync<HttpValidationException>(() =>
            server
                .PolarWith(made.Token)
                .OrganizationAccessTokens.CreateAsync(new() { Comment = "more", Scopes = [Scope.OrdersRead] })
        );

        Assert.Contains("/scopes", Assert.Single(failure.Details).Pointer, StringComparison.Ordinal);
    }
}
