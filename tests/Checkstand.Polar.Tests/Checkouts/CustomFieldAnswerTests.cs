using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What buyers may answer to custom fields, and when an answer has to be there (contract section 2.7).</summary>
public sealed class CustomFieldAnswerTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Text = """ "type":"text","properties":{"min_length":2,"max_length":4} """;
    private const string Number = """ "type":"number","properties":{"ge":-5,"le":5} """;
    private const string AnyNumber = """ "type":"number","properties":{} """;
    private const string Date = """ "type":"date","properties":{"ge":1893456000,"le":1924991999} """;
    private const string Checkbox = """ "type":"checkbox","properties":{} """;
    private const string Select =
        """ "type":"select","properties":{"options":[{"value":"s","label":"Small"},{"value":"m","label":"Medium"}]} """;

    private static int slugs;

    [Theory]
    [InlineData(Text, "\"ab\"", "\"ab\"")]
    [InlineData(Text, "\"abcd\"", "\"abcd\"")]
    [InlineData(Text, "null", "null")]
    [InlineData(Number, "-5", "-5")]
    [InlineData(Number, "5", "5")]
    [InlineData(AnyNumber, "2147483647", "2147483647")]
    [InlineData(AnyNumber, "-2147483648", "-2147483648")]
    [InlineData(Date, "\"2030-01-01T00:00:00Z\"", "\"2030-01-01T00:00:00Z\"")]
    [InlineData(Date, "\"2030-12-31T23:59:59+00:00\"", "\"2030-12-31T23:59:59Z\"")]
    [InlineData(Date, "\"2030-06-01T02:00:00+02:00\"", "\"2030-06-01T00:00:00Z\"")]
    [InlineData(Checkbox, "true", "true")]
    [InlineData(Checkbox, "false", "false")]
    [InlineData(Checkbox, "null", "false")]
    [InlineData(Select, "\"m\"", "\"m\"")]
    public async Task A_good_answer_is_kept(string field, string answer, string kept)
    {
        var (product, slug) = await SellAsync(field, isRequired: false);
        var data = Data(slug, answer);

        Assert.Equal(kept, (await server.OpenAsync(product, data)).Expect(201).JsonAt($"/custom_field_data/{slug}"));
        var checkout = await server.CheckoutAsync(product);
        Assert.Equal(
            kept,
            (await checkout.ClientUpdateAsync($"{{{data}}}")).Expect(200).JsonAt($"/custom_field_data/{slug}")
        );
        Assert.Equal(kept, (await ConfirmAsync(checkout)).Expect(200).JsonAt($"/custom_field_data/{slug}"));
    }

    [Theory]
    [InlineData(Text, "\"a\"", "string_too_short")]
    [InlineData(Text, "\"abcde\"", "string_too_long")]
    [InlineData(Text, "5", "string_type")]
    [InlineData(Number, "-6", "greater_than_equal")]
    [InlineData(Number, "6", "less_than_equal")]
    [InlineData(Number, "\"five\"", "int_type")]
    [InlineData(AnyNumber, "2147483648", "less_than_equal")]
    [InlineData(AnyNumber, "-2147483649", "greater_than_equal")]
    [InlineData(Date, "\"2029-12-31T23:59:59Z\"", "greater_than_equal")]
    [InlineData(Date, "\"2031-01-01T00:00:00Z\"", "less_than_equal")]
    [InlineData(Date, "\"soon\"", "datetime_parsing")]
    [InlineData(Checkbox, "\"maybe\"", "bool_type")]
    [InlineData(Select, "\"l\"", "literal_error")]
    public async Task A_bad_answer_is_refused_where_it_stands(string field, string answer, string type)
    {
        var (product, slug) = await SellAsync(field, isRequired: false);
        string[] complaint = [$"body.custom_field_data.{slug}: {type}"];
        var data = Data(slug, answer);

        Assert.Equal(complaint, (await server.OpenAsync(product, data)).Expect(422).Complaints);
        var checkout = await server.CheckoutAsync(product);
        Assert.Equal(complaint, (await checkout.UpdateAsync($"{{{data}}}")).Expect(422).Complaints);
        Assert.Equal(complaint, (await checkout.ClientUpdateAsync($"{{{data}}}")).Expect(422).Complaints);
        Assert.Equal(complaint, (await ConfirmAsync(checkout, data)).Expect(422).Complaints);
    }

    [Theory]
    [InlineData(Text, "null", "missing", "\"ab\"")]
    [InlineData(Number, "null", "missing", "0")]
    [InlineData(Date, "null", "missing", "\"2030-06-01T00:00:00Z\"")]
    [InlineData(Select, "null", "missing", "\"s\"")]
    [InlineData(Checkbox, "false", "literal_error", "true")]
    public async Task A_required_answer_is_asked_for_with_the_confirmation_and_not_before(
        string field,
        string nothing,
        string type,
        string something
    )
    {
        var (product, slug) = await SellAsync(field, isRequired: true);
        var checkout = await server.CheckoutAsync(product, Data(slug, nothing));
        (await checkout.ClientUpdateAsync($"{{{Data(slug, nothing)}}}")).Expect(200);
        string[] missing = [$"body.custom_field_data.{slug}: missing"];

        var silent = await ConfirmAsync(await server.CheckoutAsync(product));
        Assert.Equal(missing, silent.Expect(422).Complaints);
        var refused = await ConfirmAsync(checkout);
        Assert.Equal([$"body.custom_field_data.{slug}: {type}"], refused.Expect(422).Complaints);

        var confirmed = await ConfirmAsync(checkout, Data(slug, something));
        Assert.Equal(something, confirmed.Expect(200).JsonAt($"/custom_field_data/{slug}"));
    }

    [Fact]
    public async Task What_is_not_asked_is_dropped_and_what_was_not_answered_is_empty_in_the_end()
    {
        var (product, slug) = await SellAsync(Text, isRequired: false);
        var (boxed, box) = await SellAsync(Checkbox, isRequired: false);
        var checkout = await server.CheckoutAsync(product, """ "custom_field_data":{"nobody-asked":"x"} """);
        Assert.Equal("{}", checkout.Created.JsonAt("/custom_field_data"));

        var confirmed = await ConfirmAsync(checkout, """ "custom_field_data":{"nobody-asked":5} """);
        Assert.Equal($$"""{"{{slug}}":null}""", confirmed.Expect(200).JsonAt("/custom_field_data"));
        var unticked = await ConfirmAsync(await server.CheckoutAsync(boxed));
        Assert.Equal($$"""{"{{box}}":false}""", unticked.Expect(200).JsonAt("/custom_field_data"));
    }

    [Fact]
    public async Task Answers_of_a_confirmation_take_the_place_of_those_before()
    {
        var (one, two) = (await FieldAsync(Text), await FieldAsync(Text));
        var product = await server.ProductAsync(
            Fixed(500),
            $$"""
            "attached_custom_fields":[{"custom_field_id":"{{one.Id}}","required":false},
            {"custom_field_id":"{{two.Id}}","required":false}]
            """
        );
        var checkout = await server.CheckoutAsync(product, Data(one.Slug, "\"abc\""));

        var confirmed = await ConfirmAsync(checkout, Data(two.Slug, "\"xyz\""));

        Assert.Equal(
            $$"""{"{{one.Slug}}":null,"{{two.Slug}}":"xyz"}""",
            confirmed.Expect(200).JsonAt("/custom_field_data")
        );
    }

    [Fact]
    public async Task Fractions_are_no_answers_and_other_values_are_of_any_kind()
    {
        var (product, slug) = await SellAsync(AnyNumber, isRequired: false);
        Assert.Equal(
            [$"body.custom_field_data.{slug}: int_from_float"],
            (await server.OpenAsync(product, Data(slug, "1.5"))).Expect(422).Complaints
        );
        var others = """ "custom_field_data":{"a":"x","b":1,"c":true,"d":null,"e":"2030-01-01T00:00:00Z"} """;
        (await server.OpenAsync(product, others)).Expect(201);
    }

    private static string Data(string slug, string answer) => $$""" "custom_field_data":{"{{slug}}":{{answer}}} """;

    private Task<Answer> ConfirmAsync(OpenCheckout checkout, string said = "") =>
        server.Public.ConfirmAsync(new Opened($"{checkout.Id}", checkout.Secret), buyer: Shop.Buyer + Comma(said));

    private async Task<(Guid Product, string Slug)> SellAsync(string field, bool isRequired)
    {
        var (id, slug) = await FieldAsync(field);
        var required = isRequired ? "true" : "false";
        return (
            await server.ProductAsync(
                Fixed(500),
                $$""" "attached_custom_fields":[{"custom_field_id":"{{id}}","required":{{required}}}] """
            ),
            slug
        );
    }

    private async Task<(string Id, string Slug)> FieldAsync(string field)
    {
        var slug = $"asked-{Interlocked.Increment(ref slugs)}";
        var made = await server.Api.PostAsync(
            "/v1/custom-fields/",
            $$"""{"slug":"{{slug}}","name":"Asked",{{field}}}"""
        );
        return (made.Expect(201).TextAt("/id")!, slug);
    }
}
