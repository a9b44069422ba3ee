using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Vault;

public sealed class CardVaultRotationTests
{
    private static readonly SessionId Session = SessionId.New(Now);

    private readonly CardVault vault = new(KeyRing.Create(Now));

    [Fact]
    public void After_a_rotation_an_old_card_still_opens()
    {
        var sealedCard = Seal();
        vault.Ring = vault.Ring.WithNewActive(Now);

        Assert.Equal("4111111111111111", Number(sealedCard));
        Assert.NotEqual(vault.Ring.ActiveKeyId, sealedCard.KeyId);
    }

    [Fact]
    public void A_card_that_was_wrapped_anew_needs_the_new_key_only()
    {
        var sealedCard = Seal();
        vault.Ring = vault.Ring.WithNewActive(Now);

        var rewrapped = vault.Rewrap(Session, sealedCard);
        vault.Ring = vault.Ring.WithActiveOnly();

        Assert.Equal(vault.Ring.ActiveKeyId, rewrapped.KeyId);
        Assert.Equal("4111111111111111", Number(rewrapped));
        Assert.Throws<KeyNotFoundException>(() => vault.Open(Session, sealedCard));
    }

    [Fact]
    public void A_card_that_was_wrapped_anew_does_not_open_under_the_old_ring()
    {
        var old = vault.Ring;
        var sealedCard = Seal();
        vault.Ring = old.WithNewActive(Now);
        var rewrapped = vault.Rewrap(Session, sealedCard);

        vault.Ring = old;

        Assert.Throws<KeyNotFoundException>(() => vault.Open(Session, rewrapped));
    }

    [Fact]
    public void Wrapping_anew_does_not_touch_the_card_itself()
    {
        var sealedCard = Seal();
        vault.Ring = vault.Ring.WithNewActive(Now);

        var rewrapped = vault.Rewrap(Session, sealedCard);

        Assert.Equal(sealedCard.Card, rewrapped.Card);
        Assert.Equal(sealedCard.Code, rewrapped.Code);
        Assert.NotEqual(sealedCard.WrappedKey, rewrapped.WrappedKey);
    }

    [Fact]
    public void A_card_of_another_session_cannot_be_wrapped_anew() =>
        Assert.ThrowsAny<CryptographicException>(() => vault.Rewrap(SessionId.New(Now), Seal()));

    [Fact]
    public void A_card_under_the_active_key_is_left_as_it_is()
    {
        var sealedCard = Seal();

        Assert.Same(sealedCard, vault.UnderActiveKey(Session, sealedCard));
    }

    [Fact]
    public void A_card_under_an_older_key_is_brought_under_the_active_one()
    {
        var sealedCard = Seal();
        vault.Ring = vault.Ring.WithNewActive(Now);

        var current = vault.UnderActiveKey(Session, sealedCard);

        Assert.Equal(vault.Ring.ActiveKeyId, current.KeyId);
        Assert.Equal("4111111111111111", Number(current));
    }

    [Fact]
    public void A_fingerprint_is_64_hexadecimal_digits_and_not_the_bare_hash()
    {
        using var number = new CardNumber("4111111111111111"u8);

        var fingerprint = vault.Fingerprint(Owner, number);

        Assert.Matches("^[0-9a-f]{64}$", fingerprint);
        Assert.NotEqual(Convert.ToHexStringLower(SHA256.HashData("4111111111111111"u8)), fingerprint);
    }

    [Fact]
    public void A_fingerprint_is_the_same_for_the_same_number_of_the_same_merchant()
    {
        using var number = new CardNumber("4111111111111111"u8);
        using var again = new CardNumber("4111111111111111"u8);

        Assert.Equal(vault.Fingerprint(Owner, number), vault.Fingerprint(Owner, again));
    }

    [Fact]
    public void Two_merchants_see_different_fingerprints_of_one_card()
    {
        using var number = new CardNumber("4111111111111111"u8);

        Assert.NotEqual(vault.Fingerprint(Owner, number), vault.Fingerprint(Stranger, number));
    }

    [Fact]
    public void Two_numbers_have_different_fingerprints()
    {
        using var visa = new CardNumber("4111111111111111"u8);
        using var other = new CardNumber("4242424242424242"u8);

        Assert.NotEqual(vault.Fingerprint(Owner, visa), vault.Fingerprint(Owner, other));
    }

    // Without a separator, "shop1" with one number and "shop" with another could be the same message.
    [Fact]
    public void Merchant_and_number_do_not_run_into_each_other()
    {
        using var shorter = new CardNumber("4222222222222"u8);
        using var longer = new CardNumber("14222222222222"u8);

        Assert.NotEqual(
            vault.Fingerprint(Core.Merchants.MerchantAccountId.Parse("shop1"), shorter),
            vault.Fingerprint(Core.Merchants.MerchantAccountId.Parse("shop"), longer)
        );
    }

    [Fact]
    public void A_fingerprint_outlives_every_rotation()
    {
        using var number = new CardNumber("4111111111111111"u8);
        var before = vault.Fingerprint(Owner, number);

        vault.Ring = vault.Ring.WithNewActive(Now).WithActiveOnly();

        Assert.Equal(before, vault.Fingerprint(Owner, number));
    }

    [Fact]
    public void Two_rings_give_one_card_two_fingerprints()
    {
        using var number = new CardNumber("4111111111111111"u8);

        Assert.NotEqual(
            vault.Fingerprint(Owner, number),
            new CardVault(KeyRing.Create(Now)).Fingerprint(Owner, number)
        );
    }

    [Fact]
    public void The_longest_merchant_and_number_have_a_fingerprint()
    {
        using var number = new CardNumber("6205500000000000004"u8);

        Assert.Equal(64, vault.Fingerprint(Core.Merchants.MerchantAccountId.Parse(new string('a', 50)), number).Length);
    }

    private SealedCard Seal()
    {
        using var card = new CardData(
            new CardNumber("4111111111111111"u8),
            new CardExpiry("12/35"u8),
            new SecurityCode("123"u8)
        );
        return vault.Seal(Session, card);
    }

    private string Number(SealedCard card)
    {
        using var opened = vault.Open(Session, card);
        return Encoding.ASCII.GetString(opened.Number.Reveal());
    }
}
