using System.Text;
using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class ObjectTests
{
    private static readonly TextShape Text = new();

    private static readonly ObjectShape Item = new(
        "Item",
        new Field("name", Text) { IsRequired = true, IsNullable = false },
        new Field("quantity", new IntegerShape(1, 10)) { IsRequired = true, IsNullable = false },
        new Field("tax_amount", new IntegerShape(0, 10)) { Default = "0" },
        new Field("sku", Text)
    );

    private static readonly ObjectShape Cart = new(
        "Cart",
        new Field("items", new ArrayShape(Item, CountMax: 3)),
        new Field("metadata", new MapShape(Text)),
        new Field("note", new TextShape { LengthMax = 5 }),
        new Field("life", new NumberShape(1, 2)) { IsNullable = false }
    );

    [Fact]
    public void An_empty_object_is_accepted_when_nothing_is_required()
    {
        var body = Cart.Check("{}");

        Assert.True(body.IsAccepted);
        Assert.True(body["items"].IsEmpty);
    }

    [Fact]
    public void An_accepted_field_is_read_by_name_or_by_place()
    {
        var body = Cart.Check("""{"note":"hi","life":1.5}""");

        Assert.Equal("\"hi\"", Json(body["note"]));
        Assert.Equal("1.5", Json(body[3]));
        Assert.Throws<KeyNotFoundException>(() => body["unknown"]);
    }

    [Fact]
    public void White_space_and_order_of_fields_make_no_difference()
    {
        var body = Cart.Check(
            " {\r\n\t\"note\" : \"hi\" , \"items\" : [ { \"quantity\" : 1 , \"name\" : \"a\" } ] } \n"
        );

        Assert.True(body.IsAccepted);
        Assert.Equal("\"hi\"", Json(body["note"]));
        Assert.Equal("""[{"quantity":1,"name":"a","tax_amount":0}]""", Json(body["items"]));
    }

    [Fact]
    public void An_explicit_null_is_kept_apart_from_absence()
    {
        var body = Cart.Check("""{"note":null}""");

        Assert.True(body.IsAccepted);
        Assert.Equal("null", Json(body["note"]));
        Assert.True(body["metadata"].IsEmpty);
    }

    [Fact]
    public void A_default_takes_the_place_of_an_absent_field_but_not_of_a_null()
    {
        var body = Cart.Check(
            """{"items":[{"name":"a","quantity":1},{"name":"b","quantity":1,"tax_amount":null},{"name":"c","quantity":1,"tax_amount":7}]}"""
        );

        Assert.Equal(
            """[{"name":"a","quantity":1,"tax_amount":0},{"name":"b","quantity":1,"tax_amount":null},{"name":"c","quantity":1,"tax_amount":7}]""",
            Json(body["items"])
        );
    }

    [Fact]
    public void A_null_where_none_may_be_is_refused_in_the_words_of_the_fields_type() =>
        Assert.Equal(["/life float_type"], Cart.Check("""{"life":null}""").Listed());

    [Fact]
    public void All_violations_are_listed_with_their_places_in_the_order_of_the_body()
    {
        var body = Cart.Check(
            """
            {
              "extra": 1,
              "items": [{"name":"a","quantity":0}, {"quantity":"2"}, 7, {"name":null,"quantity":1,"colour":[]}],
              "metadata": {"a":1,"b":"ok","c":{}},
              "note": "too long",
              "life": 3
            }
            """
        );

        Assert.False(body.IsAccepted);
        Assert.Equal(
            [
                "/extra extra_forbidden",
                "/items/0/quantity greater_than_equal",
                "/items/1/quantity int_type",
                "/items/1/name missing",
                "/items/2 model_type",
                "/items/3/name string_type",
                "/items/3/colour extra_forbidden",
                "/items too_long",
                "/metadata/a string_type",
                "/metadata/c string_type",
                "/note string_too_long",
                "/life less_than_equal",
            ],
            body.Listed()
        );
    }

    [Fact]
    public void Missing_fields_are_listed_in_the_order_of_the_declaration() =>
        Assert.Equal(["/items/0/name missing", "/items/0/quantity missing"], Cart.Check("""{"items":[{}]}""").Listed());

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("true")]
    [InlineData("[{\"note\":\"hi\"}]")]
    public void A_body_that_is_no_object_is_refused_as_a_whole(string json) =>
        Assert.Equal([" model_type"], Cart.Check(json).Listed());

    [Fact]
    public void A_field_that_appears_twice_is_refused_even_with_the_same_value()
    {
        Assert.Equal(["/note duplicate_key"], Cart.Check("""{"note":"a","note":"a"}""").Listed());
        Assert.Equal(["/note duplicate_key"], Cart.Check("""{"note":null,"life":1,"note":[1]}""").Listed());
        Assert.Equal(["/note duplicate_key"], Cart.Check("""{"note":"a","n\u006fte":"b"}""").Listed());
        Assert.Equal(
            ["/items/0/sku duplicate_key", "/items/0/sku duplicate_key"],
            Cart.Check("""{"items":[{"name":"a","quantity":1,"sku":"x","sku":"y","sku":"z"}]}""").Listed()
        );
    }

    [Fact]
    public void Names_are_compared_after_their_escapes_and_by_case()
    {
        Assert.Equal("\"hi\"", Json(Cart.Check("""{"\u006eote":"hi"}""")["note"]));
        Assert.Equal(["/Note extra_forbidden"], Cart.Check("""{"Note":"hi"}""").Listed());
    }

    [Fact]
    public void What_is_in_an_unknown_field_is_not_looked_at() =>
        Assert.Equal(
            ["/x extra_forbidden", "/y extra_forbidden"],
            Cart.Check("""{"x":{"note":1,"x":[{"a":[]}]},"y":"\ud800"}""").Listed()
        );

    [Fact]
    public void A_list_holds_no_more_than_it_may()
    {
        const string item = """{"name":"a","quantity":1}""";

        Assert.True(Cart.Check($$"""{"items":[{{item}},{{item}},{{item}}]}""").IsAccepted);
        var violation = Assert.Single(Cart.Check($$"""{"items":[{{item}},{{item}},{{item}},{{item}}]}""").Violations);
        Assert.Equal("List should have at most 3 items, not 4.", violation.Message);
    }

    [Theory]
    [InlineData("{}", "list_type")]
    [InlineData("\"a\"", "list_type")]
    [InlineData("0", "list_type")]
    public void Nothing_stands_in_for_a_list(string json, string type) =>
        Checked.AssertRefused(new ArrayShape(Text), json, type);

    [Fact]
    public void A_list_holds_no_null() =>
        Assert.Equal("/value/1", Checked.Refused(new ArrayShape(Text), """["a",null]""").Pointer);

    [Fact]
    public void An_object_declares_128_fields_at_most()
    {
        var fields = Enumerable.Range(0, 128).Select(i => new Field($"f{i}", Text) { IsRequired = i > 63 }).ToArray();

        var body = new ObjectShape("Wide", fields).Check("""{"f127":"last"}""");

        Assert.Equal(63, body.Violations.Count);
        Assert.DoesNotContain("/f127 missing", body.Listed());
        Assert.Throws<ArgumentException>(() => new ObjectShape("Wider", [.. fields, new Field("f128", Text)]));
    }

    [Fact]
    public void A_wiped_body_holds_nothing_any_more()
    {
        var body = Cart.Check("""{"note":"4111"}""");
        var note = body["note"];

        body.Wipe();

        Assert.All(note.ToArray(), value => Assert.Equal(0, value));
    }

    private static string Json(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":{"b":[1,null,"\\ud800"]},"a":2}""")]
    public void An_object_that_takes_others_skips_them_and_keeps_nothing(string json) =>
        Assert.Equal("{}", Checked.Accepted(new ObjectShape("Anything") { TakesOthers = true }, json));

    [Fact]
    public void An_object_that_takes_others_still_holds_what_it_declares_to_its_form()
    {
        var shape = new ObjectShape("Some", new Field("flag", new BooleanShape())) { TakesOthers = true };

        Assert.Equal("""{"flag":true}""", Checked.Accepted(shape, """{"x":1,"flag":true,"y":{}}"""));
        Assert.Equal("/value/flag", Checked.Refused(shape, """{"x":1,"flag":1}""").Pointer);
    }

    [Fact]
    public void A_list_may_need_some_items()
    {
        var list = new ArrayShape(new BooleanShape()) { CountMin = 2 };

        Assert.Equal("[true,false]", Checked.Accepted(list, "[true,false]"));
        Checked.AssertRefused(list, "[true]", "too_short");
        Checked.AssertRefused(list, "[]", "too_short");
    }
}
