namespace Checkstand.Client;

/// <summary>Base64url without padding, RFC 4648 section 5. .NET 8 has none of its own.</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
