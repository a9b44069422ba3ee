using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Gr4vy.Tests.Auth;

/// <summary>Tokens whose signature is not the registered key's over exactly this text (RFC 8725).</summary>
public sealed class ForgedSignatureTests(ServerWithRsaKey server) : IClassFixture<ServerWithRsaKey>, IAsyncLifetime
{
    private readonly TokenMint rsa = server.Rsa;
    private TokenTrial trial = null!;

    private TokenMint Tokens => server.Tokens;

    public async ValueTask InitializeAsync() => trial = await TokenTrial.StartAsync(server.Api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_tokens_that_the_others_are_made_from_are_good()
    {
        await trial.AcceptAsync(Tokens.Token());
        await trial.AcceptAsync(rsa.Token());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("nOnE")]
    [InlineData("")]
    public async Task No_algorithm_is_no_signature(string algorithm)
    {
        var token = Tokens.Token().WithHeader("alg", $"\"{algorithm}\"");

        await trial.RefuseAsync(token with { Sign = _ => [] });
        await trial.RefuseAsync(token);
        await trial.RefuseAsync(Tokens.Token() with { Sign = _ => [] });
    }

    // The classic confusion: the public key, which everybody has, taken as a shared secret.
    [Theory]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    public async Task A_public_key_is_no_shared_secret(string algorithm)
    {
        foreach (var mint in new[] { Tokens, rsa })
        {
            byte[][] secrets =
            [
                mint.PublicKey,
                Encoding.ASCII.GetBytes(mint.PublicKeyPem),
                Encoding.ASCII.GetBytes(mint.PublicKeyPem + "\n"),
                Encoding.ASCII.GetBytes(mint.KeyId),
                [],
            ];
            foreach (var secret in secrets)
            {
                var token = mint.Token().WithHeader("alg", $"\"{algorithm}\"") with
                {
                    Sign = signed =>
                        algorithm switch
                        {
                            "HS256" => HMACSHA256.HashData(secret, signed),
                            "HS384" => HMACSHA384.HashData(secret, signed),
                            _ => HMACSHA512.HashData(secret, signed),
                        },
                };
                await trial.RefuseAsync(token);
            }
        }
    }

    // The algorithm belongs to the key, whatever the token says, also where the signature itself is right.
    [Theory]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("RS512")]
    [InlineData("RS256")]
    [InlineData("PS512")]
    [InlineData("EdDSA")]
    [InlineData("HS512")]
    [InlineData("es512")]
    [InlineData("ES512 ")]
    [InlineData(" ES512")]
    [InlineData("ES512\\u0000")]
    [InlineData("1")]
    public async Task Another_algorithm_than_the_keys_is_refused(string algorithm)
    {
        await trial.RefuseAsync(Tokens.Token().WithHeader("alg", $"\"{algorithm}\""));
        await trial.RefuseAsync(
            Tokens.Token().WithHeader("alg", $"\"{algorithm}\"") with
            {
                Sign = signed => Tokens.Sign(signed, HashAlgorithmName.SHA256),
            }
        );
    }

