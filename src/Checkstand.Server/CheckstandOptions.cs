namespace Checkstand.Server;

/// <summary>
/// The settings, from the section <c>Checkstand</c>: appsettings.json, then environment (<c>Checkstand__Data</c>), then
/// the command line.
/// </summary>
internal sealed class CheckstandOptions
{
    /// <summary>Where to listen; several are separated by semicolons. Default <c>http://127.0.0.1:8080</c>.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The data directory: database, key ring, credentials of the sandbox. Default <c>./data</c>.</summary>
    public string Data { get; set; } = "./data";

    /// <summary>A PostgreSQL connection; absent means the embedded database in the data directory.</summary>
    public string? Database { get; set; }

    /// <summary>The vault's key ring as JSON, for those who keep no keys on disk; absent means the file in the data directory.</summary>
    public string? KeyRing { get; set; }

    /// <summary>Origins from which browsers may call the browser routes. Default: any, because the session's id is the permission.</summary>
    public string[] BrowserOrigins { get; set; } = ["*"];

    /// <summary>The session rules' settings.</summary>
    public Core.Sessions.SessionOptions Sessions { get; set; } = new();
}

/// <summary>A reason not to start, or not to do what was asked, in one sentence for the person at the terminal.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message) { }
}
