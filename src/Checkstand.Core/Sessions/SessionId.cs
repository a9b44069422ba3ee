using System.Diagnostics.CodeAnalysis;

namespace Checkstand.Core.Sessions;

/// <summary>
/// Names a checkout session. The browser routes take it as their only credential, hence the 74 random bits of
/// <see cref="TimeOrderedId"/>.
/// </summary>
public readonly record struct SessionId(Guid Value)
{
    /// <summary>A new id for a session made at <paramref name="now"/> (millisecond resolution).</summary>
    public static SessionId New(DateTimeOffset now) => new(TimeOrderedId.New(now));

    /// <summary>Reads the one accepted form: 36 characters with dashes, either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SessionId id)
    {
        var parsed = TimeOrderedId.TryParse(text, out var value);
        id = new SessionId(value);
        return parsed;
    }

    /// <summary>The 16 bytes in network order, so that byte order is time order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
