using Checkstand.Testing;
using Xunit;

namespace Checkstand.Core.Tests;

public sealed class CountedWindowTests
{
    private readonly FakeClock clock = new();

    // Whoever invents keys must not fill the memory.
    [Fact]
    public void Beyond_many_keys_new_ones_go_uncounted_and_known_ones_do_not()
    {
        var window = new CountedWindow(TimeSpan.FromMinutes(1), 1, clock);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Null(window.Count($"key {i}"));
        }

        Assert.Null(window.Count("one too many"));
        Assert.Null(window.Count("one too many"));
        Assert.Equal(60, window.Count("key 7"));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(window.Count("one too many"));
        Assert.Equal(60, window.Count("one too many"));
    }
}
