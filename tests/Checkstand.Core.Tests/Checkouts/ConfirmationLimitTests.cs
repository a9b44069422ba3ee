using Checkstand.Core.Checkouts;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Core.Tests.Checkouts;

/// <summary>How often a checkout may be confirmed: contract polar section 3.2.</summary>
public sealed class ConfirmationLimitTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public void A_checkout_may_be_confirmed_6_times_a_minute()
    {
        var limit = new ConfirmationLimit(isOn: true, clock);
        Admit(limit, "one", 6);

        Assert.Equal(1800, limit.Count("one"));
        Assert.Null(limit.Count("other"));
        clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(1, limit.Count("one"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limit.Count("one"));
    }

    [Fact]
    public void A_checkout_may_be_confirmed_20_times_an_hour()
    {
        var limit = new ConfirmationLimit(isOn: true, clock);
        for (var minute = 0; minute < 4; minute++)
        {
            Admit(limit, "one", 5);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1800, limit.Count("one"));
        clock.Advance(TimeSpan.FromHours(1));
        Admit(limit, "one", 6);
    }

    [Fact]
    public void Knocking_on_a_closed_checkout_does_not_keep_it_closed()
    {
        var limit = new ConfirmationLimit(isOn: true, clock);
        Admit(limit, "one", 6);
        for (var minute = 0; minute < 30; minute++)
        {
            Assert.Equal(1800 - (60 * minute), limit.Count("one"));
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Null(limit.Count("one"));
    }

    [Fact]
    public void Switched_off_it_admits_everything() => Admit(new ConfirmationLimit(isOn: false, clock), "one", 1000);

    private static void Admit(ConfirmationLimit limit, string secret, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(limit.Count(secret));
        }
    }
}
