using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Merchants;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace Checkstand.Gr4vy.Auth;

/// <summary>
/// Verifies bearer tokens (contract section 4.3, RFC 8725). The algorithm is fixed by the key, never by the token.
/// A token whose signature was checked is remembered until it expires, because one ES512 check costs about 0.6 ms;
/// its times and its key are looked at on every request, so expiry and revocation hold at once.
/// </summary>
public sealed partial class TokenVerifier : IDisposable
{
    /// <summary>Tolerance for clocks that differ, in seconds.</summary>
    private const int LeewaySeconds = 60;

    // An embed token carries a cart; anything longer than this is no token of an SDK.
    private const int LengthMax = 16 * 1024;

    // A token of an SDK has some 700 characters; nearly every request brings one that is remembered.
    private const int OnStackMax = 1024;

    // About 1 kB each. SDKs that sign every request anew push old ones out; those that reuse theirs stay in.
    private const int RememberedMax = 10_000;

    private readonly MerchantDirectory directory;
    private readonly TimeProvider realTime;
    private readonly ILogger<TokenVerifier> logger;
    private readonly SignatureCheck signatures = new();
    private readonly MemoryCache remembered = new(new MemoryCacheOptions { SizeLimit = RememberedMax });

    /// <summary>A verifier.</summary>
    /// <param name="directory">Knows the keys.</param>
    /// <param name="realTime">The real clock, also where the service's clock can be moved: SDKs sign with real time.</param>
    /// <param name="logger">Hears why a token was refused; the caller of the service is not told.</param>
    public TokenVerifier(MerchantDirectory directory, TimeProvider realTime, ILogger<TokenVerifier> logger)
    {
        this.directory = directory;
        this.realTime = realTime;
        this.logger = logger;
    }

    /// <inheritdoc/>
    public void Dispose() => remembered.Dispose();

    /// <summary>The token of an Authorization header; null when it is missing, malformed, out of its time or not trusted.</summary>
    internal VerifiedToken? Verify(string? authorization)
    {
        const string scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = authorization.AsSpan(scheme.Length).Trim(' ');
        if (text.Length is 0 or > LengthMax || !System.Text.Ascii.IsValid(text))
        {
            LogRefused("it is empty, too long or not ASCII");
            return null;
        }

        var room = text.Length <= OnStackMax ? stackalloc byte[OnStackMax] : new byte[text.Length];
        var token = room[..Encoding.ASCII.GetBytes(text, room)];
        var name = TokenName.Of(token);
        if (remembered.TryGetValue(name, out VerifiedToken? known))
        {
            return InForce(known!);
        }

        var verified = VerifyAnew(token);
        if (verified is not null)
        {
            Remember(name, verified);
        }

        return verified;
    }

    private void Remember(TokenName name, VerifiedToken token)
    {
        using var entry = remembered.CreateEntry(name);
        entry.Value = token;
        entry.Size = 1;
        var lifeLeft = token.Claims.ExpiresAt + LeewaySeconds - Now;

        // Longer than an hour is pointless for a cache, and a claimed year 9999 must not overflow.
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(Math.Clamp(lifeLeft, 1, 3600));
    }

    private VerifiedToken? VerifyAnew(ReadOnlySpan<byte> token)
    {
        var firstDot = token.IndexOf((byte)'.');
        var lastDot = token.LastIndexOf((byte)'.');
        if (firstDot < 0 || lastDot == firstDot || token[(firstDot + 1)..lastDot].Contains((byte)'.'))
        {
            LogRefused("it has not three parts");
            return null;
        }

        if (
            Base64UrlText.Decode(token[..firstDot]) is not { } headerJson
            || TokenHeader.Read(headerJson) is not { } header
        )
        {
            LogRefused("its header can't be read or asks for what is not supported");
            return null;
        }

        if (FindKey(header) is not { } key)
        {
            return null;
        }

        // Cheap checks first: a token that is out of its time never costs a signature check.
        if (
            Base64UrlText.Decode(token[(firstDot + 1)..lastDot]) is not { } claimsJson
            || TokenClaims.Read(claimsJson) is not { } claims
        )
        {
            LogRefused("its claims can't be read");
            return null;
        }

        var verified = new VerifiedToken(key, claims);
        if (InForce(verified) is null)
        {
            return null;
        }

        if (
            Base64UrlText.Decode(token[(lastDot + 1)..]) is not { } signature
            || !signatures.Verify(key, token[..lastDot], signature)
        )
        {
            LogRefused("its signature is wrong");
            return null;
        }

        return verified;
    }

    private SigningKey? FindKey(TokenHeader header)
    {
        if (directory.FindActiveKey(header.KeyId) is not { } key)
        {
            LogUnknownKey(
                Printable(header.KeyId),
                string.Join(", ", directory.Keys.Where(k => k.RevokedAt is null).Select(k => k.Thumbprint))
            );
            return null;
        }

        if (header.Algorithm != key.Algorithm.ToString())
        {
            LogRefused("its algorithm is not its key's");
            return null;
        }

        return key;
    }

    // The token with its key as it is now: which accounts a key may act for can change while tokens are remembered.
    private VerifiedToken? InForce(VerifiedToken token)
    {
        var now = Now;
        var claims = token.Claims;
        var isInTime =
            now < claims.ExpiresAt + LeewaySeconds
            && !(claims.NotBefore > now + LeewaySeconds)
            && !(claims.IssuedAt > now + LeewaySeconds);
        if (!isInTime)
        {
            LogRefused("it is not valid at this time; compare the clocks");
            return null;
        }

        if (directory.FindActiveKey(token.Key.Thumbprint) is not { } key || key.Thumbprint != token.Key.Thumbprint)
        {
            LogRefused("its key was revoked");
            return null;
        }

        return ReferenceEquals(key, token.Key) ? token : token with { Key = key };
    }

    private double Now => realTime.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    // A key id is whatever the sender wrote; the log gets a short piece of it, on one line.
    private static string Printable(string keyId) =>
        new([
            .. keyId
                .Take(64)
                .Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '?'),
        ]);

    [LoggerMessage(1101, LogLevel.Information, "Bearer token refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(
        1102,
        LogLevel.Information,
        "Bearer token refused: unknown key id {KeyId}; registered: {Registered}"
    )]
    private partial void LogUnknownKey(string keyId, string registered);

    // The hash of a token names it, so that the cache holds no token that could be used.
    private readonly record struct TokenName(long A, long B, long C, long D)
    {
        public static TokenName Of(ReadOnlySpan<byte> token)
        {
            Span<long> hash = stackalloc long[4];
            SHA256.HashData(token, System.Runtime.InteropServices.MemoryMarshal.AsBytes(hash));
            return new TokenName(hash[0], hash[1], hash[2], hash[3]);
        }
    }
}
