namespace Checkstand.Polar.Tests.Organizations;

/// <summary>Organizations over HTTP. Each test has a server of its own: there is one organization to change.</summary>
public sealed class OrganizationTests : PolarServer
{
    private string Own => $"/v1/organizations/{Acme.Id}";

    [Fact]
    public async Task A_token_lists_its_own_organization_only()
    {
        var answer = (await Api.GetAsync("/v1/organizations/")).Expect(200);

        Assert.Equal(1, answer.At("/items").GetArrayLength());
        Assert.Equal(Acme.Id.ToString(), answer.TextAt("/items/0/id"));
        Assert.Equal((1, 1), (answer.NumberAt("/pagination/total_count"), answer.NumberAt("/pagination/max_page")));
    }

    [Theory]
    [InlineData("?slug=acme", 1, 1)]
    [InlineData("?slug=umbrella", 0, 0)]
    [InlineData("?slug=ACME", 0, 0)]
    [InlineData("?page=2", 0, 1)]
    [InlineData("?sorting=-name&sorting=slug&sorting=days_in_status", 1, 1)]
    public async Task A_list_is_filtered_and_paged(string query, int items, int total)
    {
        var answer = (await Api.GetAsync("/v1/organizations/" + query)).Expect(200);

        Assert.Equal(items, answer.At("/items").GetArrayLength());
        Assert.Equal(total, answer.NumberAt("/pagination/total_count"));
    }

    [Fact]
    public async Task An_unknown_criterion_is_refused() =>
        Assert.Equal(
            ["query.sorting: enum"],
            (await Api.GetAsync("/v1/organizations/?sorting=age")).Expect(422).Complaints
        );

    [Fact]
    public async Task A_new_organization_is_shown_with_every_key() =>
        Golden.AssertSame("organizations.get", await Api.GetAsync(Own));

    [Fact]
    public async Task An_organization_that_said_everything_is_shown_so()
    {
        var answer = await Api.PatchAsync(Own, Everything);

        Golden.AssertSame("organizations.update.everything", answer);
        Assert.Equal(answer.Text, (await Api.GetAsync(Own)).Text);
    }

    [Fact]
    public async Task Another_organization_is_not_found()
    {
        foreach (var id in new[] { Umbrella.Id, Guid.Parse("5b0fbd7c-0f1a-4a4b-8a43-000000000000") })
        {
            var read = (await Api.GetAsync($"/v1/organizations/{id}")).ExpectError(404, "ResourceNotFound");
            var changed = (await Api.PatchAsync($"/v1/organizations/{id}", "{}")).Expect(404);
            Assert.Equal("""{"error":"ResourceNotFound","detail":"Not found"}""", read.Text);
            Assert.Equal(read.Text, changed.Text);
        }

        Assert.Equal("Umbrella", (await OtherApi.GetAsync($"/v1/organizations/{Umbrella.Id}")).TextAt("/name"));
    }

