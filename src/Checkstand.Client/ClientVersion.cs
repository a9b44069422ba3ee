namespace Checkstand.Client;

/// <summary>How the client names itself.</summary>
internal static class ClientVersion
{
    /// <summary>Name and version, such as <c>checkstand-client/0.1.0</c>; also the issuer of tokens.</summary>
    public static string UserAgent { get; } =
        $"checkstand-client/{typeof(ClientVersion).Assembly.GetName().Version?.ToString(3)}";
}
