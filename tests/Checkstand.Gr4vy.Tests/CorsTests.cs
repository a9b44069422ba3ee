using Checkstand.Server;

namespace Checkstand.Gr4vy.Tests;

/// <summary>Browsers call the routes without security from any page; the merchants' routes are not for browsers.</summary>
public sealed class CorsTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Origin = "https://shop.example";
    private const string Allow = "access-control-allow-origin";

    private readonly ApiClient api = server.Api;

    public static TheoryData<string> OfBrowsers => Ids(operation => !operation.NeedsToken);

    public static TheoryData<string> OfBackends => Ids(operation => operation.NeedsToken);

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task A_preflight_of_a_browsers_route_is_granted(string operationId)
    {
        var operation = Find(operationId);

        var answer = await api.SendAsync(Preflight(operation));

        answer.Expect(204);
        Assert.Equal("*", answer.Header(Allow));
        Assert.Contains(operation.Method, answer.Header("access-control-allow-methods"), StringComparison.Ordinal);
        Assert.Contains(
            "content-type",
            answer.Header("access-control-allow-headers"),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.True(int.Parse(answer.Header("access-control-max-age")!) > 0);
        Assert.False(answer.Headers.ContainsKey("access-control-allow-credentials"));
    }

    // The legacy clients' token comes along here, too.
    [Fact]
    public async Task A_preflight_may_announce_a_token()
    {
        var ask = Preflight(
            Find("update_checkout_session_fields"),
            "authorization,content-type,x-gr4vy-merchant-account-id"
        );

        var allowed = (await api.SendAsync(ask)).Expect(204).Header("access-control-allow-headers");

        Assert.Contains("authorization", allowed, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("x-gr4vy-merchant-account-id", allowed, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(OfBrowsers))]
    public async Task A_browser_may_read_every_answer(string operationId)
    {
        var operation = Find(operationId);
        var good = Requests.Of(api, operation, await api.OpenAsync());
        Ask[] asks =
        [
            good,
            Requests.Of(api, operation, ApiClient.UnknownId),
            Requests.Of(api, operation, "nope"),
            good with
            {
                ContentType = good.Body is null ? null : "text/plain",
            },
            good.Json("{"),
            good.Json(new string(' ', 65 * 1024)),
        ];
        foreach (var ask in asks)
        {
            var answer = await api.SendAsync(ask.Header("origin", Origin));

            Assert.Equal("*", answer.Header(Allow));
            Assert.Contains("x-request-id", answer.Header("access-control-expose-headers"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(OfBackends))]
    public async Task A_preflight_of_a_merchants_route_is_not_granted(string operationId)
    {
        var answer = await api.SendAsync(Preflight(Find(operationId)));

        Envelope.Check(answer, 405);
        AssertNoCors(answer);
    }

    [Theory]
    [MemberData(nameof(OfBackends))]
    public async Task A_browser_may_read_no_answer_of_a_merchants_route(string operationId)
    {
        var ask = Requests.Of(api, Find(operationId), await api.OpenAsync()).Header("origin", Origin);

        AssertNoCors(await api.SendAsync(ask));
        AssertNoCors(await api.SendAsync(ask with { Authorization = null }));
        AssertNoCors(await api.SendAsync(ask.Json("{")));
    }

    [Fact]
    public async Task Without_an_origin_nothing_is_said_about_origins() =>
        AssertNoCors(await api.PutFieldsAsync(await api.OpenAsync(), Cards.Fields()));

    private static Ask Preflight(VendorOperation operation, string headers = "content-type") =>
        new Ask("OPTIONS", operation.PathFor(ApiClient.UnknownId))
            .Header("origin", Origin)
            .Header("access-control-request-method", operation.Method)
            .Header("access-control-request-headers", headers);

    private static void AssertNoCors(Answer answer) =>
        Assert.DoesNotContain(
            answer.Headers.Keys,
            name => name.StartsWith("access-control-", StringComparison.Ordinal)
        );

    private static VendorOperation Find(string id) => Vendor.Operations.Single(operation => operation.Id == id);

    private static TheoryData<string> Ids(Func<VendorOperation, bool> which) =>
        [.. Vendor.Operations.Where(which).Select(operation => operation.Id)];

    /// <summary>With origins set, only their pages may.</summary>
    public sealed class SomeOrigins(SomeOrigins.Restricted server) : IClassFixture<SomeOrigins.Restricted>
    {
        [Theory]
        [InlineData("https://shop.example", true)]
        [InlineData("https://second.example", true)]
        [InlineData("https://evil.example", false)]
        [InlineData("http://shop.example", false)]
        [InlineData("https://shop.example.evil.example", false)]
        [InlineData("null", false)]
        public async Task Only_the_pages_of_the_set_origins_may_read(string origin, bool isAllowed)
        {
            var id = await server.Api.OpenAsync();
            var put = new Ask("PUT", ApiClient.FieldsOf(id)).Json(Cards.Fields()).Header("origin", origin);
            var preflight = new Ask("OPTIONS", ApiClient.FieldsOf(id))
                .Header("origin", origin)
                .Header("access-control-request-method", "PUT");

            foreach (var ask in new[] { put, preflight })
            {
                Assert.Equal(isAllowed ? origin : null, (await server.Api.SendAsync(ask)).Expect(204).Header(Allow));
            }
        }

        public sealed class Restricted : Gr4vyServer
        {
            private protected override void Configure(CheckstandOptions options) =>
                options.BrowserOrigins = ["https://shop.example", "https://second.example"];
        }
    }
}
