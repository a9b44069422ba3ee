using System.Buffers.Text;

namespace Checkstand.Gr4vy.Auth;

/// <summary>Base64url as RFC 7515 section 2 means it: no padding, no white space, no stray bits in the last character.</summary>
internal static class Base64UrlText
{
    /// <summary>Decodes; null when the text is not the one canonical form of some bytes.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 == 1 || text.ContainsAny("= \t\r\n"u8))
        {
            return null;
        }

        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        var status = Base64Url.DecodeFromUtf8(text, bytes, out var consumed, out var written);
        if (status != System.Buffers.OperationStatus.Done || consumed != text.Length)
        {
            return null;
        }

        var decoded = bytes.AsSpan(0, written);

        // Two texts for one token would be two cache entries and a way around a deny list.
        return Base64Url.EncodeToUtf8(decoded).AsSpan().SequenceEqual(text) ? decoded.ToArray() : null;
    }
}
