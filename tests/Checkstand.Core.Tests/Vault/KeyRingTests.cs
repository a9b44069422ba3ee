using System.Security.Cryptography;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Core.Tests.Vault;

public sealed class KeyRingTests
{
    [Fact]
    public void A_new_ring_has_one_key_and_names_it_by_its_date()
    {
        var ring = KeyRing.Create(Known.Now);

        Assert.Equal([ring.ActiveKeyId], ring.KeyIds);
        Assert.Matches("^kek-20300115-[0-9a-f]{8}$", ring.ActiveKeyId);
        Assert.Equal(32, ring.Reveal(ring.ActiveKeyId).Length);
        Assert.Equal(32, ring.RevealFingerprintKey().Length);
    }

    [Fact]
    public void No_two_rings_share_a_key()
    {
        var (one, other) = (KeyRing.Create(Known.Now), KeyRing.Create(Known.Now));

        Assert.NotEqual(one.ActiveKeyId, other.ActiveKeyId);
        Assert.NotEqual(Active(one), Active(other));
        Assert.NotEqual(one.RevealFingerprintKey().ToArray(), other.RevealFingerprintKey().ToArray());
        Assert.NotEqual(Active(one), one.RevealFingerprintKey().ToArray());
    }

    [Fact]
    public void A_fresh_active_key_leaves_the_old_ones_on_the_ring()
    {
        var old = KeyRing.Create(Known.Now);

        var ring = old.WithNewActive(Known.Now.AddDays(1));

        Assert.NotEqual(old.ActiveKeyId, ring.ActiveKeyId);
        Assert.Equal(2, ring.KeyIds.Count);
        Assert.Equal(Active(old), ring.Reveal(old.ActiveKeyId).ToArray());
        Assert.NotEqual(Active(old), Active(ring));
    }

    [Fact]
    public void Two_rotations_on_one_day_make_two_keys()
    {
        var ring = KeyRing.Create(Known.Now).WithNewActive(Known.Now).WithNewActive(Known.Now);

        Assert.Equal(3, ring.KeyIds.Distinct().Count());
    }

    [Fact]
    public void The_ring_before_a_rotation_stays_as_it_was()
    {
        var old = KeyRing.Create(Known.Now);
        var active = old.ActiveKeyId;

        old.WithNewActive(Known.Now);

        Assert.Equal(active, old.ActiveKeyId);
        Assert.Single(old.KeyIds);
    }

    [Fact]
    public void Dropping_the_old_keys_keeps_the_active_one_and_that_of_the_fingerprints()
    {
        var old = KeyRing.Create(Known.Now);
        var ring = old.WithNewActive(Known.Now);

        var pruned = ring.WithActiveOnly();

        Assert.Equal([ring.ActiveKeyId], pruned.KeyIds);
        Assert.Equal(Active(ring), Active(pruned));
        Assert.Equal(old.RevealFingerprintKey().ToArray(), pruned.RevealFingerprintKey().ToArray());
    }

    [Fact]
    public void A_key_that_is_not_on_the_ring_is_named_beside_those_that_are()
    {
        var ring = KeyRing.Create(Known.Now);

        var failure = Assert.Throws<KeyNotFoundException>(() => ring.Reveal("kek-other").ToArray());

        Assert.Equal($"The key ring has no key 'kek-other'; it has {ring.ActiveKeyId}.", failure.Message);
        Assert.DoesNotContain(
            Convert.ToHexString(Active(ring)),
            failure.ToString(),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.DoesNotContain(Convert.ToBase64String(Active(ring)), failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() =>
            new KeyRing("a", new Dictionary<string, byte[]> { ["a"] = new byte[length] }, new byte[32])
        );

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_fingerprint_key_of_another_length_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() =>
            new KeyRing("a", new Dictionary<string, byte[]> { ["a"] = new byte[32] }, new byte[length])
        );

    [Fact]
    public void A_key_of_another_length_is_refused_even_when_it_is_not_the_active_one() =>
        Assert.Throws<ArgumentException>(() =>
            new KeyRing("a", new Dictionary<string, byte[]> { ["a"] = new byte[32], ["b"] = [1] }, new byte[32])
        );

    [Fact]
    public void An_active_key_that_is_not_on_the_ring_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new KeyRing("b", new Dictionary<string, byte[]> { ["a"] = new byte[32] }, new byte[32])
        );

    [Fact]
    public void A_ring_does_not_follow_the_dictionary_that_it_was_made_from()
    {
        var keys = new Dictionary<string, byte[]> { ["a"] = RandomNumberGenerator.GetBytes(32) };
        var ring = new KeyRing("a", keys, new byte[32]);

        keys.Clear();

        Assert.Equal(["a"], ring.KeyIds);
    }

    private static byte[] Active(KeyRing ring) => ring.Reveal(ring.ActiveKeyId).ToArray();
}
