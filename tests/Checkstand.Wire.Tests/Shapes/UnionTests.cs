using System.Text;
using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class UnionTests
{
    private static readonly ObjectShape Card = new(
        "Card",
        new Field("method", new TextShape { Values = ["card"] }) { IsNullable = false },
        new Field("number", new TextShape { Pattern = TextPattern.Digits }) { IsRequired = true, IsNullable = false }
    );

    private static readonly ObjectShape Stored = new(
        "Stored",
        new Field("method", new TextShape { Values = ["id"] }) { IsNullable = false },
        new Field("id", new UuidShape()) { IsRequired = true, IsNullable = false }
    );

    private static readonly ObjectShape Fields = new(
        "Fields",
        new Field(
            "payment_method",
            new UnionShape("method", [new UnionCase("card", Card), new UnionCase("id", Stored)])
        )
        {
            IsRequired = true,
            IsNullable = false,
        }
    );

    [Theory]
    [InlineData("""{"method":"card","number":"4111"}""")]
    [InlineData("""{"method":"id","id":"fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae"}""")]
    public void The_discriminator_says_which_object_is_meant(string json) => Assert.Equal(json, Accepted(json));

    [Fact]
    public void What_the_vendor_takes_and_this_server_does_not_is_said_to_be_that()
    {
        var union = new UnionShape("method", [new UnionCase("card", Card)]) { NotTaken = ["applepay"] };

        var violation = Checked.Refused(union, """{"method":"applepay","token":{}}""");

        Assert.Equal("union_tag_not_taken", violation.Type);
        Assert.Equal("This server does not take this value of 'method'. It takes 'card'.", violation.Message);
        Checked.AssertRefused(union, """{"method":"cash"}""", "union_tag_invalid");
    }

    [Fact]
    public void A_body_may_be_a_union()
    {
        var union = new UnionShape("method", [new UnionCase("card", Card), new UnionCase("id", Stored)]);

        var body = union.CheckBody("""{"method":"card","number":"4111"}"""u8);

        Assert.Same(Card, body.Shape);
        Assert.Equal("\"4111\"", Encoding.UTF8.GetString(body["number"].Span));
        Assert.Equal("union_tag_invalid", Assert.Single(union.CheckBody("""{"method":"cash"}"""u8).Violations).Type);
        Assert.Equal("model_type", Assert.Single(union.CheckBody("[1]"u8).Violations).Type);
    }

    [Fact]
    public void The_discriminator_may_come_last() =>
        Assert.Equal("""{"number":"4111","method":"card"}""", Accepted("""{"number":"4111","method":"card"}"""));

    [Fact]
    public void The_discriminator_is_looked_for_past_whatever_else_there_is() =>
        Assert.Equal(
            ["/payment_method/x extra_forbidden"],
            Check("""{"x":{"method":"id","y":[{"method":"id"}]},"number":"1","method":"card"}""")
        );

    [Theory]
    [InlineData("""{"\u006dethod":"card","number":"4111"}""")]
    [InlineData("""{"method":"\u0063ard","number":"4111"}""")]
    public void Escapes_make_no_difference_to_a_discriminator(string json) =>
        Assert.Equal("""{"method":"card","number":"4111"}""", Accepted(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"number":"4111"}""")]
    [InlineData("""{"method":null,"number":"4111"}""")]
    [InlineData("""{"method":1,"number":"4111"}""")]
    [InlineData("""{"method":["card"],"number":"4111"}""")]
    [InlineData("""{"method":{"method":"card"},"number":"4111"}""")]
    [InlineData("""{"method":"\ud800","number":"4111"}""")]
    public void Without_a_discriminator_nothing_is_meant(string json) =>
        Assert.Equal(["/payment_method union_tag_not_found"], Check(json));

    [Theory]
    [InlineData("""{"method":"cheque","number":"4111"}""")]
    [InlineData("""{"method":"Card","number":"4111"}""")]
    [InlineData("""{"method":"","number":"4111"}""")]
    [InlineData("""{"method":"card\u0000","number":"4111"}""")]
    public void An_unknown_discriminator_is_refused(string json) =>
        Assert.Equal(["/payment_method union_tag_invalid"], Check(json));

    [Fact]
    public void The_refusal_of_a_discriminator_lists_the_known_ones_and_repeats_nothing()
    {
        var violation = Assert.Single(Fields.Check("""{"payment_method":{"method":"4111111111111111"}}""").Violations);

        Assert.Equal(
            "Input tag found using 'method' does not match any of the expected tags: 'card', 'id'.",
            violation.Message
        );
    }

    [Theory]
    [InlineData("""{"method":"card","number":"4111","method":"card"}""")]
    [InlineData("""{"method":"card","number":"4111","method":"id"}""")]
    public void A_discriminator_that_appears_twice_is_refused(string json) =>
        Assert.Equal(["/payment_method/method duplicate_key"], Check(json));

    [Fact]
    public void A_second_discriminator_does_not_repair_a_first_of_another_type() =>
        Assert.Equal(
            ["/payment_method/method string_type", "/payment_method/method duplicate_key"],
            Check("""{"method":1,"number":"4111","method":"card"}""")
        );

    [Fact]
    public void The_fields_of_the_other_object_are_unknown() =>
        Assert.Equal(
            ["/payment_method/id extra_forbidden", "/payment_method/number missing"],
            Check("""{"method":"card","id":"fffd63e9-f5ee-4d06-b5b0-1d4ea9a4b5ae"}""")
        );

    [Fact]
    public void A_violation_inside_has_its_place_inside() =>
        Assert.Equal(
            ["/payment_method/number string_pattern_mismatch"],
            Check("""{"method":"card","number":"4111 1111"}""")
        );

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"card\"")]
    [InlineData("1")]
    public void Nothing_stands_in_for_one_of_the_objects(string json) =>
        Assert.Equal(["/payment_method model_type"], Check(json));

    [Fact]
    public void What_follows_a_union_is_still_checked()
    {
        var shape = new ObjectShape(
            "Both",
            Fields.Fields[0],
            new Field("postal_code", new TextShape { LengthMax = 2 })
        );

        Assert.Equal(
            ["/payment_method union_tag_invalid", "/postal_code string_too_long"],
            shape.Check("""{"payment_method":{"method":"x","a":[{}]},"postal_code":"abc"}""").Listed()
        );
    }

    private static IEnumerable<string> Check(string json) => Fields.Check($$"""{"payment_method":{{json}}}""").Listed();

    private static string Accepted(string json)
    {
        var body = Fields.Check($$"""{"payment_method":{{json}}}""");
        Assert.Empty(body.Violations);
        return Encoding.UTF8.GetString(body["payment_method"].Span);
    }
}
