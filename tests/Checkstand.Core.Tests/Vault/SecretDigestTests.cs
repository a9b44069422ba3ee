using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Vault;

public sealed class SecretDigestTests
{
    private const string Secret = "polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWO";

    private readonly KeyRing ring = KeyRing.Create(Now);

    [Fact]
    public void It_is_an_hmac_of_two_zero_bytes_and_the_secret() =>
        Assert.Equal(
            HMACSHA256.HashData(ring.RevealFingerprintKey(), [0, 0, .. Encoding.UTF8.GetBytes(Secret)]),
            new CardVault(ring).SecretDigest(Secret)
        );

    [Fact]
    public void It_says_nothing_without_the_key() =>
        Assert.NotEqual(
            new CardVault(KeyRing.Create(Now)).SecretDigest(Secret),
            new CardVault(ring).SecretDigest(Secret)
        );

    [Fact]
    public void Secrets_that_differ_have_digests_that_differ() =>
        Assert.NotEqual(
            new CardVault(ring).SecretDigest(Secret),
            new CardVault(ring).SecretDigest(Secret.ToUpperInvariant())
        );

    [Fact]
    public void It_outlives_a_rotation_of_the_vaults_keys() =>
        Assert.Equal(
            new CardVault(ring).SecretDigest(Secret),
            new CardVault(ring.WithNewActive(Now.AddDays(1)).WithActiveOnly()).SecretDigest(Secret)
        );

    // One key makes fingerprints, names of requests and digests of secrets: none may pass for another.
    [Fact]
    public void It_is_never_the_name_of_a_request() =>
        Assert.NotEqual(new CardVault(ring).SecretDigest("GET /\n"), new CardVault(ring).RequestDigest("GET", "/", []));
}
