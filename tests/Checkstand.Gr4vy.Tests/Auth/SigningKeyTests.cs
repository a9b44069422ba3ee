using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Auth;

namespace Checkstand.Gr4vy.Tests.Auth;

public sealed class SigningKeyTests(ServerWithRsaKey server) : IClassFixture<ServerWithRsaKey>, IAsyncLifetime
{
    private TokenTrial trial = null!;

    public async ValueTask InitializeAsync() => trial = await TokenTrial.StartAsync(server.Api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_RSA_key_is_as_good() => await trial.AcceptAsync(server.Rsa.Token());

    [Fact]
    public async Task Each_of_several_keys_is_good()
    {
        using var second = await server.RegisterKeyAsync(SigningAlgorithm.ES512);

        await trial.AcceptAsync(server.Tokens.Token());
        await trial.AcceptAsync(second.Token());
    }

    [Fact]
    public async Task A_key_is_refused_from_the_moment_it_is_revoked()
    {
        using var mint = await server.RegisterKeyAsync(SigningAlgorithm.ES512);
        var remembered = mint.Bearer();
        await trial.AcceptAsync(remembered);

        Assert.True(await server.Merchants.RevokeKeyAsync(mint.KeyId, CancellationToken.None));

        await trial.RefuseAsync(remembered);
        await trial.RefuseAsync(mint.Token());
        await trial.AcceptAsync(server.Tokens.Token());
    }

    [Fact]
    public async Task A_revoked_key_does_not_come_back_by_being_registered_again()
    {
        var (key, pem) = SigningKeyFactory.Create(SigningAlgorithm.ES512, "x", [], server.Clock.GetUtcNow());
        await server.RegisterAsync(key);
        using var mint = TokenMint.Of(pem, key.Thumbprint);
        await server.Merchants.RevokeKeyAsync(key.Thumbprint, CancellationToken.None);

        Assert.False(await server.Merchants.AddKeyAsync(key, CancellationToken.None));

        await trial.RefuseAsync(mint.Token());
    }

    // RFC 7638, and what Go SDKs made of it before 2026-06 when a coordinate begins with a zero byte (contract 4.2).
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_key_id_may_leave_out_the_zeros_in_front_of_coordinates(bool zeroInX, bool zeroInY)
    {
        using var pair = KeyWith(zeroInX, zeroInY);
        var point = pair.ExportParameters(false).Q;
        var padded = Thumbprint(point.X!, point.Y!);
        var unpadded = Thumbprint([.. point.X!.SkipWhile(b => b == 0)], [.. point.Y!.SkipWhile(b => b == 0)]);
        Assert.NotEqual(padded, unpadded);
        var pem = pair.ExportPkcs8PrivateKeyPem();
        await server.RegisterAsync(SigningKeyFactory.Read(pem, "x", [], server.Clock.GetUtcNow()));

        using var correct = TokenMint.Of(pem, padded);
        using var shortened = TokenMint.Of(pem, unpadded);
        await trial.AcceptAsync(correct.Token());
        await trial.AcceptAsync(shortened.Token());

        Assert.True(await server.Merchants.RevokeKeyAsync(padded, CancellationToken.None));
        await trial.RefuseAsync(correct.Token());
        await trial.RefuseAsync(shortened.Token());
    }

    [Fact]
    public void A_thumbprint_is_that_of_RFC_7638()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        var point = pair.ExportParameters(false).Q;

        var key = SigningKeyFactory.Read(pair.ExportSubjectPublicKeyInfoPem(), "x", [], server.Clock.GetUtcNow());

        Assert.Equal(Thumbprint(point.X!, point.Y!), key.Thumbprint);
        Assert.Equal(43, key.Thumbprint.Length);
    }

    // A curve that ES512 is not defined on (RFC 7518 section 3.4), also the ones of the same size class.
    [Theory]
    [InlineData("nistP256")]
    [InlineData("nistP384")]
    [InlineData("secp256k1")]
    [InlineData("brainpoolP512r1")]
    public void A_key_on_another_curve_is_not_registered(string curve)
    {
        using var pair = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));

        Assert.Throws<FormatException>(() => Read(pair.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<FormatException>(() => Read(pair.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void A_short_RSA_key_is_not_registered()
    {
        using var pair = RSA.Create(1024);

        Assert.Throws<FormatException>(() => Read(pair.ExportSubjectPublicKeyInfoPem()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void What_is_no_key_is_not_registered(string pem) => Assert.Throws<FormatException>(() => Read(pem));

    [Fact]
    public void What_is_kept_of_a_private_key_is_its_public_half()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP521);

        var key = Read(pair.ExportPkcs8PrivateKeyPem());

        Assert.Equal(pair.ExportSubjectPublicKeyInfo(), key.PublicKey.ToArray());
    }

    private SigningKey Read(string pem) => SigningKeyFactory.Read(pem, "x", [], server.Clock.GetUtcNow());

    // Half of all coordinates begin with a zero byte: 521 bits in 66 bytes.
    private static ECDsa KeyWith(bool zeroInX, bool zeroInY)
    {
        while (true)
        {
            var pair = ECDsa.Create(ECCurve.NamedCurves.nistP521);
            var point = pair.ExportParameters(false).Q;
            if ((point.X![0] == 0, point.Y![0] == 0) == (zeroInX, zeroInY))
            {
                return pair;
            }

            pair.Dispose();
        }
    }

    private static string Thumbprint(byte[] x, byte[] y)
    {
        var jwk =
            $$"""{"crv":"P-521","kty":"EC","x":"{{Base64Url.EncodeToString(x)}}","y":"{{Base64Url.EncodeToString(y)}}"}""";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(jwk)));
    }
}
