using System.Buffers.Text;
using System.Text;

namespace Checkstand.Gr4vy.Tests.Auth;

/// <summary>
/// One token has one text (RFC 7515 section 2). The tokens here are signed over the text as it stands, so that nothing
/// but its form is wrong.
/// </summary>
public sealed class TokenFormTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private TokenTrial trial = null!;

    private TokenMint Tokens => server.Tokens;

    public async ValueTask InitializeAsync() => trial = await TokenTrial.StartAsync(server.Api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Padding_is_refused()
    {
        for (var blanks = 0; blanks < 3; blanks++)
        {
            // Blanks make every remainder of a length by three, and so every amount of padding.
            var token = Tokens.Token();
            token = token with
            {
                Header = token.Header + new string(' ', blanks),
                Claims = token.Claims + new string(' ', blanks),
            };
            await trial.AcceptAsync(token);
            if (Padded(token.Claims) != Jwt.Encode(token.Claims))
            {
                await trial.RefuseAsync(token with { ClaimsCoding = Padded });
            }

            if (Padded(token.Header) != Jwt.Encode(token.Header))
            {
                await trial.RefuseAsync(token with { HeaderCoding = Padded });
            }
        }

        await trial.RefuseAsync(
            Tokens.Token() with
            {
                SignatureCoding = bytes => Base64Url.EncodeToString(bytes) + "=",
            }
        );
        await trial.RefuseAsync(
            Tokens.Token() with
            {
                SignatureCoding = bytes => Base64Url.EncodeToString(bytes) + "====",
            }
        );
    }

    [Fact]
    public async Task Stray_bits_in_a_last_character_are_refused()
    {
        var tried = 0;
        for (var blanks = 0; blanks < 3; blanks++)
        {
            var token = Tokens.Token();
            token = token with
            {
                Header = token.Header + new string(' ', blanks),
                Claims = token.Claims + new string(' ', blanks),
            };
            if (WithStrayBit(token.Claims) is { } claims)
            {
                tried++;
                await trial.RefuseAsync(token with { ClaimsCoding = _ => claims });
            }

            if (WithStrayBit(token.Header) is { } header)
            {
                tried++;
                await trial.RefuseAsync(token with { HeaderCoding = _ => header });
            }
        }

        Assert.Equal(4, tried);
    }

    // 384 bytes have no stray bits, 256 have: an RSA key of 2048 bits.
    [Fact]
    public async Task Stray_bits_in_a_signature_are_refused()
    {
        using var pair = System.Security.Cryptography.RSA.Create(2048);
        var key = Checkstand.Gr4vy.Auth.SigningKeyFactory.Read(
            pair.ExportPkcs8PrivateKeyPem(),
            "2048",
            [],
            server.Clock.GetUtcNow()
        );
        await server.RegisterAsync(key);
        using var mint = TokenMint.Of(pair.ExportPkcs8PrivateKeyPem(), key.Thumbprint);
        var token = mint.Token();
        await trial.AcceptAsync(token);

        var text = token.ToString();
        var last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".IndexOf(
            text[^1],
            StringComparison.Ordinal
        );
        Assert.Equal(0, last % 16);
        for (var stray = 1; stray < 16; stray++)
        {
            var changed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[last + stray];
            await trial.RefuseAsync($"Bearer {text[..^1]}{changed}");
        }
    }

    [Fact]
    public async Task Blanks_inside_a_part_are_refused()
    {
        foreach (var blank in new[] { " ", "\t" })
        {
            await trial.RefuseAsync(Tokens.Token() with { ClaimsCoding = text => Inside(Jwt.Encode(text), blank) });
            await trial.RefuseAsync(Tokens.Token() with { HeaderCoding = text => Inside(Jwt.Encode(text), blank) });
            await trial.RefuseAsync(
                Tokens.Token() with
                {
                    SignatureCoding = bytes => Inside(Base64Url.EncodeToString(bytes), blank),
                }
            );
            await trial.RefuseAsync(Tokens.Token() with { ClaimsCoding = text => Jwt.Encode(text) + blank });
            await trial.RefuseAsync(Tokens.Token() with { ClaimsCoding = text => blank + Jwt.Encode(text) });
        }
    }

    [Fact]
    public async Task The_other_base64_is_refused()
    {
        // These three bytes code to "~~~~" in neither alphabet's letters: '-_' in one, '+/' in the other.
        var token = Tokens.Token().WithClaimInFront("\"a\":\"\u00fb\u00ff\u00fe>>>???\"");
        await trial.AcceptAsync(token);

        var standard = Convert.ToBase64String(Encoding.UTF8.GetBytes(token.Claims)).TrimEnd('=');
        Assert.True(standard.AsSpan().ContainsAny('+', '/'));
        await trial.RefuseAsync(token with { ClaimsCoding = _ => standard });
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("a.b.c")]
    [InlineData("abc")]
    [InlineData("e30.e30.")]
    [InlineData(".e30.e30")]
    public async Task What_has_not_three_good_parts_is_refused(string token) =>
        await trial.RefuseAsync($"Bearer {token}");

    [Fact]
    public async Task More_or_fewer_parts_of_a_good_token_are_refused()
    {
        var good = Tokens.Token().ToString();
        var parts = good.Split('.');
        foreach (
            var token in new[]
            {
                $"{parts[0]}.{parts[1]}",
                $"{parts[1]}.{parts[2]}",
                $"{good}.",
                $".{good}",
                $"{good}.{parts[2]}",
                $"{good}.{parts[1]}.{parts[2]}",
                $"{parts[0]}..{parts[2]}",
                $"{parts[0]}.{parts[1]}..{parts[2]}",
                good + new string('.', 5000),
                good.Replace('.', ','),
            }
        )
        {
            await trial.RefuseAsync($"Bearer {token}");
        }
    }

    [Fact]
    public async Task A_token_of_an_embed_with_a_large_cart_is_taken_and_one_of_17_kB_is_not()
    {
        var cart = new string('x', 11_000);
        await trial.AcceptAsync(Tokens.Token().WithClaim("embed", $$"""{"metadata":"{{cart}}"}"""));

        var tooLong = Tokens.Token().WithClaim("embed", $$"""{"metadata":"{{cart}}{{new string('x', 2000)}}"}""");
        Assert.InRange(tooLong.ToString().Length, 17_000, 18_500);
        await trial.RefuseAsync(tooLong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer null")]
    [InlineData("Bearer undefined")]
    [InlineData("Bearer abc")]
    [InlineData("Basic ZGVmYXVsdDpzZWNyZXQ=")]
    [InlineData("Digest username=\"x\"")]
    [InlineData("Token {good}")]
    [InlineData("Bearer{good}")]
    [InlineData("Bearer:{good}")]
    [InlineData("Bearer\t{good}")]
    [InlineData("{good}")]
    [InlineData("Bearer Bearer {good}")]
    [InlineData("Bearer {good} {good}")]
    [InlineData("Bearer {good},")]
    [InlineData("Bearer \"{good}\"")]
    [InlineData("Bearer token={good}")]
    public async Task Another_Authorization_header_is_none(string authorization) =>
        await trial.RefuseAsync(authorization.Replace("{good}", Tokens.Token().ToString(), StringComparison.Ordinal));

    // RFC 6750 has one blank; more of them are harmless and come from people who paste.
    [Fact]
    public async Task Blanks_around_a_token_are_ignored() => await trial.AcceptAsync($"Bearer   {Tokens.Token()}  ");

    [Theory]
    [InlineData("Bearer \u00ff\u00fe")]
    [InlineData("Bearer \u00e9.\u00e9.\u00e9")]
    [InlineData("\u00ff")]
    public async Task Bytes_beyond_ASCII_are_refused(string authorization)
    {
        var answer = await RawHttp.SendAsync(
            server.Address,
            $"POST /checkout/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: {authorization}\r\nContent-Length: 0\r\n\r\n"
        );

        // Either HTTP itself or the token is broken; nobody gets in.
        Envelope.Check(answer, answer.Status == 400 ? 400 : 401);
    }

    [Fact]
    public async Task A_token_in_the_query_or_a_cookie_is_not_looked_for()
    {
        var ask = new Ask("POST", $"{ApiClient.Sessions}?access_token={Tokens.Token()}").Header(
            "cookie",
            $"authorization={Tokens.Token()}"
        );

        Envelope.Check(await server.Api.SendAsync(ask), 401);
    }

    private static string Padded(string text) =>
        Jwt.Encode(text) + new string('=', (4 - (Jwt.Encode(text).Length % 4)) % 4);

    private static string Inside(string text, string blank) => text[..10] + blank + text[10..];

    // The last character of a text whose length is no multiple of four has bits that mean nothing.
    private static string? WithStrayBit(string text)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var coded = Jwt.Encode(text);
        return coded.Length % 4 == 0
            ? null
            : coded[..^1] + alphabet[alphabet.IndexOf(coded[^1], StringComparison.Ordinal) + 1];
    }
}
