using System.Text;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;
using FsCheck;
using FsCheck.Fluent;

namespace Checkstand.Client.Tests.Transport;

/// <summary>What is sent, and what is refused before anything is.</summary>
public sealed class RequestTests
{
    private static readonly Gen<string> Texts =
        from letters in Gen.Choose(32, 0x2FFFF)
            .Where(code => code is < 0xD800 or > 0xDFFF)
            .Select(char.ConvertFromUtf32)
            .ListOf()
        select string.Concat(letters);

    [Fact]
    public void Any_text_in_a_query_comes_back_from_it() =>
        Property.Holds(
            from name in Texts
            from value in Texts
            select (name, value),
            input =>
            {
                var target = ApiRequest.Get($"/x").Query("first", 1).Query(input.name, input.value).Target;
                var pair = target.Split('&')[1].Split('=');
                return pair.Length == 2
                    && target.All(char.IsAscii)
                    && Uri.UnescapeDataString(pair[0]) == input.name
                    && Uri.UnescapeDataString(pair[1]) == input.value;
            }
        );

    [Fact]
    public void Any_segment_of_a_path_comes_back_from_it() =>
        Property.Holds(
            Texts.Where(text => !string.IsNullOrWhiteSpace(text) && text is not ("." or "..")),
            segment =>
            {
                var sent = new Uri(new Uri("http://h"), ApiRequest.Get($"/a/{segment}/b").Target).AbsolutePath.Split(
                    '/'
                );
                return sent.Length == 4
                    && sent[1] == "a"
                    && sent[3] == "b"
                    && Uri.UnescapeDataString(sent[2]) == segment;
            }
        );

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_segment_that_would_lead_elsewhere_is_refused_by_name(string sessionId)
    {
        var error = Assert.Throws<ArgumentException>(() => ApiRequest.Get($"/checkout/sessions/{sessionId}"));

        Assert.Equal(nameof(sessionId), error.ParamName);
    }

    [Fact]
    public void A_segment_that_is_missing_is_refused_by_name()
    {
        string sessionId = null!;

        Assert.Throws<ArgumentNullException>(
            nameof(sessionId),
            () => ApiRequest.Get($"/checkout/sessions/{sessionId}")
        );
    }

    [Fact]
    public void Queries_are_written_in_the_words_of_the_wire()
    {
        var request = ApiRequest
            .Get($"/x")
            .Query("text", "a b&c")
            .Query("absent", (string?)null)
            .Query("number", 12345678901L)
            .Query("flag", true)
            .Query("at", new DateTimeOffset(2030, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)))
            .Query("word", (CardScheme?)CardScheme.From("visa"))
            .Query("words", [CardScheme.From("visa"), CardScheme.From("a/b")])
            .Query("ids", ["1", "2"])
            .Query("none", (IEnumerable<string>?)null);

