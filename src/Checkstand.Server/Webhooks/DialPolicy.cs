using System.Net;
using System.Net.Sockets;

namespace Checkstand.Server.Webhooks;

/// <summary>
/// Which addresses webhooks may dial. Asked of the address itself, at the moment of the connection, so that neither a name
/// that resolves to it nor another way to write it gets past.
/// </summary>
/// <param name="AllowsPrivate">Whether every address may be dialled that is one machine's.</param>
/// <param name="AllowsLoopback">Whether this machine may be dialled.</param>
internal sealed record DialPolicy(bool AllowsPrivate, bool AllowsLoopback)
{
    // IANA's registry of special-purpose IPv4 addresses, and multicast.
    private static readonly IPNetwork[] NotPublicV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/3"),
    ];

    // Of IPv6 only this is given out to machines of the public, but for what stands below it.
    private static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    // Protocols (Teredo), documentation, and 6to4, which carries any IPv4 address.
    private static readonly IPNetwork[] NotPublicV6 =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>Whether an address may be dialled.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return AllowsPrivate || IsPublic(plain) || (AllowsLoopback && IPAddress.IsLoopback(plain));
    }

    private static bool IsPublic(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublicV4.Any(network => network.Contains(address))
            : PublicV6.Contains(address) && !NotPublicV6.Any(network => network.Contains(address));
}
