namespace Checkstand.Gr4vy.Tests.Errors;

public sealed class UnknownRouteTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("/")]
    [InlineData("/checkout")]
    [InlineData("/checkout/session")]
    [InlineData("/checkout/sessions/" + ApiClient.UnknownId + "/nothing")]
    [InlineData("/checkout/sessions/" + ApiClient.UnknownId + "/fields/more")]
    [InlineData("//checkout/sessions")]
    [InlineData("/digital-wallets/click-to-pay")]
    [InlineData("/openapi/nothing.json")]
    // In production there is no such route.
    [InlineData("/dev/clock")]
    [InlineData("/dev/token")]
    [InlineData("/dev/charges")]
    // Called by the mobile SDKs, which take a failure for "no 3-D Secure" (contract section 1.1).
    [InlineData("/checkout/sessions/" + ApiClient.UnknownId + "/three-d-secure-version")]
    [InlineData("/transaction")]
    [InlineData("/transactions/" + ApiClient.UnknownId + "/chargebacks")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/appsettings.json")]
    [InlineData("/checkout/sessions%2f" + ApiClient.UnknownId)]
    public async Task What_is_not_there_is_404_whoever_asks(string path)
    {
        foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "OPTIONS" })
        {
            Assert.Empty(Envelope.Check(await api.SendAsync(new Ask(method, path)), 404));
            Assert.Empty(Envelope.Check(await api.SendAsync(api.Backend(method, path)), 404));
        }
    }

    [Fact]
    public async Task A_body_for_nobody_is_404_too()
    {
        var ask = new Ask("POST", "/nowhere") { Body = new byte[2 * 1024 * 1024], ContentType = "text/plain" };

        Envelope.Check(await api.SendAsync(ask), 404);
    }
}
