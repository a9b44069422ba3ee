using Xunit;

namespace Checkstand.Core.Tests;

/// <summary>Ids whose order is time.</summary>
public sealed class TimeOrderedIdTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_id_in_the_form_of_version_4_is_one_of_version_4()
    {
        var id = TimeOrderedId.NewVersion4(Noon);
        Assert.Equal(4, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void Later_ids_stand_behind_earlier_ones(int version)
    {
        var ids = Enumerable
            .Range(0, 200)
            .Select(i => Noon.AddMilliseconds(i))
            .Select(at => version == 4 ? TimeOrderedId.NewVersion4(at) : TimeOrderedId.New(at))
            .Select(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)))
            .ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Ids_of_one_moment_differ() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => TimeOrderedId.NewVersion4(Noon)).Distinct().Count());
}
