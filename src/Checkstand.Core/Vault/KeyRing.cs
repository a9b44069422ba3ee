using System.Security.Cryptography;

namespace Checkstand.Core.Vault;

/// <summary>
/// The vault's keys: the key-encryption keys by id, which of them wraps new cards, and the key of the fingerprints.
/// Immutable; a rotation makes another ring. Prints nothing of its keys.
/// </summary>
public sealed class KeyRing
{
    /// <summary>Length of every key: 256 bits (AES-256, HMAC-SHA-256).</summary>
    public const int KeyBytes = 32;

    private readonly Dictionary<string, byte[]> keys;
    private readonly byte[] fingerprintKey;

    /// <summary>A ring of the given keys.</summary>
    /// <exception cref="ArgumentException">A key has another length than 32 bytes, or the active one is missing.</exception>
    public KeyRing(string activeKeyId, IReadOnlyDictionary<string, byte[]> keys, byte[] fingerprintKey)
    {
        if (keys.Values.Append(fingerprintKey).Any(key => key.Length != KeyBytes))
        {
            throw new ArgumentException($"Every key of the ring must have {KeyBytes} bytes.", nameof(keys));
        }

        if (!keys.ContainsKey(activeKeyId))
        {
            throw new ArgumentException($"The active key '{activeKeyId}' is not on the ring.", nameof(activeKeyId));
        }

        ActiveKeyId = activeKeyId;
        this.keys = new Dictionary<string, byte[]>(keys, StringComparer.Ordinal);
        this.fingerprintKey = fingerprintKey;
    }

    /// <summary>Id of the key that wraps new cards.</summary>
    public string ActiveKeyId { get; }

    /// <summary>Ids of all keys.</summary>
    public IReadOnlyCollection<string> KeyIds => keys.Keys;

    /// <summary>A ring with fresh keys, for a first start.</summary>
    public static KeyRing Create(DateTimeOffset now)
    {
        var id = NewKeyId(now);
        return new KeyRing(
            id,
            new Dictionary<string, byte[]> { [id] = RandomNumberGenerator.GetBytes(KeyBytes) },
            RandomNumberGenerator.GetBytes(KeyBytes)
        );
    }

    /// <summary>This ring with a fresh active key; the old ones stay until <see cref="WithActiveOnly"/>.</summary>
    public KeyRing WithNewActive(DateTimeOffset now)
    {
        var id = NewKeyId(now);
        var more = new Dictionary<string, byte[]>(keys) { [id] = RandomNumberGenerator.GetBytes(KeyBytes) };
        return new KeyRing(id, more, fingerprintKey);
    }

    /// <summary>This ring without the keys that wrap nothing any more. The fingerprint key stays: fingerprints must not change.</summary>
    public KeyRing WithActiveOnly() =>
        new(ActiveKeyId, new Dictionary<string, byte[]> { [ActiveKeyId] = keys[ActiveKeyId] }, fingerprintKey);

    /// <summary>A key-encryption key by its id. Callers are listed in a test.</summary>
    /// <exception cref="KeyNotFoundException">The ring has no such key: it is not the ring that sealed this card.</exception>
    public ReadOnlySpan<byte> Reveal(string keyId) =>
        keys.TryGetValue(keyId, out var key)
            ? key
            : throw new KeyNotFoundException(
                $"The key ring has no key '{keyId}'; it has {string.Join(", ", keys.Keys)}."
            );

    /// <summary>The key of the fingerprints. Callers are listed in a test.</summary>
    public ReadOnlySpan<byte> RevealFingerprintKey() => fingerprintKey;

    /// <summary>Nothing of the keys.</summary>
    public override string ToString() => $"[key ring, active {ActiveKeyId}]";

    // The date says at a glance how old a key is; the random part keeps two rotations of one day apart.
    private static string NewKeyId(DateTimeOffset now) =>
        $"kek-{now:yyyyMMdd}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
}
