namespace Checkstand.Server.Logs;

/// <summary>What a production start says.</summary>
internal sealed partial class ServerLog(ILogger logger)
{
    [LoggerMessage(1901, LogLevel.Information, "Checkstand {Version} listens on {Url}")]
    public partial void Listening(string version, string url);

    [LoggerMessage(
        1902,
        LogLevel.Warning,
        "This data directory was a sandbox: the private key in its dev-credentials.json is good here too; revoke it"
    )]
    public partial void WasSandbox();
}
