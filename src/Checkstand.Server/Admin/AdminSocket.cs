using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Checkstand.Server.Admin;

/// <summary>
/// How a command reaches the running server: a Unix domain socket that only the owner of the data directory can open.
/// One line of JSON each way.
/// </summary>
internal static class AdminSocket
{
    private const string FileName = "checkstand.sock";

    // The system's limit for a socket's path is 108 bytes with the final zero.
    private const int PathBytesMax = 104;

    /// <summary>Where the socket of a data directory is.</summary>
    public static string PathFor(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (Encoding.UTF8.GetByteCount(path) <= PathBytesMax)
        {
            return path;
        }

        // A directory too deep for a socket: a name in the temporary directory that both sides can derive.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..32];
        return Path.Combine(Path.GetTempPath(), $"checkstand-{name}.sock");
    }

    /// <summary>Sends a command to the server that holds a directory.</summary>
    public static async Task<AdminReply> SendAsync(
        string directory,
        AdminRequest request,
        CancellationToken cancellation
    )
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathFor(directory)), cancellation);
        }
        catch (SocketException)
        {
            throw new UsageException(
                "Another process holds the data directory and takes no commands; is it still starting?"
            );
        }

        await using var stream = new NetworkStream(socket);
        await WriteLineAsync(
            stream,
            JsonSerializer.SerializeToUtf8Bytes(request, AdminJson.Default.AdminRequest),
            cancellation
        );
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(cancellation);
        return line is null
            ? throw new UsageException("The server ended before it answered.")
            : JsonSerializer.Deserialize(line, AdminJson.Default.AdminReply)!;
    }

    /// <summary>Writes one line.</summary>
    public static async Task WriteLineAsync(Stream stream, byte[] json, CancellationToken cancellation)
    {
        await stream.WriteAsync(json, cancellation);
        await stream.WriteAsync("\n"u8.ToArray(), cancellation);
    }
}
