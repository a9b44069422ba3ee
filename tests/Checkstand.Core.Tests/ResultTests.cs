using Xunit;

namespace Checkstand.Core.Tests;

public sealed class ResultTests
{
    [Fact]
    public void A_value_comes_out_as_a_value()
    {
        Result<int, string> result = 7;

        Assert.True(result.TryGet(out var value, out var problem));
        Assert.Equal(7, value);
        Assert.Null(problem);
    }

    [Fact]
    public void A_problem_comes_out_as_a_problem()
    {
        Result<int, string> result = "no";

        Assert.False(result.TryGet(out var value, out var problem));
        Assert.Equal(0, value);
        Assert.Equal("no", problem);
    }

    [Fact]
    public void A_value_that_is_its_types_default_is_still_a_value()
    {
        Result<int, string> result = 0;

        Assert.True(result.TryGet(out _, out _));
    }
}
