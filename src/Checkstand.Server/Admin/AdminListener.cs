using System.Net.Sockets;
using System.Text.Json;

namespace Checkstand.Server.Admin;

/// <summary>Takes administration commands while the server runs, one after the other.</summary>
internal sealed partial class AdminListener(
    DataDirectory directory,
    Administration administration,
    ILogger<AdminListener> logger
) : BackgroundService
{
    // A command is typed by a person or a script; who connects and then says nothing must not block the next one.
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var path = AdminSocket.PathFor(directory.Path);
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        listener.Listen(16);
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptAsync(stoppingToken);
                await AnswerAsync(connection, stoppingToken);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task AnswerAsync(Socket connection, CancellationToken stopping)
    {
        try
        {
            await using var stream = new NetworkStream(connection);
            using var reader = new StreamReader(stream);
            var line = await reader.ReadLineAsync(stopping).AsTask().WaitAsync(CommandTimeout, stopping);
            var request = line is null ? null : JsonSerializer.Deserialize(line, AdminJson.Default.AdminRequest);
            if (request is null)
            {
                return;
            }

            LogCommand(request.Verb);
            var reply = await administration.RunAsync(request, stopping);
            await AdminSocket.WriteLineAsync(
                stream,
                JsonSerializer.SerializeToUtf8Bytes(reply, AdminJson.Default.AdminReply),
                stopping
            );
        }
        // A command that fails is its sender's trouble; the server and the next command must not feel it.
#pragma warning disable CA1031
        catch (Exception broken) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogBroken(broken);
        }
    }

    [LoggerMessage(1301, LogLevel.Information, "Administration: {Verb}")]
    private partial void LogCommand(string verb);

    [LoggerMessage(1302, LogLevel.Warning, "An administration command broke off")]
    private partial void LogBroken(Exception failure);
}
