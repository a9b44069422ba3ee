using Checkstand.Core;

namespace Checkstand.Polar.Tests.Discounts;

/// <summary>What a change of a discount does, and what it can't do.</summary>
public sealed class DiscountUpdateTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Full = """
        {"name":"Full","type":"fixed","duration":"repeating","duration_in_months":3,"amounts":{"usd":100},
         "code":"CODE","starts_at":"2030-01-01T00:00:00Z","ends_at":"2031-01-01T00:00:00Z","max_redemptions":5,
         "max_redemptions_per_customer":2,"metadata":{"a":"b"}}
        """;

    [Fact]
    public async Task An_empty_change_keeps_everything()
    {
        var before = await MakeAsync("EMPTY");

        var after = await ChangeAsync(before, "{}");

        foreach (var member in before.Json.EnumerateObject().Where(member => member.Name != "modified_at"))
        {
            Assert.Equal(member.Value.GetRawText(), after.At("/" + member.Name).GetRawText());
        }

        Assert.False(after.IsNullAt("/modified_at"));
    }

    [Fact]
    public async Task What_is_named_is_changed()
    {
        var before = await MakeAsync("NAMED");

        var after = await ChangeAsync(
            before,
            $$"""
            {"name":"New","code":" renamed ","duration_in_months":6,"amounts":{"usd":200,"eur":150},
             "starts_at":"2030-06-01T00:00:00Z","ends_at":"2030-07-01T00:00:00Z","max_redemptions":1,
             "max_redemptions_per_customer":1,"products":["{{server.Acme.ProductId}}"],"metadata":{"c":1},
             "type":"fixed","duration":"repeating"}
            """
        );

        Golden.AssertSame("discounts.update.everything", after);
    }

    [Fact]
    public async Task Null_clears_what_can_be_without_and_keeps_the_rest()
    {
        var before = await MakeAsync("NULLS");

        var after = await ChangeAsync(
            before,
            """
            {"name":null,"code":null,"starts_at":null,"ends_at":null,"max_redemptions":null,
             "max_redemptions_per_customer":null,"duration":null,"duration_in_months":null,"type":null,"amounts":null,
             "amount":null,"currency":null,"products":null}
            """
        );

        foreach (
            var cleared in new[] { "code", "starts_at", "ends_at", "max_redemptions", "max_redemptions_per_customer" }
        )
        {
            Assert.True(after.IsNullAt("/" + cleared), cleared);
        }

        Assert.Equal("Full", after.TextAt("/name"));
        Assert.Equal(3, after.NumberAt("/duration_in_months"));
        Assert.Equal("""{"usd":100}""", after.At("/amounts").GetRawText());
    }

    [Fact]
    public async Task An_empty_list_of_products_is_for_all_again()
    {
        var made = await MakeAsync("PRODUCTS");
        var narrowed = await ChangeAsync(made, $$"""{"products":["{{server.Acme.ProductId}}"]}""");
        Assert.Equal(1, narrowed.At("/products").GetArrayLength());

        Assert.Equal(0, (await ChangeAsync(made, """{"products":[]}""")).At("/products").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"type":"percentage"}""", "body.type: value_error")]
    [InlineData("""{"duration":"forever"}""", "body.duration: value_error")]
    [InlineData("""{"ends_at":"2029-12-31T00:00:00Z"}""", "body.ends_at: value_error")]
    [InlineData("""{"starts_at":"2031-01-01T00:00:00Z"}""", "body.ends_at: value_error")]
    [InlineData("""{"code":"no"}""", "body.code: value_error")]
    [InlineData("""{"products":["0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11"]}""", "body.products.0: value_error")]
    [InlineData("""{"name":""}""", "body.name: string_too_short")]
    [InlineData("""{"metadata":null}""", "body.metadata: dict_type")]
    public async Task A_change_that_breaks_a_rule_is_refused_and_changes_nothing(string json, string complaint)
    {
        var before = await MakeAsync($"R{RandomId.New():N}");

        var refused = (await server.Api.PatchAsync(PathOf(before), json)).Expect(422);

        Assert.Equal([complaint], refused.Complaints);
        Assert.Equal(before.Text, (await server.Api.GetAsync(PathOf(before))).Text);
    }

    [Fact]
    public async Task The_other_kinds_fields_are_without_effect()
    {
        var before = await MakeAsync("KINDS");

        var after = await ChangeAsync(before, """{"basis_points":10}""");

        Assert.Equal("fixed", after.TextAt("/type"));
        Assert.Equal(100, after.NumberAt("/amount"));
    }

    private static string PathOf(Answer made) => $"/v1/discounts/{made.TextAt("/id")}";

    private async Task<Answer> MakeAsync(string code) =>
        (await server.Api.PostAsync("/v1/discounts/", Full.Replace("CODE", code, StringComparison.Ordinal))).Expect(
            201
        );

    private async Task<Answer> ChangeAsync(Answer made, string json) =>
        (await server.Api.PatchAsync(PathOf(made), json)).Expect(200);
}
