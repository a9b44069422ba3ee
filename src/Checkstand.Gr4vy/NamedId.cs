using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Gr4vy;

/// <summary>
/// UUIDs of things that have a name of their own: version 8 (RFC 9562 section 5.8), the first 16 bytes of the name's
/// SHA-256. The same name has the same UUID everywhere and always, and nothing needs to be stored.
/// </summary>
internal static class NamedId
{
    /// <summary>The UUID of a name.</summary>
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return new Guid(hash[..16], bigEndian: true);
    }
}
