using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Who may do what: tenants are apart, and tokens do what their scopes say.</summary>
public sealed class CheckoutTenantTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_checkout_of_another_organization_is_not_found()
    {
        var checkout = await server.CheckoutAsync();
        (await server.OtherApi.GetAsync(Root + checkout.Id)).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.PatchAsync(Root + checkout.Id, """{"customer_name":"X"}""")).ExpectError(
            404,
            "ResourceNotFound"
        );
        Assert.Equal(0, (await server.OtherApi.GetAsync(Root)).Expect(200).NumberAt("/pagination/total_count"));
        Assert.True((await checkout.GetAsync()).IsNullAt("/customer_name"));
    }

    [Fact]
    public async Task An_id_that_is_no_uuid_of_version_4_is_a_mistake_and_an_unknown_one_is_not_found()
    {
        (await server.Api.GetAsync(Root + "abc")).Expect(422);
        (await server.Api.GetAsync(Root + "1f0c2b9e-0d5a-1111-8b0e-000000000000")).Expect(422);
        (await server.Api.GetAsync(Root + "7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11")).ExpectError(404, "ResourceNotFound");
        (await server.Api.PatchAsync(Root + "7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11", "{}")).ExpectError(
            404,
            "ResourceNotFound"
        );
    }

    [Fact]
    public async Task Reading_and_writing_need_a_scope_each()
    {
        var checkout = await server.CheckoutAsync();
        using var reader = await server.WithScopesAsync("checkouts:read");
        using var writer = await server.WithScopesAsync("checkouts:write");
        using var other = await server.WithScopesAsync("products:read", "products:write");

        (await reader.GetAsync(Root)).Expect(200);
        (await reader.GetAsync(Root + checkout.Id)).Expect(200);
        (await reader.PostAsync(Root, Body(server.Acme.ProductId))).ExpectError(403, "insufficient_scope");
        (await reader.PatchAsync(Root + checkout.Id, "{}")).ExpectError(403, "insufficient_scope");
        (await writer.GetAsync(Root)).Expect(200);
        (await writer.GetAsync(Root + checkout.Id)).Expect(200);
        (await writer.PostAsync(Root, Body(server.Acme.ProductId))).Expect(201);
        (await writer.PatchAsync(Root + checkout.Id, "{}")).Expect(200);
        (await other.GetAsync(Root)).ExpectError(403, "insufficient_scope");
        (await server.Public.GetAsync(Root)).ExpectError(401, "Unauthorized");
        (await server.Public.PostAsync(Root, Body(server.Acme.ProductId))).ExpectError(401, "Unauthorized");
        (await server.Public.GetAsync(Root + checkout.Id)).ExpectError(401, "Unauthorized");
        (await server.Public.PatchAsync(Root + checkout.Id, "{}")).ExpectError(401, "Unauthorized");
    }
}
