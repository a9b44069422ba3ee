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
    private const int TriesMax = 1000;

    // One after the other: two servers that start at the same time never get the same. From anywhere, for the sake of
    // test runs beside this one.
    private static int next = RandomNumberGenerator.GetInt32(Max - Min);

    /// <summary>A port that nobody listens on and that was not chosen before.</summary>
    public static int Choose()
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var port = Min + (int)((uint)Interlocked.Increment(ref next) % (Max - Min));
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

        throw new InvalidOperationException($"{TriesMax} ports in a row are taken.");
    }
}