    [Fact]
    public async Task Keys_and_algorithms_do_not_mix()
    {
        await trial.RefuseAsync(rsa.Token().WithHeader("alg", "\"ES512\""));
        await trial.RefuseAsync(rsa.Token().WithHeader("alg", "\"PS512\"") with { Sign = rsa.SignPss });
        await trial.RefuseAsync(rsa.Token() with { Sign = rsa.SignPss });
        await trial.RefuseAsync(rsa.Token() with { Sign = signed => rsa.Sign(signed, HashAlgorithmName.SHA256) });
        await trial.RefuseAsync(Tokens.Token() with { Sign = signed => Tokens.Sign(signed, HashAlgorithmName.SHA384) });
        await trial.RefuseAsync(Tokens.Token() with { Sign = rsa.Sign });
        await trial.RefuseAsync(rsa.Token() with { Sign = Tokens.Sign });
        await trial.RefuseAsync(Tokens.Token().WithHeader("kid", $"\"{rsa.KeyId}\""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(131)]
    [InlineData(132)]
    [InlineData(133)]
    [InlineData(264)]
    public async Task A_signature_of_zeros_is_none(int length)
    {
        // r = s = 0 verified with the libraries that CVE-2022-21449 was about.
        await trial.RefuseAsync(Tokens.Token() with { Sign = _ => new byte[length] });
        await trial.RefuseAsync(rsa.Token() with { Sign = _ => new byte[length] });
    }

    [Fact]
    public async Task Half_a_signature_of_zeros_is_none()
    {
        await trial.RefuseAsync(
            Tokens.Token() with
            {
                Sign = signed => [.. new byte[66], .. Tokens.Sign(signed)[66..]],
            }
        );
        await trial.RefuseAsync(
            Tokens.Token() with
            {
                Sign = signed => [.. Tokens.Sign(signed)[..66], .. new byte[66]],
            }
        );
        await trial.RefuseAsync(Tokens.Token() with { Sign = _ => [.. Enumerable.Repeat<byte>(255, 132)] });
        await trial.RefuseAsync(Tokens.Token() with { Sign = _ => [.. new byte[65], 1, .. new byte[65], 1] });
    }

    [Fact]
    public async Task DER_is_not_the_form_of_a_JOSE_signature() =>
        await trial.RefuseAsync(Tokens.Token() with { Sign = Tokens.SignDer });

    [Fact]
    public async Task Bytes_around_a_signature_make_another_one()
    {
        await trial.RefuseAsync(Tokens.Token() with { Sign = signed => [.. Tokens.Sign(signed), 0] });
        await trial.RefuseAsync(Tokens.Token() with { Sign = signed => [0, .. Tokens.Sign(signed)] });
        await trial.RefuseAsync(Tokens.Token() with { Sign = signed => Tokens.Sign(signed)[..^1] });
        await trial.RefuseAsync(
            Tokens.Token() with
            {
                Sign = signed => [.. Tokens.Sign(signed), .. Tokens.Sign(signed)],
            }
        );
    }

    [Fact]
    public async Task Every_byte_of_a_signature_counts()
    {
        for (var i = 0; i < 132; i += 11)
        {
            var at = i;
            var token = Tokens.Token() with
            {
                Sign = signed =>
                {
                    var signature = Tokens.Sign(signed);
                    signature[at] ^= 1;
                    return signature;
                },
            };
            await trial.RefuseAsync(token);
        }
    }

    [Fact]
    public async Task A_signature_is_of_one_text_only()
    {
        var read = Tokens.Token("*.read").ToString().Split('.');
        var write = Tokens.Token("*.write").ToString().Split('.');

        await trial.RefuseAsync($"Bearer {read[0]}.{write[1]}.{read[2]}");
        await trial.RefuseAsync($"Bearer {read[0]}.{read[1]}.{write[2]}");
        var otherHeader = Jwt.Encode($$"""{"kid":"{{Tokens.KeyId}}","alg":"ES512","typ":"JWT"}""");
        await trial.RefuseAsync($"Bearer {otherHeader}.{read[1]}.{read[2]}");
    }

    [Fact]
    public async Task A_stranger_who_knows_the_key_id_is_refused()
    {
        using var stranger = TokenMint.Stranger(Tokens.KeyId);

        await trial.RefuseAsync(stranger.Token());
        await trial.RefuseAsync(Tokens.Token() with { Sign = stranger.Sign });
    }

    // A remembered token must be remembered whole, not by a part of it.
    [Fact]
    public async Task A_token_that_was_accepted_lends_nothing_to_its_alterations()
    {
        var good = Tokens.Token().ToString();
        await trial.AcceptAsync($"Bearer {good}");
        var parts = good.Split('.');
        var flipped = parts[2][0] == 'A' ? 'B' : 'A';

        await trial.RefuseAsync($"Bearer {parts[0]}.{parts[1]}.{flipped}{parts[2][1..]}");
        await trial.RefuseAsync($"Bearer {parts[0]}.{parts[1]}.");
        await trial.RefuseAsync(
            $"Bearer {parts[0]}.{Jwt.Encode("""{"exp":9999999999,"scopes":["*.read"]}""")}.{parts[2]}"
        );
        await trial.AcceptAsync($"Bearer {good}");
    }
}
