using System.Security.Cryptography;
using System.Text.Json;

namespace Checkstand.Client.Gr4vy;

/// <summary>Signs its own tokens, and keeps each until shortly before it expires.</summary>
internal sealed class SignedAuth(TokenSigner signer, IReadOnlyList<string> scopes, TimeSpan lifetime, bool isCached)
    : Auth
{
    // A kept token must outlive the call that it is sent with and the difference of two clocks: a tenth of its life,
    // and a minute at most.
    private static readonly TimeSpan MarginMax = TimeSpan.FromMinutes(1);

    private Kept? kept;

    internal override string Token(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (Volatile.Read(ref kept) is { } token && now >= token.From && now < token.Until)
        {
            return token.Text;
        }

        // Two threads may both sign here, and both tokens are good.
        var made = Sign(signer, scopes, now, lifetime, null, default);
        if (isCached)
        {
            var margin = lifetime / 10 < MarginMax ? lifetime / 10 : MarginMax;
            Volatile.Write(ref kept, new Kept(made, now, now + lifetime - margin));
        }

        return made;
    }

    /// <summary>A token for a browser.</summary>
    /// <param name="clock">Says when its life begins.</param>
    /// <param name="embed">What is pinned, a JSON object in UTF-8; empty pins nothing.</param>
    /// <param name="checkoutSessionId">The only session that it may pay with; null is any.</param>
    /// <param name="life">How long it lives.</param>
    public string EmbedToken(TimeProvider clock, ReadOnlySpan<byte> embed, string? checkoutSessionId, TimeSpan life) =>
        Sign(signer, ["embed"], clock.GetUtcNow(), life, checkoutSessionId, embed);

    // Contract gr4vy section 4.1.
    private static string Sign(
        TokenSigner signer,
        IReadOnlyList<string> scopes,
        DateTimeOffset now,
        TimeSpan lifetime,
        string? checkoutSessionId,
        ReadOnlySpan<byte> embed
    )
    {
        using var claims = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(claims))
        {
            var issued = now.ToUnixTimeSeconds();
            json.WriteStartObject();
            json.WriteString("iss", ClientVersion.UserAgent);
            json.WriteNumber("iat", issued);
            json.WriteNumber("nbf", issued);
            json.WriteNumber("exp", issued + (long)lifetime.TotalSeconds);
            json.WriteString("jti", RandomId());
            json.WriteStartArray("scopes");
            foreach (var scope in scopes)
            {
                json.WriteStringValue(scope);
            }

            json.WriteEndArray();
            if (checkoutSessionId is not null)
            {
                json.WriteString("checkout_session_id", checkoutSessionId);
            }

            if (!embed.IsEmpty)
            {
                json.WritePropertyName("embed");
                json.WriteRawValue(embed);
            }

            json.WriteEndObject();
        }

        return signer.Sign(claims.GetBuffer().AsSpan(0, (int)claims.Length));
    }

    // A version 4 UUID, RFC 9562 section 5.4, of the generator that secrets come from.
    private static Guid RandomId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private sealed class Kept(string text, DateTimeOffset from, DateTimeOffset until)
    {
        public string Text { get; } = text;

        public DateTimeOffset From { get; } = from;

        public DateTimeOffset Until { get; } = until;
    }
}
