using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Core.Tests.Webhooks;

public sealed class EventNamesTests
{
    [Fact]
    public void Every_type_has_a_name_of_its_own_that_finds_it()
    {
        foreach (var type in Enum.GetValues<EventType>())
        {
            Assert.Equal(type, EventNames.Find(EventNames.Of(type)));
        }
    }

    [Fact]
    public void There_are_41_names_and_none_twice()
    {
        Assert.Equal(41, EventNames.All.Count);
        Assert.Equal(41, EventNames.All.Distinct().Count());
    }

    [Fact]
    public void What_never_happens_has_a_name_and_no_type() =>
        Assert.All(EventNames.NeverHappening, name => Assert.Null(EventNames.Find(name)));

    [Theory]
    [InlineData("order.Paid")]
    [InlineData("")]
    [InlineData("OrderPaid")]
    public void What_is_no_name_finds_nothing(string name) => Assert.Null(EventNames.Find(name));
}
