using System.Text;
using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments.Providers;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeObjectTests
{
    private static readonly string[] Pieces =
    [
        "\\ud800",
        "\"",
        "{",
        "}",
        "[",
        "]",
        "null",
        "-1",
        "1e99",
        "\0",
        "\u00ff",
    ];

    private static StripeObject Parse(string json) => StripeObject.Parse(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Members_of_another_type_are_absent()
    {
        var read = Parse("""{"text":1,"whole":"1","flag":0,"object":[],"items":{},"half":1.5,"large":1e30}""");

        Assert.Null(read.Text("text"));
        Assert.Null(read.Whole("whole"));
        Assert.Null(read.Whole("half"));
        Assert.Null(read.Whole("large"));
        Assert.Null(read.Flag("flag"));
        Assert.False(read.Object("object").IsPresent);
        Assert.Null(read.Items("items"));
        Assert.Null(read.Text("missing"));
        Assert.Null(default(StripeObject).Text("any"));
        Assert.Empty(default(StripeObject).Texts());
    }

    [Fact]
    public void Text_that_is_none_is_absent_and_its_neighbours_are_not()
    {
        var read = Parse("""{"\ud800":"a","a":"\udc00","b":"c","d":{"\udfff":"x","y":"z"}}""");

        Assert.Null(read.Text("a"));
        Assert.Equal("c", read.Text("b"));
        Assert.Equal([KeyValuePair.Create("y", "z")], read.Object("d").Texts());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_absent()
    {
        byte[] json = [.. "{\"id\":\""u8, 0xC3, 0x28, .. "\",\"b\":\"c\"}"u8];

        Assert.Null(StripeObject.Parse(json).Text("id"));
    }

    [Fact]
    public void What_is_nested_too_deep_is_absent() =>
        Assert.False(Parse($"{{\"a\":{new string('[', 40)}{new string(']', 40)}}}").IsPresent);

    // An answer of which a piece was overwritten is read as something or as nothing, and never throws.
    [Fact]
    public void No_damage_to_an_answer_makes_its_reading_throw()
    {
        string[] answers =
        [
            StripeFixtures.Intent().ToJsonString(),
            StripeFixtures.CardError().ToJsonString(),
            StripeFixtures.Refund().ToJsonString(),
        ];
        Property.Holds(
            from answer in Gen.Elements(answers)
            from at in Gen.Choose(0, answer.Length - 1)
            from length in Gen.Choose(0, 12)
            from piece in Gen.Elements(Pieces)
            select string.Concat(answer.AsSpan(0, at), piece, answer.AsSpan(Math.Min(at + length, answer.Length))),
            json =>
            {
                var read = Parse(json);
                ProviderAnswer[] meanings =
                [
                    StripeIntents.Authorized(read),
                    StripeIntents.Captured(read),
                    StripeIntents.Voided(read),
                    StripeIntents.Refunded(read),
                    StripeErrors.Of(new StripeReply.Answered(402, read)),
                    StripeErrors.Of(new StripeReply.Answered(400, read)),
                ];
                return meanings.All(meaning => meaning is not null);
            },
            runs: 3000
        );
    }
}
