using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Core.Tests.Vault;

/// <summary>What signs webhooks opens for the endpoint that it was sealed for, and outlives rotations.</summary>
public sealed class SealedSecretTests
{
    private const string Secret = "whsec_Łódź";
    private readonly CardVault vault = new(KeyRing.Create(Known.Now));
    private readonly Guid endpoint = RandomId.New();

    [Fact]
    public void A_secret_opens_for_its_endpoint_and_no_other()
    {
        var box = vault.SealSecret(endpoint, Secret);

        Assert.Equal(Secret, vault.OpenSecret(endpoint, box));
        Assert.ThrowsAny<CryptographicException>(() => vault.OpenSecret(RandomId.New(), box));
    }

    [Fact]
    public void A_sealed_secret_says_nothing_of_it()
    {
        var box = vault.SealSecret(endpoint, Secret);

        Assert.Equal(-1, box.Secret.AsSpan().IndexOf("whsec"u8));
        Assert.NotEqual(box.Secret, vault.SealSecret(endpoint, Secret).Secret);
    }

    [Fact]
    public void A_card_of_the_same_id_is_no_secret()
    {
        var box = vault.SealSecret(endpoint, Secret);
        var asCard = new SealedCard
        {
            KeyId = box.KeyId,
            WrappedKey = box.WrappedKey,
            Card = box.Secret,
            Code = null,
        };

        Assert.ThrowsAny<CryptographicException>(() => vault.Open(CardOwner.PaymentMethod(endpoint), asCard));
    }

    [Fact]
    public void A_rotation_wraps_a_secret_anew_without_opening_it()
    {
        var before = vault.SealSecret(endpoint, Secret);
        vault.Ring = vault.Ring.WithNewActive(Known.Now);

        var after = vault.RewrapSecret(endpoint, before);
        vault.Ring = vault.Ring.WithActiveOnly();

        Assert.Equal(vault.Ring.ActiveKeyId, after.KeyId);
        Assert.Same(before.Secret, after.Secret);
        Assert.Equal(Secret, vault.OpenSecret(endpoint, after));
        Assert.Throws<KeyNotFoundException>(() => vault.OpenSecret(endpoint, before));
        Assert.Equal(6 + Encoding.UTF8.GetByteCount("Łódź") + 16, after.Secret.Length);
    }
}
