using System.Net;
using Checkstand.Server.Webhooks;
using Checkstand.Testing;

namespace Checkstand.Polar.Tests.Webhooks;

/// <summary>What is not public is never dialled, whatever it is called and however it is written.</summary>
public sealed class DialPolicyTests
{
    private static readonly DialPolicy Production = new(AllowsPrivate: false, AllowsLoopback: false);
    private static readonly DialPolicy Sandbox = new(AllowsPrivate: false, AllowsLoopback: true);
    private static readonly DialPolicy Everything = new(AllowsPrivate: true, AllowsLoopback: false);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.0.1")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2001:db8::1")]
    [InlineData("2001::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fdff:ffff::1")]
    [InlineData("fe80::1")]
    [InlineData("febf::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void What_is_not_public_is_not_dialled(string address)
    {
        var parsed = IPAddress.Parse(address);

        Assert.False(Production.Allows(parsed));
        Assert.True(Everything.Allows(parsed));
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.128.0.1")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450::1")]
    public void What_is_public_is_dialled(string address) => Assert.True(Production.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    public void The_sandbox_dials_this_machine_and_nothing_else_that_is_not_public(string address, bool isDialled) =>
        Assert.Equal(isDialled, Sandbox.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://0x7f.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://LOCALHOST.:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://user:secret@127.0.0.1:{0}/")]
    [InlineData("http://127.0.0.1.:{0}/")]
    [InlineData("http://0:{0}/")]
    [InlineData("http://hooks.example.com:{0}/")]
    public async Task No_other_way_to_write_this_machine_gets_past(string form)
    {
        using var receiver = new WebhookReceiver();
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, receiver.Url.Port);

        var refused = await SendAsync(Production, url, "127.0.0.1");

        Assert.False(refused.Succeeded);
        Assert.Null(refused.HttpCode);
        Assert.Empty(receiver.Received);
        Assert.DoesNotContain("127.0.0.1", refused.Response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:192.168.0.1")]
    public async Task A_name_that_resolves_to_what_is_not_public_is_not_dialled(string address)
    {
        var refused = await SendAsync(Production, "http://hooks.example.com/", address);

        Assert.Equal("The host's address is not public, and is not dialled.", refused.Response);
    }

    [Fact]
    public async Task A_name_that_resolves_to_several_is_dialled_where_it_may_be()
    {
        using var receiver = new WebhookReceiver();

        var sent = await SendAsync(
            Sandbox,
            $"http://hooks.example.com:{receiver.Url.Port}/",
            "10.0.0.1",
            "::1",
            "127.0.0.1"
        );

        Assert.NotNull(sent.HttpCode);
    }

    [Fact]
    public async Task A_name_that_resolves_to_nothing_is_an_outcome()
    {
        var refused = await SendAsync(Production, "http://hooks.example.com/");

        Assert.Equal((false, null), (refused.Succeeded, refused.HttpCode));
        Assert.NotNull(refused.Response);
    }

    // The sandbox's sender reaches the receiver, so that the refusals above are the policy's.
    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://hooks.example.com:{0}/")]
    public async Task The_same_addresses_are_reached_where_this_machine_may_be(string form)
    {
        using var receiver = new WebhookReceiver();
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, receiver.Url.Port);

        var sent = await SendAsync(Sandbox, url, "127.0.0.1");

        // The receiver knows itself under one name only, but it was reached.
        Assert.NotNull(sent.HttpCode);
    }

    private static async Task<Core.Webhooks.DeliveryOutcome> SendAsync(
        DialPolicy policy,
        string url,
        params string[] resolved
    )
    {
        var dialer = new WebhookDialer(policy)
        {
            Resolve = (_, _) => Task.FromResult(resolved.Select(IPAddress.Parse).ToArray()),
        };
        using var sender = new WebhookSender(dialer, TimeProvider.System);
        return await sender.SendAsync(url, Core.RandomId.New(), "whsec_x", "{}"u8.ToArray(), CancellationToken.None);
    }
}