    [Fact]
    public async Task What_a_body_does_not_name_stays()
    {
        var before = (await Api.PatchAsync(Own, Everything)).Expect(200);
        Clock.Advance(TimeSpan.FromSeconds(1));

        var after = (await Api.PatchAsync(Own, """{"unknown":1}""")).Expect(200);

        Assert.NotEqual(before.TextAt("/modified_at"), after.TextAt("/modified_at"));
        Assert.Equal(WithoutModifiedAt(before), WithoutModifiedAt(after));

        static string WithoutModifiedAt(Answer answer) =>
            answer.Text.Replace($"\"modified_at\":\"{answer.TextAt("/modified_at")}\"", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_clears_what_may_be_null()
    {
        await Api.PatchAsync(Own, Everything);

        var answer = (
            await Api.PatchAsync(Own, """{"avatar_url":null,"email":null,"website":null,"country":null}""")
        ).Expect(200);

        Assert.All(["/avatar_url", "/email", "/website", "/country"], field => Assert.True(answer.IsNullAt(field)));
    }

    [Fact]
    public async Task Null_keeps_what_may_not_be_null()
    {
        var before = (await Api.PatchAsync(Own, Everything)).Expect(200);

        var after = (
            await Api.PatchAsync(
                Own,
                """
                {"name":null,"socials":null,"details":null,"feature_settings":null,"subscription_settings":null,
                 "customer_email_settings":null,"customer_portal_settings":null,"dispute_settings":null,
                 "embed_hosts":null,"default_presentment_currency":null,"default_tax_behavior":null,
                 "sso_enforced":null}
                """
            )
        ).Expect(200);

        Assert.Equal(before.Text, after.Text);
    }

    [Fact]
    public async Task Features_are_changed_one_by_one_and_only_those_that_a_seller_may_change()
    {
        await Api.PatchAsync(Own, """{"feature_settings":{"member_model_enabled":true}}""");

        var features = (
            await Api.PatchAsync(
                Own,
                """{"feature_settings":{"checkout_localization_enabled":true,"sso_enabled":true,"wallets_enabled":true}}"""
            )
        ).At("/feature_settings");

        Assert.True(features.GetProperty("member_model_enabled").GetBoolean());
        Assert.True(features.GetProperty("checkout_localization_enabled").GetBoolean());
        Assert.False(features.GetProperty("sso_enabled").GetBoolean());
        Assert.False(features.GetProperty("wallets_enabled").GetBoolean());
    }

    [Fact]
    public async Task Details_are_dated_once_and_shown_to_nobody()
    {
        var first = (await Api.PatchAsync(Own, """{"details":{"about":"Shoes"}}""")).Expect(200);
        Clock.Advance(TimeSpan.FromDays(1));
        var second = (await Api.PatchAsync(Own, """{"details":{"about":"Boots"}}""")).Expect(200);

        Assert.Equal(first.TextAt("/modified_at"), first.TextAt("/details_submitted_at"));
        Assert.Equal(first.TextAt("/details_submitted_at"), second.TextAt("/details_submitted_at"));
        Assert.DoesNotContain("Boots", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"ab"}""", "body.name: string_too_short")]
    [InlineData("""{"name":7}""", "body.name: string_type")]
    [InlineData("""{"avatar_url":"ftp://example.com/a"}""", "body.avatar_url: url_parsing")]
    [InlineData("""{"email":"nobody"}""", "body.email: value_error")]
    [InlineData("""{"website":""}""", "body.website: url_parsing")]
    [InlineData(
        """{"socials":[{"platform":"myspace","url":"https://example.com"}]}""",
        "body.socials.0.platform: enum"
    )]
    [InlineData("""{"socials":[{"platform":"x"}]}""", "body.socials.0.url: missing")]
    [InlineData("""{"country":"RU"}""", "body.country: enum")]
    [InlineData("""{"country":"de"}""", "body.country: enum")]
    [InlineData("""{"subscription_settings":{}}""", "body.subscription_settings.allow_multiple_subscriptions: missing")]
    [InlineData("""{"customer_portal_settings":{"usage":{}}}""", "body.customer_portal_settings.usage.show: missing")]
    [InlineData("""{"embed_hosts":["https://example.com"]}""", "body.embed_hosts.0: value_error")]
    [InlineData("""{"embed_hosts":["example.com","*.com"]}""", "body.embed_hosts.1: value_error")]
    [InlineData("""{"default_presentment_currency":"xxx"}""", "body.default_presentment_currency: enum")]
    [InlineData("""{"default_presentment_currency":"USD"}""", "body.default_presentment_currency: enum")]
    [InlineData("""{"default_tax_behavior":"none"}""", "body.default_tax_behavior: enum")]
    [InlineData(
        """{"dispute_settings":{"auto_accept_below_amount":10001}}""",
        "body.dispute_settings.auto_accept_below_amount: less_than_equal"
    )]
    public async Task What_breaks_a_bound_is_named_and_changes_nothing(string body, string complaint)
    {
        var before = (await Api.GetAsync(Own)).Text;

        var answer = (await Api.PatchAsync(Own, body)).ExpectError(422, "RequestValidationError");

        Assert.Equal(complaint, answer.Complaints[0]);
        Assert.Equal(before, (await Api.GetAsync(Own)).Text);
    }

    [Fact]
    public async Task Hosts_are_kept_in_lower_case_and_once()
    {
        var answer = (
            await Api.PatchAsync(
                Own,
                """{"embed_hosts":["Example.COM","example.com","*.shop.example","localhost:3000","127.0.0.1:8080","[::1]:80","chrome-extension://abcdef"]}"""
            )
        ).Expect(200);

        Assert.Equal(
            [
                "example.com",
                "*.shop.example",
                "localhost:3000",
                "127.0.0.1:8080",
                "[::1]:80",
                "chrome-extension://abcdef",
            ],
            answer.At("/embed_hosts").EnumerateArray().Select(host => host.GetString())
        );
        Assert.True(answer.At("/embed_hosts_enforced").GetBoolean());
    }

    [Fact]
    public async Task What_there_is_not_is_refused_by_name()
    {
        (await Api.PatchAsync(Own, """{"dispute_settings":{"auto_accept_below_amount":500}}""")).ExpectError(
            403,
            "DisputeAutoAcceptNotEnabled"
        );
        (await Api.PatchAsync(Own, """{"sso_enforced":true}""")).ExpectError(409, "SSOEnforcementRequiresConnection");
        (await Api.PatchAsync(Own, """{"sso_enforced":false,"dispute_settings":{}}""")).Expect(200);
    }

    [Fact]
    public async Task A_token_cannot_create_an_organization()
    {
        var answer = await Api.PostAsync("/v1/organizations/", """{"name":"Third","slug":"third"}""");

        answer.ExpectError(403, "CannotCreateOrganizationError");
        Assert.Equal(2, Organizations.All.Count);
    }

    [Theory]
    [InlineData("GET", "/v1/organizations/", "organizations:read")]
    [InlineData("GET", "/v1/organizations/{own}", "organizations:read")]
    [InlineData("PATCH", "/v1/organizations/{own}", "organizations:write")]
    public async Task Each_operation_asks_for_its_scope(string method, string path, string scope)
    {
        var body = method == "PATCH" ? "{}" : null;
        path = path.Replace("{own}", Acme.Id.ToString(), StringComparison.Ordinal);
        using var stranger = await WithScopesAsync("checkouts:write", "products:read");
        using var fitting = await WithScopesAsync(scope);
        using var writer = await WithScopesAsync("organizations:write");
        using var reader = await WithScopesAsync("organizations:read");

        (await stranger.SendAsync(method, path, body)).ExpectError(403, "insufficient_scope");
        (await fitting.SendAsync(method, path, body)).Expect(200);
        (await writer.SendAsync(method, path, body)).Expect(200);
        (await reader.SendAsync(method, path, body)).Expect(scope == "organizations:read" ? 200 : 403);
    }

    [Fact]
    public async Task A_change_outlives_the_process()
    {
        await Api.PatchAsync(Own, Everything);
        var before = (await Api.GetAsync(Own)).Text;

        await Organizations.LoadAsync(CancellationToken.None);

        Assert.Equal(before, (await Api.GetAsync(Own)).Text);
    }

    private const string Everything = """
        {
          "name": "Łódź 🛒",
          "avatar_url": "https://example.com/a.png",
          "email": "Help@Example.COM",
          "website": "https://example.com",
          "socials": [{"platform": "github", "url": "https://github.com/acme"}],
          "details": {"product_description": "Shoes", "selling_categories": ["shoes"], "switching_from": "stripe"},
          "country": "DE",
          "feature_settings": {"member_model_enabled": true, "overview_metrics": ["revenue"]},
          "subscription_settings": {
            "allow_multiple_subscriptions": false, "proration_behavior": "invoice",
            "benefit_revocation_grace_period": 7, "prevent_trial_abuse": true, "allow_customer_updates": false
          },
          "customer_email_settings": {
            "order_confirmation": false, "payment_method_expiration_reminder": false,
            "subscription_cancellation": true, "subscription_confirmation": true, "subscription_cycled": true,
            "subscription_cycled_after_trial": true, "subscription_past_due": true, "subscription_paused": true,
            "subscription_resumed": true, "subscription_renewal_reminder": false, "subscription_revoked": true,
            "subscription_trial_conversion_reminder": true, "subscription_uncanceled": true,
            "subscription_updated": true
          },
          "customer_portal_settings": {
            "usage": {"show": false}, "subscription": {"update_seats": false, "update_plan": true, "pause": true},
            "customer": {"allow_email_change": true}
          },
          "dispute_settings": {"auto_accept_below_amount": null},
          "embed_hosts": ["*.example.com"],
          "default_presentment_currency": "eur",
          "default_tax_behavior": "inclusive",
          "sso_enforced": false
        }
        """;
}
