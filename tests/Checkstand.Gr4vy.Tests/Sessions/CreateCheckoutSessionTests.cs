namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class CreateCheckoutSessionTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    private Ask Post => api.Backend("POST", ApiClient.Sessions);

    [Fact]
    public async Task A_new_session_lives_for_an_hour()
    {
        var created = (await api.CreateAsync("{}")).Expect(201);

        Assert.Equal("application/json", created.Header("content-type"));
        Assert.Equal("checkout-session", created.TextAt("/type"));
        Assert.True(Guid.TryParseExact(created.TextAt("/id"), "D", out _));
        Assert.Equal(After(seconds: 3600), created.TextAt("/expires_at"));
    }

    [Fact]
    public async Task Two_creates_open_two_sessions()
    {
        var first = await api.OpenAsync();
        var second = await api.OpenAsync();

        Assert.NotEqual(first, second);
    }

    // Contract section 1.1: TypeScript declares JSON and sends nothing, C# and the legacy client declare nothing.
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task An_empty_body_opens_a_session_whatever_its_type(string? contentType)
    {
        var created = await api.SendAsync(Post with { Body = [], ContentType = contentType });

        Assert.Equal(After(seconds: 3600), created.Expect(201).TextAt("/expires_at"));
    }

    [Fact]
    public async Task No_body_at_all_opens_a_session() => (await api.SendAsync(Post)).Expect(201);

    [Theory]
    [InlineData("null")]
    [InlineData(" null\r\n")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("[{},{},{}]")]
    [InlineData("\t[ {} , { } ]\n")]
    [InlineData("{}")]
    public async Task A_body_that_says_nothing_opens_a_session(string body)
    {
        var created = (await api.CreateAsync(body)).Expect(201);

        Assert.True(created.IsNullAt("/cart_items"));
        Assert.Equal(After(seconds: 3600), created.TextAt("/expires_at"));
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("[1]")]
    [InlineData("[{\"amount\":1}]")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("true")]
    public async Task A_body_of_another_kind_is_refused(string body)
    {
        Envelope.CheckViolation(await api.CreateAsync(body), "body", "");
    }

    [Theory]
    [InlineData("[{}")]
    [InlineData("[{}]]")]
    [InlineData("[{},]")]
    [InlineData("nul")]
    [InlineData("null null")]
    [InlineData("[]{}")]
    public async Task A_broken_body_that_says_nothing_is_refused(string body)
    {
        Envelope.CheckViolation(await api.CreateAsync(body), "body", "", "json_invalid");
    }

    // C# sends a JSON float (contract section 1.1).
    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("3600.0", 3600)]
    [InlineData("7200.5", 7200.5)]
    [InlineData("86400", 86400)]
    [InlineData("8.64e4", 86400)]
    public async Task A_life_may_be_a_float(string expiresIn, double seconds)
    {
        var created = await api.CreateAsync($$"""{"expires_in":{{expiresIn}}}""");

        Assert.Equal(After(seconds), created.Expect(201).TextAt("/expires_at"));
    }

    [Fact]
    public async Task Explicit_nulls_are_as_good_as_silence()
    {
        var created = await api.CreateAsync(
            """
            {"cart_items":null,"metadata":null,"buyer":null,"airline":null,"amount":null,"currency":null,
            "payment_service_id":null,"country":null,"is_subsequent_payment":null,"merchant_initiated":null,
            "payment_source":null,"intent":null,"expires_in":3600}
            """
        );
        var silent = await api.CreateAsync("{}");

        var id = created.Expect(201).TextAt("/id")!;
        Assert.Equal(silent.Text.Replace(silent.TextAt("/id")!, id, StringComparison.Ordinal), created.Text);
    }

    // TypeScript refuses to read a time without an offset back (contract section 5).
    [Theory]
    [InlineData("2013-07-16T19:23:00.000Z", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00.0000000Z", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00.1234567Z", "2013-07-16T19:23:00.1234567Z")]
    [InlineData("2013-07-16T19:23:00+00:00", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00-03:30", "2013-07-16T19:23:00-03:30")]
    [InlineData("2013-07-16T19:23:00", "2013-07-16T19:23:00Z")]
    [InlineData("2013-07-16T19:23:00.5", "2013-07-16T19:23:00.5Z")]
    public async Task A_time_comes_back_with_an_offset(string sent, string echoed)
    {
        var created = await api.CreateAsync(
            $$$"""{"airline":{"issued_at":"{{{sent}}}","legs":[{"arrival_at":"{{{sent}}}","departure_at":"{{{sent}}}"}]}}"""
        );

        Assert.Equal(echoed, created.Expect(201).TextAt("/airline/issued_at"));
        Assert.Equal(echoed, created.TextAt("/airline/legs/0/arrival_at"));
        Assert.Equal(echoed, created.TextAt("/airline/legs/0/departure_at"));
    }

    [Fact]
    public async Task A_date_stays_a_date()
    {
        var created = await api.CreateAsync("""{"airline":{"passengers":[{"date_of_birth":"2013-07-16"}]}}""");

        Assert.Equal("2013-07-16", created.Expect(201).TextAt("/airline/passengers/0/date_of_birth"));
    }

    [Fact]
    public async Task Documented_defaults_are_filled_in()
    {
        var created = await api.CreateAsync(
            """{"cart_items":[{"name":"GoPro HD","quantity":2,"unit_amount":1299}],"airline":{}}"""
        );

        Assert.Equal(0, created.Expect(201).At("/cart_items/0/discount_amount").GetInt32());
        Assert.Equal(0, created.At("/cart_items/0/tax_amount").GetInt32());
        Assert.Equal("electronic", created.TextAt("/airline/ticket_delivery_method"));
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    [InlineData("bEaReR")]
    public async Task The_word_bearer_may_be_written_in_any_case(string word)
    {
        var ask = Post with { Authorization = $"{word} {server.Tokens.Token()}" };

        (await api.SendAsync(ask)).Expect(201);
    }

    // TypeScript sends a cookie header without a value (contract section 1.1).
    [Fact]
    public async Task An_empty_cookie_header_is_ignored() =>
        (await api.SendAsync(Post.Json("{}").Header("cookie", ""))).Expect(201);

    [Theory]
    [InlineData("x-gr4vy-merchant-account-id")]
    [InlineData("X-GR4VY-MERCHANT-ACCOUNT-ID")]
    public async Task The_merchant_account_header_may_be_written_in_any_case(string header)
    {
        var ask = api.Backend("POST", ApiClient.Sessions).Json("{}").Header(header, Gr4vyServer.OtherAccount);
        var id = (await api.SendAsync(ask)).Expect(201).TextAt("/id")!;

        (await api.GetAsync(id, Gr4vyServer.OtherAccount)).Expect(200);
        (await api.GetAsync(id)).Expect(404);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("default")]
    [InlineData("")]
    public async Task A_session_belongs_to_the_default_account_unless_another_is_named(string? merchant)
    {
        var id = await api.OpenAsync("{}", merchant);

        (await api.GetAsync(id, "default")).Expect(200);
        (await api.GetAsync(id)).Expect(200);
    }

    // Not an operation that the vendor replays (contract section 1.1).
    [Fact]
    public async Task Without_an_idempotency_key_every_request_opens_a_session_of_its_own()
    {
        var ask = Post.Json("{}");

        var first = (await api.SendAsync(ask)).Expect(201).TextAt("/id");

        Assert.NotEqual(first, (await api.SendAsync(ask)).Expect(201).TextAt("/id"));
    }

    [Fact]
    public async Task What_is_taken_but_not_shown_stays_out_of_the_answer()
    {
        var created = await api.CreateAsync(
            """
            {"expires_in":3600,"country":"GB","is_subsequent_payment":true,"merchant_initiated":false,
            "payment_source":"recurring","intent":"capture"}
            """
        );

        string[] shown =
        [
            "type",
            "id",
            "cart_items",
            "metadata",
            "buyer",
            "airline",
            "amount",
            "currency",
            "payment_service_id",
            "expires_at",
            "payment_method",
        ];
        Assert.Equal(shown, created.Expect(201).Json.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Text_comes_back_as_it_was_sent()
    {
        const string text = "Zoë 東京 😀 <b>&\\\"/ \\u00e9 \\ud83d\\ude00 \\t";
        var created = await api.CreateAsync($$$"""{"metadata":{"{{{text}}}":"{{{text}}}"}}""");

        var pair = Assert.Single(created.Expect(201).At("/metadata").EnumerateObject());
        Assert.Equal("Zoë 東京 😀 <b>&\"/ é 😀 \t", pair.Name);
        Assert.Equal(pair.Name, pair.Value.GetString());
    }

    private string After(double seconds) =>
        server.Clock.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
