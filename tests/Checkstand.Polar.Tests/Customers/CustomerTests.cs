namespace Checkstand.Polar.Tests.Customers;

/// <summary>Customers as a seller's backend makes, reads, changes and deletes them.</summary>
public sealed class CustomerTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_customer_that_says_everything_is_answered_as_agreed() =>
        Golden.AssertSame(
            "customers.create.everything",
            await server.Api.PostAsync(
                "/v1/customers/",
                """
                {"email":"Ada@Example.COM","external_id":"e-1","name":" Ada ","type":"individual","tax_id":"fr 61954506077",
                 "billing_address":{"country":"fr","line1":"1 rue X","line2":" ","city":"Lyon","postal_code":"69001"},
                 "locale":"fr-ca","metadata":{"a":1.5,"b":true}}
                """
            )
        );

    [Fact]
    public async Task A_customer_that_says_no_more_than_its_address_is_answered_as_agreed() =>
        Golden.AssertSame(
            "customers.create.minimal",
            await server.Api.PostAsync("/v1/customers/", """{"email":"minimal@example.com"}""")
        );

    [Theory]
    [InlineData("{}", "body.email: missing")]
    [InlineData("""{"email":null}""", "body.email: string_type")]
    [InlineData("""{"email":"nobody"}""", "body.email: value_error")]
    [InlineData("""{"email":"x@example.com","type":"team"}""", "body.type: value_error")]
    [InlineData("""{"email":"x@example.com","owner":{"email":"y@example.com"}}""", "body.owner: value_error")]
    [InlineData("""{"email":"x@example.com","locale":"klingon"}""", "body.locale: value_error")]
    [InlineData("""{"email":"x@example.com","tax_id":"FR61954506077"}""", "body.billing_address: missing")]
    [InlineData(
        """{"email":"x@example.com","tax_id":"FR1","billing_address":{"country":"FR"}}""",
        "body.tax_id: invalid"
    )]
    [InlineData(
        """{"email":"x@example.com","billing_address":{"country":"RU"}}""",
        "body.billing_address.country: enum"
    )]
    [InlineData(
        """{"email":"x@example.com","billing_address":{"country":"US","state":"ZZ"}}""",
        "body.billing_address.state: value_error"
    )]
    [InlineData(
        """{"email":"x@example.com","organization_id":"0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11"}""",
        "body.organization_id: value_error"
    )]
    public async Task What_breaks_a_rule_is_refused_at_its_place(string json, string complaint) =>
        Assert.Equal([complaint], (await server.Api.PostAsync("/v1/customers/", json)).Expect(422).Complaints);

    [Fact]
    public async Task An_address_and_an_external_id_are_taken_once_in_an_organization()
    {
        (await server.Api.PostAsync("/v1/customers/", """{"email":"once@example.com","external_id":"once"}""")).Expect(
            201
        );

        Assert.Equal(
            """
            {"error":"PolarRequestValidationError","detail":[{"type":"value_error","loc":["body","email"],"msg":"A customer with this email address already exists.","input":null}]}
            """,
            (await server.Api.PostAsync("/v1/customers/", """{"email":"ONCE@example.com"}""")).Expect(422).Text
        );
        Assert.Equal(
            ["body.external_id: value_error"],
            (await server.Api.PostAsync("/v1/customers/", """{"email":"twice@example.com","external_id":"once"}"""))
                .Expect(422)
                .Complaints
        );
        (
            await server.OtherApi.PostAsync("/v1/customers/", """{"email":"once@example.com","external_id":"once"}""")
        ).Expect(201);
    }

    [Fact]
    public async Task What_is_named_is_changed_and_null_clears_what_can_be_without()
    {
        var path = await MakeAsync(""","name":"Old","locale":"de" """);

        var changed = (
            await server.Api.PatchAsync(
                path,
                """
                {"name":null,"locale":null,"email":"New@Example.com","external_id":"given","metadata":{"k":"v"},
                 "billing_address":{"country":"US","state":"ca","line1":"1 Main St"},"type":"individual"}
                """
            )
        ).Expect(200);

        Golden.AssertSame("customers.update", changed);
        Assert.Equal(changed.Text, (await server.Api.GetAsync(path)).Text);
    }

    [Fact]
    public async Task An_empty_change_keeps_everything_and_so_does_null_for_the_address_of_the_mailbox()
    {
        var path = await MakeAsync(""","name":"Kept","metadata":{"a":"b"} """);
        var before = (await server.Api.GetAsync(path)).Json;

        var after = (await server.Api.PatchAsync(path, """{"email":null}""")).Expect(200);

        foreach (var member in before.EnumerateObject().Where(member => member.Name != "modified_at"))
        {
            Assert.Equal(member.Value.GetRawText(), after.At("/" + member.Name).GetRawText());
        }
    }

    [Fact]
    public async Task An_external_id_stays_once_there_is_one()
    {
        var path = await MakeAsync(""","external_id":"stays" """);

        foreach (var json in new[] { """{"external_id":"other"}""", """{"external_id":null}""" })
        {
            Assert.Equal(
                ["body.external_id: value_error"],
                (await server.Api.PatchAsync(path, json)).Expect(422).Complaints
            );
        }

        (await server.Api.PatchAsync(path, """{"external_id":"stays"}""")).Expect(200);
    }

    [Fact]
    public async Task A_tax_id_is_checked_again_when_the_country_changes()
    {
        var path = await MakeAsync(""","tax_id":"FR61954506077","billing_address":{"country":"FR"} """);

        Assert.Equal(
            ["body.tax_id: invalid"],
            (await server.Api.PatchAsync(path, """{"billing_address":{"country":"US"}}""")).Expect(422).Complaints
        );
        Assert.Equal(
            ["body.billing_address: value_error"],
            (await server.Api.PatchAsync(path, """{"billing_address":null}""")).Expect(422).Complaints
        );
        var changed = await server.Api.PatchAsync(path, """{"billing_address":{"country":"US"},"tax_id":null}""");
        Assert.True(changed.Expect(200).IsNullAt("/tax_id"));
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_and_its_names_are_free()
    {
        var path = await MakeAsync(""","external_id":"free" """);
        var email = (await server.Api.GetAsync(path)).TextAt("/email");

        Assert.Empty((await server.Api.DeleteAsync(path)).Expect(204).Body);

        (await server.Api.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.PatchAsync(path, "{}")).ExpectError(404, "ResourceNotFound");
        (await server.Api.DeleteAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.PostAsync("/v1/customers/", $$"""{"email":"{{email}}","external_id":"free"}""")).Expect(201);
    }

    [Fact]
    public async Task A_customer_can_be_named_by_its_external_id()
    {
        var path = await MakeAsync(""","external_id":" a/b ü" """);
        const string External = "/v1/customers/external/%20a%2Fb%20%C3%BC";

        Assert.Equal((await server.Api.GetAsync(path)).Text, (await server.Api.GetAsync(External)).Expect(200).Text);
        var changed = (await server.Api.PatchAsync(External, """{"name":"By name","external_id":"ignored"}"""));
        Assert.Equal(" a/b ü", changed.Expect(200).TextAt("/external_id"));
        Assert.Equal("By name", changed.TextAt("/name"));
        (await server.OtherApi.GetAsync(External)).ExpectError(404, "ResourceNotFound");
        (await server.Api.DeleteAsync(External)).Expect(204);
        (await server.Api.GetAsync(External)).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task An_anonymized_customer_leaves_nothing_that_tells_who_it_was()
    {
        var path = await MakeAsync(""","name":"Somebody" """);

        (await server.Api.DeleteAsync(path + "?anonymize=true")).Expect(204);
        (await server.Api.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.DeleteAsync(path + "?anonymize=maybe")).ExpectError(422, "RequestValidationError");
    }

    [Fact]
    public async Task A_customer_of_another_organization_is_as_one_that_never_was()
    {
        var path = await MakeAsync();

        (await server.OtherApi.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.PatchAsync(path, """{"name":"x"}""")).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.DeleteAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.GetAsync(path)).Expect(200);
    }

    [Fact]
    public async Task Reading_needs_one_scope_and_writing_the_other()
    {
        using var reader = await server.WithScopesAsync("customers:read");
        using var writer = await server.WithScopesAsync("customers:write");
        using var stranger = await server.WithScopesAsync("orders:read", "orders:write");
        var path = await MakeAsync();

        (await reader.GetAsync(path)).Expect(200);
        (await writer.GetAsync("/v1/customers/")).Expect(200);
        (await reader.PostAsync("/v1/customers/", "{}")).ExpectError(403, "insufficient_scope");
        (await reader.PatchAsync(path, "{}")).ExpectError(403, "insufficient_scope");
        (await reader.DeleteAsync(path)).ExpectError(403, "insufficient_scope");
        (await reader.DeleteAsync("/v1/customers/external/x")).ExpectError(403, "insufficient_scope");
        (await stranger.GetAsync(path)).ExpectError(403, "insufficient_scope");
        (await server.Public.GetAsync("/v1/customers/")).ExpectError(401, "Unauthorized");
    }

    private async Task<string> MakeAsync(string more = "")
    {
        var answer = await server.Api.PostAsync(
            "/v1/customers/",
            $$"""{"email":"{{Checkstand.Core.RandomId.New():N}}@example.com"{{more}}}"""
        );
        return $"/v1/customers/{answer.Expect(201).TextAt("/id")}";
    }
}
