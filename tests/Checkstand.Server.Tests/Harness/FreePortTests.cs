namespace Checkstand.Server.Tests.Harness;

public sealed class FreePortTests
{
    [Fact]
    public async Task Servers_that_start_at_the_same_time_get_different_ports()
    {
        var ports = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(FreePort.Choose)));

        Assert.Equal(ports.Length, ports.Distinct().Count());
    }
}
