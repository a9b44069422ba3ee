using System.Text.Json;

namespace Checkstand.Client.Tests.Tokens;

/// <summary>The tokens that the client signs, asked by the server that checks them.</summary>
public sealed class SignedTokenTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task The_server_accepts_what_the_client_signs()
    {
        var result = await server.Gr4vy.Caller.SendAsync(
            ApiRequest.Post($"/checkout/sessions"),
            Json.Contract,
            null,
            CancellationToken.None
        );

        Assert.True(result.Ok, result.Error?.Message);
        Assert.Equal(201, result.Response.StatusCode);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_forbidden()
    {
        var result = await server
            .Gr4vyWith("buyers.read")
            .Caller.SendAsync(ApiRequest.Post($"/checkout/sessions"), Json.Contract, null, CancellationToken.None);

        var error = Assert.IsType<ForbiddenException>(result.Error);
        Assert.Equal("forbidden", error.Code);
        Assert.NotNull(error.RequestId);
    }

    private static class Json
    {
        public static System.Text.Json.Serialization.Metadata.JsonTypeInfo<JsonElement> Contract =>
            Client.Gr4vy.Gr4vyJsonContext.Default.JsonElement;
    }
}
