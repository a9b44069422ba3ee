using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

public sealed class ChoiceTests
{
    private static readonly ChoiceShape GiftCard = new([
        new ChoiceCase("number", new ObjectShape("Typed", Must("number"), Must("pin"))),
        new ChoiceCase("id", new ObjectShape("Stored", Must("id"))),
    ]);

    [Theory]
    [InlineData("""{"number":"1","pin":"2"}""")]
    [InlineData("""{"pin":"2","number":"1"}""")]
    [InlineData("""{"id":"1"}""")]
    public void The_field_that_only_one_object_has_says_which_is_meant(string json) =>
        Assert.Equal(json, Checked.Accepted(GiftCard, json));

    [Fact]
    public void What_the_object_lacks_is_said() => Refuses("""{"number":"1"}""", "/value/pin missing");

    [Fact]
    public void Without_any_such_field_the_last_object_is_meant() => Refuses("{}", "/value/id missing");

    [Fact]
    public void Fields_of_two_objects_are_the_first_ones_with_one_too_many() =>
        Refuses("""{"id":"1","number":"1","pin":"2"}""", "/value/id extra_forbidden");

    [Fact]
    public void A_field_deeper_down_says_nothing() =>
        Assert.Contains(
            "/value/x extra_forbidden",
            Around.Check("""{"value":{"x":{"number":"1"},"id":"1"}}""").Listed()
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    public void What_is_no_object_is_refused(string json) => Checked.AssertRefused(GiftCard, json, "model_type");

    [Fact]
    public void A_name_that_is_no_text_is_refused() =>
        Assert.NotEmpty(Around.Check("""{"value":{"\ud800":"1","id":"1"}}""").Violations);

    private static readonly ObjectShape Around = new("Body", new Field("value", GiftCard) { IsNullable = false });

    private static void Refuses(string json, string listed) =>
        Assert.Equal([listed], Around.Check($$"""{"value":{{json}}}""").Listed());

    private static Field Must(string name) => new(name, new TextShape()) { IsRequired = true, IsNullable = false };
}
