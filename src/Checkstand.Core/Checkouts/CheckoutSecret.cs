using System.Buffers.Binary;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// The client secret of a checkout: a <see cref="SecretText"/> that says in its first 14 letters and digits where the
/// checkout is to be looked for, so that no store needs an index of secrets. Behind them are 23 random ones, some 136 bits,
/// of which nothing else tells.
/// </summary>
public static class CheckoutSecret
{
    /// <summary>How a client secret begins.</summary>
    public const string Prefix = "polar_c_";

    // The first ten bytes of an id in network order: 48 bits of time, then 32 of which 26 are random.
    private const int TimeLength = 8;
    private const int LocatorLength = 14;
    private const int LocatedBytes = 10;

    /// <summary>A new secret for the checkout of this id.</summary>
    public static string New(CheckoutId id)
    {
        var bytes = id.ToBytes();
        Span<char> locator = stackalloc char[LocatorLength];
        Base62.Write(locator[..TimeLength], BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
        Base62.Write(locator[TimeLength..], BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(6)));
        return SecretText.New(Prefix, locator);
    }

    /// <summary>
    /// Between which ids, both counted in, in the order of their bytes, the checkout of a secret is, if there is one. It has
    /// yet to be compared with the secret of what is found there.
    /// </summary>
    /// <returns>False when the text can't be a client secret.</returns>
    public static bool TryLocate(string secret, out CheckoutId first, out CheckoutId last)
    {
        (first, last) = (default, default);
        if (
            !SecretText.IsWhole(Prefix, secret)
            || !Base62.TryRead(secret.AsSpan(Prefix.Length, TimeLength), out var time)
            || !Base62.TryRead(secret.AsSpan(Prefix.Length + TimeLength, LocatorLength - TimeLength), out var rest)
            || time >= 1UL << 48
            || rest > uint.MaxValue
        )
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, time << 16);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[6..], (uint)rest);
        bytes[LocatedBytes..].Clear();
        first = new CheckoutId(new Guid(bytes, bigEndian: true));
        bytes[LocatedBytes..].Fill(byte.MaxValue);
        last = new CheckoutId(new Guid(bytes, bigEndian: true));
        return true;
    }
}
