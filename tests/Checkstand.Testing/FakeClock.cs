namespace Checkstand.Testing;

/// <summary>A clock that stands still until a test moves it. Stands in for Microsoft.Extensions.TimeProvider.Testing.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