        Assert.Equal(
            "/x?text=a%20b%26c&number=12345678901&flag=true&at=2030-01-02T01%3A04%3A05.6780000Z"
                + "&word=visa&words=visa&words=a%2Fb&ids=1&ids=2",
            request.Target
        );
    }

    [Fact]
    public async Task A_call_carries_what_its_client_says()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "{}"), ScriptedStep.Answer(200, "{}"));
        var client = server.Gr4vy(options => options.MerchantAccountId = "mine");

        await client.AskAsync(ApiRequest.Get($"/x"));
        await client.AskAsync(ApiRequest.Put($"/x").With("b", Gr4vyJsonContext.Default.String).ForMerchant("yours"));

        var (read, change) = (server.Requests[0].Headers, server.Requests[1].Headers);
        Assert.Equal("Bearer token-of-the-test", read["authorization"]);
        Assert.Equal("mine", read["x-gr4vy-merchant-account-id"]);
        Assert.Equal("application/json", read["accept"]);
        Assert.Matches(@"^checkstand-client/\d+\.\d+\.\d+$", read["user-agent"]);
        Assert.DoesNotContain("content-type", read.Keys);
        Assert.Equal("application/json", change["content-type"]);
        Assert.Equal("yours", change["x-gr4vy-merchant-account-id"]);
        Assert.Equal("\"b\"", server.Requests[1].Body);
    }

    [Fact]
    public async Task A_POST_without_a_body_says_that_it_has_none()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(201, "{}"));

        await server.Gr4vy().AskAsync(ApiRequest.Post($"/checkout/sessions"));

        Assert.Equal("0", server.Request.Headers["content-length"]);
        Assert.DoesNotContain("content-type", server.Request.Headers.Keys);
    }

    [Fact]
    public async Task Headers_of_a_call_go_before_those_of_its_client()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "{}"));
        var headers = new Dictionary<string, string>
        {
            ["authorization"] = "Bearer other",
            ["X-Gr4vy-Merchant-Account-Id"] = "theirs",
            ["User-Agent"] = "shop/1",
            ["x-more"] = "1",
        };

        await server
            .Gr4vy(options => options.MerchantAccountId = "mine")
            .AskAsync(ApiRequest.Get($"/x"), new CallOptions { Headers = headers });

        var sent = server.Request.Headers;
        Assert.Equal(
            ("Bearer other", "theirs", "shop/1", "1"),
            (sent["authorization"], sent["x-gr4vy-merchant-account-id"], sent["user-agent"], sent["x-more"])
        );
    }

    [Fact]
    public async Task A_call_without_authorization_carries_none()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "{}"));

        await server.Gr4vy().AskAsync(ApiRequest.Get($"/x").Anonymous());

        Assert.DoesNotContain("authorization", server.Request.Headers.Keys);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/base", "/base/x")]
    [InlineData("http://127.0.0.1:{0}/base/", "/base/x")]
    [InlineData("http://127.0.0.1:{0}", "/x")]
    public async Task A_path_of_the_base_url_stays(string address, string target)
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, "{}"));
        var url = new Uri(string.Format(null, address, server.Address.Port));

        await server.Gr4vy(options => options.BaseUrl = url).AskAsync(ApiRequest.Get($"/x"));

        Assert.Equal(target, server.Request.Target);
    }

    public static TheoryData<CallOptions> WrongOptions =>
        [
            new CallOptions { Timeout = TimeSpan.Zero },
            new CallOptions { Timeout = Timeout.InfiniteTimeSpan },
            new CallOptions { Timeout = TimeSpan.FromDays(25) },
            new CallOptions { Retries = new RetryOptions { MaxInterval = TimeSpan.FromDays(25) } },
            new CallOptions { IdempotencyKey = "" },
            new CallOptions { IdempotencyKey = new string('k', 256) },
            new CallOptions { IdempotencyKey = "a\nb" },
            new CallOptions { Retries = new RetryOptions { InitialInterval = TimeSpan.FromMilliseconds(-1) } },
            new CallOptions { Retries = new RetryOptions { MaxInterval = TimeSpan.FromMilliseconds(-1) } },
            new CallOptions { Retries = new RetryOptions { MaxElapsed = TimeSpan.FromMilliseconds(-1) } },
            new CallOptions { Retries = new RetryOptions { Jitter = TimeSpan.FromMilliseconds(-1) } },
            new CallOptions { Retries = new RetryOptions { Exponent = 0.9 } },
            new CallOptions { Retries = new RetryOptions { Exponent = double.NaN } },
            new CallOptions { Retries = new RetryOptions { StatusCodes = null! } },
            new CallOptions { Headers = new Dictionary<string, string> { ["a b"] = "c" } },
            new CallOptions { Headers = new Dictionary<string, string> { ["a"] = "b\r\nc: d" } },
            new CallOptions { Headers = new Dictionary<string, string> { [""] = "b" } },
            new CallOptions { Headers = new Dictionary<string, string> { ["Host"] = "elsewhere" } },
            new CallOptions { Headers = new Dictionary<string, string> { ["Content-Length"] = "1" } },
        ];

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task Call_options_out_of_bounds_are_refused_before_anything_is_sent(CallOptions options)
    {
        await using var server = new ScriptedServer();

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            server.Gr4vy().AskAsync(ApiRequest.Get($"/x"), options)
        );
        Assert.Equal(nameof(options), error.ParamName);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_merchant_account_that_would_break_a_header_is_refused_by_name()
    {
        var merchantAccountId = "a\r\nx: y";

        Assert.Throws<ArgumentException>(
            nameof(merchantAccountId),
            () => ApiRequest.Get($"/x").ForMerchant(merchantAccountId)
        );
    }

    private static Uri Ours => new("http://127.0.0.1:8080");

    // Else a token for this server would go to the vendor.
    [Fact]
    public void A_client_that_is_not_told_where_to_call_goes_to_no_cloud()
    {
        ArgumentException[] errors =
        [
            Assert.Throws<ArgumentException>(() => new Gr4vyClient(new Gr4vyClientOptions { Id = "shop" })),
            Assert.Throws<ArgumentException>(() => new PolarClient(new PolarClientOptions { AccessToken = "token" })),
        ];

        Assert.All(
            errors,
            error => Assert.StartsWith("BaseUrl or Server is required.", error.Message, StringComparison.Ordinal)
        );
    }

    public static TheoryData<Gr4vyClientOptions> WrongGr4vy =>
        [
            new Gr4vyClientOptions(),
            new Gr4vyClientOptions { Server = ApiServer.Sandbox },
            new Gr4vyClientOptions { Id = "", Server = ApiServer.Sandbox },
            new Gr4vyClientOptions { Id = "evil.example/", Server = ApiServer.Sandbox },
            new Gr4vyClientOptions { Id = "shop", Server = (ApiServer)7 },
            new Gr4vyClientOptions { BaseUrl = Ours, Timeout = TimeSpan.Zero },
            new Gr4vyClientOptions { BaseUrl = Ours, MerchantAccountId = "a\nb" },
            new Gr4vyClientOptions
            {
                BaseUrl = Ours,
                Retries = new RetryOptions { Exponent = 0 },
            },
            new Gr4vyClientOptions { BaseUrl = new Uri("/relative", UriKind.Relative) },
            new Gr4vyClientOptions { BaseUrl = new Uri("ftp://host") },
            new Gr4vyClientOptions { BaseUrl = new Uri("http://host?x=1") },
            new Gr4vyClientOptions { BaseUrl = new Uri("http://user:word@host") },
        ];

    [Theory]
    [MemberData(nameof(WrongGr4vy))]
    public void A_Gr4vy_client_refuses_options_out_of_bounds(Gr4vyClientOptions options) =>
        Assert.ThrowsAny<ArgumentException>(() => new Gr4vyClient(options));

    public static TheoryData<PolarClientOptions> WrongPolar =>
        [
            new PolarClientOptions { Server = (ApiServer)7 },
            new PolarClientOptions { BaseUrl = Ours, AccessToken = "a\nb" },
            new PolarClientOptions { BaseUrl = Ours, AccessToken = "" },
            new PolarClientOptions { BaseUrl = Ours, AccessToken = " " },
            new PolarClientOptions { BaseUrl = Ours, ApiVersion = "a\nb" },
            new PolarClientOptions { BaseUrl = Ours, Timeout = TimeSpan.FromMilliseconds(-1) },
            new PolarClientOptions { BaseUrl = new Uri("http://host#x") },
            new PolarClientOptions
            {
                BaseUrl = Ours,
                Retries = new RetryOptions { Jitter = TimeSpan.FromMilliseconds(-1) },
            },
        ];

    [Theory]
    [MemberData(nameof(WrongPolar))]
    public void A_Polar_client_refuses_options_out_of_bounds(PolarClientOptions options) =>
        Assert.ThrowsAny<ArgumentException>(() => new PolarClient(options));

    [Theory]
    [InlineData(ApiServer.Sandbox, "https://api.sandbox.shop.gr4vy.app/x", "https://sandbox-api.polar.sh/x")]
    [InlineData(ApiServer.Production, "https://api.shop.gr4vy.app/x", "https://api.polar.sh/x")]
    public async Task The_clouds_of_the_vendors_have_their_hosts(ApiServer cloud, string gr4vy, string polar)
    {
        using var handler = new EchoHandler();
        using var http = new HttpClient(handler);
        var options = new Gr4vyClientOptions
        {
            Id = "shop",
            Server = cloud,
            HttpClient = http,
        };

        await new Gr4vyClient(options).AskAsync(ApiRequest.Get($"/x"));
        await new PolarClient(
            new PolarClientOptions
            {
                Server = cloud,
                HttpClient = http,
                ApiVersion = "2026-04",
            }
        ).AskAsync(ApiRequest.Get($"/x"));

        Assert.Equal([gr4vy, polar], handler.Asked.Select(request => request.RequestUri!.AbsoluteUri));
        Assert.Equal("2026-04", Assert.Single(handler.Asked[1].Headers.GetValues("Polar-Version")));
    }

    private sealed class EchoHandler : HttpMessageHandler
    {
        public List<HttpRequestMessage> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Asked.Add(request);
            var content = new StringContent("{}", Encoding.UTF8, "application/json");
            return Task.FromResult(new HttpResponseMessage { Content = content });
        }
    }
}
