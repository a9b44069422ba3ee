using Checkstand.Core.Sessions;
using Xunit;

namespace Checkstand.Core.Tests.Sessions;

public sealed class SessionOptionsTests
{
    [Fact]
    public void The_defaults_are_in_range_and_keep_the_end_of_a_session()
    {
        var options = new SessionOptions();

        Assert.Null(options.Problem);
        Assert.Null(options.LifeAfterFieldsSeconds);
        Assert.Equal(30, options.RetentionDays);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(86_400)]
    public void A_life_after_fields_from_a_minute_to_a_day_is_fine(int seconds) =>
        Assert.Null(new SessionOptions { LifeAfterFieldsSeconds = seconds }.Problem);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData(86_401)]
    public void Any_other_life_after_fields_is_named_with_its_range(int seconds) =>
        Assert.Equal(
            "Sessions:LifeAfterFieldsSeconds must be 60 to 86400, or absent.",
            new SessionOptions { LifeAfterFieldsSeconds = seconds }.Problem
        );

    [Theory]
    [InlineData(0)]
    [InlineData(3650)]
    public void A_retention_of_up_to_ten_years_is_fine(int days) =>
        Assert.Null(new SessionOptions { RetentionDays = days }.Problem);

    [Theory]
    [InlineData(-1)]
    [InlineData(3651)]
    public void Any_other_retention_is_named_with_its_range(int days) =>
        Assert.Equal("Sessions:RetentionDays must be 0 to 3650.", new SessionOptions { RetentionDays = days }.Problem);
}
