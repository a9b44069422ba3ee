using System.Net.Sockets;
using System.Text;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Writes bytes to the server's port and reads what comes back: for requests that no HTTP client would send.</summary>
internal static class RawHttp
{
    // Far above any answer's time; a server that hangs fails the test instead of stopping the run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends and reads one answer.</summary>
    /// <param name="address">The server.</param>
    /// <param name="request">Text whose characters are the bytes to send (Latin-1).</param>
    /// <param name="readsOn">Whether to read until the server closes: what follows the answer is then part of its body.</param>
    public static async Task<Answer> SendAsync(Uri address, string request, bool readsOn = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        await WriteAsync(client, request, patience.Token);
        return Parse(await ReadAsync(client.GetStream(), readsOn, patience.Token));
    }

    /// <summary>Sends, and goes away without waiting for an answer.</summary>
    public static async Task SendAndLeaveAsync(Uri address, string request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        await WriteAsync(client, request, patience.Token);
    }

    private static async Task WriteAsync(TcpClient client, string request, CancellationToken patience)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), patience);
        }
        catch (IOException)
        {
            // The server has refused and closed already; its answer is there to be read.
        }
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, bool readsOn, CancellationToken patience)
    {
        using var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((readsOn || !IsComplete(received)) && (count = await stream.ReadAsync(buffer, patience)) > 0)
            {
                received.Write(buffer, 0, count);
            }
        }
        catch (IOException)
        {
            // A reset after the answer: the server had not read all that was sent.
        }

        return received.ToArray();
    }

    private static bool IsComplete(MemoryStream received)
    {
        var bytes = received.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var length = Encoding
            .Latin1.GetString(bytes, 0, end)
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase));
        return length is not null && bytes.Length >= end + 4 + int.Parse(length.Split(':')[1]);
    }

    private static Answer Parse(byte[] received)
    {
        var end = received.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, $"No HTTP answer but {received.Length} bytes: {Encoding.Latin1.GetString(received)}");
        var head = Encoding.Latin1.GetString(received, 0, end).Split("\r\n");
        var headers = head.Skip(1)
            .Select(line => line.Split(':', 2))
            .GroupBy(pair => pair[0].ToLowerInvariant(), pair => pair[1].Trim())
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group]);
        return new Answer(int.Parse(head[0].Split(' ')[1]), headers, received[(end + 4)..]);
    }
}
