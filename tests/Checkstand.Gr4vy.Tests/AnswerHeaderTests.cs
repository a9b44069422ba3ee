namespace Checkstand.Gr4vy.Tests;

/// <summary>What every answer carries, good or bad: nobody keeps it, and it can be named in a question to support.</summary>
public sealed class AnswerHeaderTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string> Operations => [.. Vendor.Operations.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_answer_has_a_name_and_is_not_to_be_kept(string operationId)
    {
        var operation = Vendor.Operations.Single(known => known.Id == operationId);
        var good = Requests.Of(api, operation, await api.OpenAsync());
        Ask[] asks =
        [
            good,
            Requests.Of(api, operation, ApiClient.UnknownId),
            Requests.Of(api, operation, "nope"),
            good with
            {
                Authorization = null,
            },
            good with
            {
                Merchant = "nobody",
            },
            good with
            {
                Method = "PATCH",
            },
            good with
            {
                Path = "/nowhere",
            },
            good.Json("{"),
            good.Json(new string(' ', 2 * 1024 * 1024)),
        ];
        var names = new HashSet<string>();
        foreach (var ask in asks)
        {
            var answer = await api.SendAsync(ask);

            Assert.Equal("no-store", answer.Header("cache-control"));
            Assert.Matches("^[!-~]{1,64}$", answer.Header("x-request-id"));
            Assert.True(names.Add(answer.Header("x-request-id")!), "Two answers have one name.");
            Assert.False(answer.Headers.ContainsKey("server"));
            Assert.False(answer.Headers.ContainsKey("set-cookie"));
        }
    }

    // A caller's own name for a request would end up in our log and headers: it is not taken.
    [Fact]
    public async Task The_name_of_a_request_is_the_servers_own()
    {
        var answer = await api.SendAsync(
            api.Backend("POST", ApiClient.Sessions).Header("x-request-id", "mine").Header("request-id", "mine")
        );

        Assert.NotEqual("mine", answer.Expect(201).Header("x-request-id"));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/openapi/gr4vy.json")]
    public async Task Other_routes_have_names_too(string path)
    {
        var answer = (await api.SendAsync(new Ask("GET", path))).Expect(200);

        Assert.NotNull(answer.Header("x-request-id"));
    }
}
