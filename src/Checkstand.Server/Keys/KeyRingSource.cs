using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Vault;
using Checkstand.Storage.Sqlite;

namespace Checkstand.Server.Keys;

/// <summary>Where the vault's keys come from: the environment, or a file in the data directory with mode 0600.</summary>
internal sealed class KeyRingSource(string? fromEnvironment, string directory)
{
    private const string FileName = "keyring.json";

    private string FilePath => Path.Combine(directory, FileName);

    /// <summary>Whether the ring may be replaced by this program; one given by the environment is its operator's.</summary>
    public bool IsWritable => fromEnvironment is null;

    /// <summary>Reads the ring; null when there is none yet.</summary>
    /// <exception cref="UsageException">There is one, but it can't be used.</exception>
    public KeyRing? Read()
    {
        if (fromEnvironment is { } json)
        {
            return Parse(System.Text.Encoding.UTF8.GetBytes(json), "the setting KeyRing");
        }

        return File.Exists(FilePath) ? Parse(File.ReadAllBytes(FilePath), FilePath) : null;
    }

    /// <summary>Reads the ring, and makes one when the directory is new.</summary>
    /// <exception cref="UsageException">
    /// The ring is lost: there is a database, but no keys. A new ring would open none of its cards and change every
    /// fingerprint, so nothing makes one in silence.
    /// </exception>
    public KeyRing ReadOrCreate(DateTimeOffset now)
    {
        if (Read() is { } existing)
        {
            return existing;
        }

        if (File.Exists(Path.Combine(directory, SqliteDatabase.FileName)))
        {
            throw new UsageException(
                $"The key ring {FilePath} is missing, and the database beside it was sealed with it: restore it from a backup."
            );
        }

        var created = KeyRing.Create(now);
        Write(created);
        return created;
    }

    /// <summary>Keeps a ring. Durable before it returns: a card sealed under a lost key is lost.</summary>
    public void Write(KeyRing ring)
    {
        if (!IsWritable)
        {
            throw new UsageException("The key ring is given by the setting KeyRing; change it there.");
        }

        var stored = new StoredRing(
            ring.ActiveKeyId,
            ring.KeyIds.ToDictionary(id => id, id => ring.Reveal(id).ToArray()),
            ring.RevealFingerprintKey().ToArray()
        );
        var bytes = JsonSerializer.SerializeToUtf8Bytes(stored, KeyRingJson.Default.StoredRing);
        PrivateFile.Write(FilePath, bytes);
        CryptographicOperations.ZeroMemory(bytes);
    }

    private static KeyRing Parse(byte[] json, string source)
    {
        try
        {
            var stored = JsonSerializer.Deserialize(json, KeyRingJson.Default.StoredRing) ?? throw new JsonException();
            return new KeyRing(stored.Active, stored.Keys, stored.FingerprintKey);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            // The exception's own text may quote a key.
            throw new UsageException(
                $"The key ring in {source} can't be read; expected active, keys and fingerprint_key."
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
        }
    }
}

internal sealed record StoredRing(string Active, Dictionary<string, byte[]> Keys, byte[] FingerprintKey);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(StoredRing))]
internal sealed partial class KeyRingJson : JsonSerializerContext;
