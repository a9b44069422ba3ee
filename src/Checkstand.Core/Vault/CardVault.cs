using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Merchants;
using Checkstand.Core.Sessions;

namespace Checkstand.Core.Vault;

/// <summary>
/// Seals cards with AES-256-GCM. Each card has a data key of its own, wrapped by a key-encryption key of the ring, so
/// that a rotation wraps short keys anew and never opens a card. Associated data binds each ciphertext to its owner and
/// its part: a row moved to another owner does not open. PCI DSS 4.0.1 requirements 3.5 to 3.7.
/// </summary>
public sealed partial class CardVault(KeyRing initialRing)
{
    private const int NonceBytes = 12;
    internal const int TagBytes = 16;

    private volatile KeyRing ring = initialRing;

    // What a ciphertext is of; part of its associated data, so that one can't stand in for another.
    private enum Part : byte
    {
        Key = 1,
        Card = 2,
        Code = 3,
        Secret = 4,
    }

    /// <summary>The ring in use. Replaced as a whole by a rotation.</summary>
    public KeyRing Ring
    {
        get => ring;
        set => ring = value;
    }

    /// <summary>Seals a card for one owner; the code too, when the owner may have it.</summary>
    public SealedCard Seal(CardOwner owner, CardData card)
    {
        Span<byte> plain = stackalloc byte[CardForm.Bytes];
        CardForm.Write(plain, card);
        try
        {
            return Seal(owner, plain, card.Code);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>
    /// Seals a security code that was typed for a stored payment method, for the session in which it was. The card's
    /// part has its usual length and holds no card.
    /// </summary>
    public SealedCard SealCode(SessionId session, SecurityCode code)
    {
        Span<byte> noCard = stackalloc byte[CardForm.Bytes];
        noCard.Clear();
        return Seal(session, noCard, code);
    }

    /// <summary>Opens a card of one owner. The caller disposes it as soon as the number has been used.</summary>
    /// <exception cref="CryptographicException">The ciphertext was altered or belongs to another owner.</exception>
    /// <exception cref="KeyNotFoundException">The ring lacks the wrapping key.</exception>
    public CardData Open(CardOwner owner, SealedCard card)
    {
        var dataKey = Unwrap(ring, card.KeyId, card.WrappedKey, owner);
        using var aes = new AesGcm(dataKey, TagBytes);
        var plain = OpenPart(aes, card.Card, owner, Part.Card);
        var code = card.Code is { } bytes ? OpenPart(aes, bytes, owner, Part.Code) : null;
        try
        {
            return CardForm.Read(plain, CodeForm.Read(code));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
            CryptographicOperations.ZeroMemory(plain);
            CryptographicOperations.ZeroMemory(code);
        }
    }

    /// <summary>Opens the security code beside a card, or alone; null when there is none or it was wiped.</summary>
    /// <exception cref="CryptographicException">The ciphertext was altered or belongs to another owner.</exception>
    /// <exception cref="KeyNotFoundException">The ring lacks the wrapping key.</exception>
    public SecurityCode? OpenCode(CardOwner owner, SealedCard card)
    {
        if (card.Code is not { } box)
        {
            return null;
        }

        var dataKey = Unwrap(ring, card.KeyId, card.WrappedKey, owner);
        using var aes = new AesGcm(dataKey, TagBytes);
        var code = OpenPart(aes, box, owner, Part.Code);
        try
        {
            return CodeForm.Read(code);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
            CryptographicOperations.ZeroMemory(code);
        }
    }

    /// <summary>The same card with its data key wrapped by the ring's active key. The card itself is not opened.</summary>
    public SealedCard Rewrap(CardOwner owner, SealedCard card)
    {
        var current = ring;
        var dataKey = Unwrap(current, card.KeyId, card.WrappedKey, owner);
        try
        {
            return new SealedCard
            {
                KeyId = current.ActiveKeyId,
                WrappedKey = Wrap(current, dataKey, owner),
                Card = card.Card,
                Code = card.Code,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    /// <summary>The card itself when the active key wraps it, wrapped anew when not.</summary>
    public SealedCard UnderActiveKey(CardOwner owner, SealedCard card) =>
        card.KeyId == ring.ActiveKeyId ? card : Rewrap(owner, card);

    /// <summary>
    /// A name for a card number that says nothing of it without the key: HMAC-SHA-256 over merchant account and number,
    /// 64 hexadecimal digits. Equal for equal numbers within one merchant account, unrelated between two.
    /// </summary>
    public string Fingerprint(MerchantAccountId merchant, CardNumber number)
    {
        var digits = number.Reveal();
        Span<byte> message = stackalloc byte[MerchantAccountId.LengthMax + 1 + digits.Length];
        var length = Encoding.ASCII.GetBytes(merchant.Value, message);
        message[length++] = 0;
        digits.CopyTo(message[length..]);
        length += digits.Length;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(ring.RevealFingerprintKey(), message[..length], hash);
        CryptographicOperations.ZeroMemory(message);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>
    /// Names a request without saying anything of it: HMAC-SHA-256 over its parts, 32 bytes. A request can hold a card
    /// number, so a bare hash of it could be guessed.
    /// </summary>
    public byte[] RequestDigest(string method, string path, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, ring.RevealFingerprintKey());
        // No merchant account begins with a zero byte, so this is never the message of a fingerprint.
        hmac.AppendData([0]);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{method} {path}\n"));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }

    /// <summary>
    /// Names a secret without saying anything of it: HMAC-SHA-256, 32 bytes. What is stored of an access token.
    /// </summary>
    public byte[] SecretDigest(string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, ring.RevealFingerprintKey());
        // Two zero bytes: never the message of a fingerprint or of a request, whose second byte is a letter.
        hmac.AppendData([0, 0]);
        hmac.AppendData(Encoding.UTF8.GetBytes(secret));
        return hmac.GetHashAndReset();
    }

    private SealedCard Seal(CardOwner owner, ReadOnlySpan<byte> card, SecurityCode? code)
    {
        var current = ring;
        Span<byte> dataKey = stackalloc byte[KeyRing.KeyBytes];
        Span<byte> codeForm = stackalloc byte[CodeForm.Bytes];
        RandomNumberGenerator.Fill(dataKey);
        CodeForm.Write(codeForm, code);
        using var aes = new AesGcm(dataKey, TagBytes);
        try
        {
            return new SealedCard
            {
                KeyId = current.ActiveKeyId,
                WrappedKey = Wrap(current, dataKey, owner),
                Card = SealPart(aes, card, owner, Part.Card),
                Code = owner.MayHaveCode ? SealPart(aes, codeForm, owner, Part.Code) : null,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
            CryptographicOperations.ZeroMemory(codeForm);
        }
    }

    // A key-encryption key wraps many data keys, so each wrap has a nonce of its own, kept in front.
    private static byte[] Wrap(KeyRing ring, ReadOnlySpan<byte> dataKey, CardOwner owner)
    {
        var box = new byte[NonceBytes + KeyRing.KeyBytes + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(ring.Reveal(ring.ActiveKeyId), TagBytes);
        Encrypt(aes, box.AsSpan(0, NonceBytes), dataKey, box.AsSpan(NonceBytes), owner, Part.Key);
        return box;
    }

    private static byte[] Unwrap(KeyRing ring, string keyId, byte[] wrapped, CardOwner owner)
    {
        if (wrapped.Length < NonceBytes)
        {
            throw new CryptographicException("A wrapped key was cut short.");
        }

        using var aes = new AesGcm(ring.Reveal(keyId), TagBytes);
        return Decrypt(aes, wrapped.AsSpan(0, NonceBytes), wrapped.AsSpan(NonceBytes), owner, Part.Key);
    }

    // A data key is fresh for each card and seals each part once, so the part's number serves as its nonce.
    private static byte[] SealPart(AesGcm aes, ReadOnlySpan<byte> plain, CardOwner owner, Part part)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        nonce.Clear();
        nonce[0] = (byte)part;
        var box = new byte[plain.Length + TagBytes];
        Encrypt(aes, nonce, plain, box, owner, part);
        return box;
    }

    private static byte[] OpenPart(AesGcm aes, ReadOnlySpan<byte> box, CardOwner owner, Part part)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        nonce.Clear();
        nonce[0] = (byte)part;
        return Decrypt(aes, nonce, box, owner, part);
    }

    private static void Encrypt(
        AesGcm aes,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plain,
        Span<byte> box,
        CardOwner owner,
        Part part
    )
    {
        Span<byte> associated = stackalloc byte[CardOwner.AssociatedBytesMax];
        associated = associated[..owner.Associate(associated, (byte)part)];
        aes.Encrypt(nonce, plain, box[..plain.Length], box[plain.Length..], associated);
    }

    private static byte[] Decrypt(
        AesGcm aes,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> box,
        CardOwner owner,
        Part part
    )
    {
        Span<byte> associated = stackalloc byte[CardOwner.AssociatedBytesMax];
        associated = associated[..owner.Associate(associated, (byte)part)];
        if (box.Length < TagBytes)
        {
            throw new CryptographicException("A sealed part of a card was cut short.");
        }

        var plain = new byte[box.Length - TagBytes];
        aes.Decrypt(nonce, box[..^TagBytes], box[^TagBytes..], plain, associated);
        return plain;
    }
}
