using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Checkstand.Server.Tests.Harness;

/// <summary>Ports for servers that must come back on the same one after a restart.</summary>
internal static class FreePort
{
    // Below the range from which systems take ports for outgoing connections, so that nobody is given it in between.
    private const int Min = 20_000;
    private const int Max = 32_000;

    public static int Choose()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(Min, Max);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken; the next one.
            }
        }
    }
}
