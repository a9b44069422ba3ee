using System.Net;
using System.Net.Sockets;

namespace Checkstand.Server.Webhooks;

/// <summary>Opens the connections of webhooks: resolves a name and dials only what the policy allows of its addresses.</summary>
internal sealed class WebhookDialer(DialPolicy policy)
{
    /// <summary>Looks a name up. Replaced in tests, which can't have names of their own.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Connects to a host.</summary>
    /// <exception cref="AddressRefusedException">Nothing that it resolves to may be dialled.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal)
            ? [literal]
            : await Resolve(host.Host, cancellation);
        var allowed = addresses.Where(policy.Allows).ToList();
        if (allowed.Count == 0)
        {
            throw addresses.Length == 0
                ? new SocketException((int)SocketError.HostNotFound)
                : new AddressRefusedException();
        }

        for (var i = 0; ; i++)
        {
            var socket = new Socket(allowed[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(allowed[i], host.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < allowed.Count)
            {
                // The next address of the same host may answer.
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}

/// <summary>A host resolves to nothing that may be dialled.</summary>
internal sealed class AddressRefusedException : Exception
{
    public AddressRefusedException()
        : base("The host's address is not public, and is not dialled.") { }
}
