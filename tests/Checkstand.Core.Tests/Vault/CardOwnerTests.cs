using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Core.Tests.Vault;

/// <summary>A card opens for the owner that it was sealed for, by id and by kind, and for nobody else.</summary>
public sealed class CardOwnerTests
{
    private const string KeyId = "kek-1";

    private static readonly byte[] Key = [.. Enumerable.Range(0, KeyRing.KeyBytes).Select(i => (byte)i)];
    private static readonly Guid Id = Guid.Parse("01941f29-7c00-7aaa-8aaa-0123456789ab");

    private readonly CardVault vault = new(new KeyRing(KeyId, new Dictionary<string, byte[]> { [KeyId] = Key }, Key));

    public static TheoryData<bool, bool> Strangers => new() { { false, true }, { true, false } };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void A_session_and_a_payment_method_of_one_id_cannot_open_each_others_cards(bool sealedFor, bool openedFor)
    {
        using var card = TypedCard();
        var sealedCard = vault.Seal(Owner(sealedFor), card);

        vault.Open(Owner(sealedFor), sealedCard).Dispose();
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(Owner(openedFor), sealedCard));
        Assert.ThrowsAny<CryptographicException>(() => vault.Rewrap(Owner(openedFor), sealedCard));
    }

    [Fact]
    public void Another_payment_method_cannot_open_a_card()
    {
        using var card = TypedCard();
        var sealedCard = vault.Seal(CardOwner.PaymentMethod(Id), card);

        Assert.ThrowsAny<CryptographicException>(() =>
            vault.Open(CardOwner.PaymentMethod(TimeOrderedId.New(Known.Now)), sealedCard)
        );
    }

    [Fact]
    public void A_payment_method_never_has_a_code()
    {
        using var card = TypedCard();

        var sealedCard = vault.Seal(CardOwner.PaymentMethod(Id), card);

        Assert.Null(sealedCard.Code);
        using var opened = vault.Open(CardOwner.PaymentMethod(Id), sealedCard);
        Assert.Null(opened.Code);
        Assert.Null(vault.OpenCode(CardOwner.PaymentMethod(Id), sealedCard));
        Assert.Equal("4111111111111111", Encoding.ASCII.GetString(opened.Number.Reveal()));
    }

    [Fact]
    public void A_payment_methods_card_is_wrapped_anew_without_being_opened()
    {
        using var card = TypedCard();
        var before = vault.Seal(CardOwner.PaymentMethod(Id), card);

        vault.Ring = vault.Ring.WithNewActive(Known.Now);
        var after = vault.UnderActiveKey(CardOwner.PaymentMethod(Id), before);

        Assert.Equal(vault.Ring.ActiveKeyId, after.KeyId);
        Assert.Same(before.Card, after.Card);
        vault.Open(CardOwner.PaymentMethod(Id), after).Dispose();
    }

    [Fact]
    public void A_code_alone_is_sealed_to_the_bytes_of_a_card_and_opens_to_what_was_typed()
    {
        using var card = TypedCard();
        using var code = new SecurityCode("9876"u8);
        var session = new SessionId(Id);

        var (alone, beside) = (vault.SealCode(session, code), vault.Seal(session, card));

        Assert.Equal((beside.Card.Length, beside.Code!.Length), (alone.Card.Length, alone.Code!.Length));
        using var opened = vault.OpenCode(session, alone)!;
        Assert.Equal("9876", Encoding.ASCII.GetString(opened.Reveal()));
        using var ofCard = vault.OpenCode(session, beside)!;
        Assert.Equal("123", Encoding.ASCII.GetString(ofCard.Reveal()));
        Assert.ThrowsAny<CryptographicException>(() => vault.OpenCode(SessionId.New(Known.Now), alone));
    }

    // The associated data of a session, spelled out: databases hold cards that were sealed under it.
    [Fact]
    public void A_sessions_card_is_sealed_under_its_part_and_id_alone()
    {
        using var card = TypedCard();
        var sealedCard = vault.Seal(new SessionId(Id), card);
        var dataKey = Open(Key, sealedCard.WrappedKey[..12], sealedCard.WrappedKey[12..], [1, .. IdBytes]);

        var plain = Open(dataKey, [2, .. new byte[11]], sealedCard.Card, [2, .. IdBytes]);

        Assert.Equal("12/35\u00104111111111111111", Encoding.ASCII.GetString(plain).TrimEnd('\0'));
    }

    [Fact]
    public void A_payment_methods_card_is_sealed_under_one_byte_more()
    {
        using var card = TypedCard();
        var sealedCard = vault.Seal(CardOwner.PaymentMethod(Id), card);
        var dataKey = Open(Key, sealedCard.WrappedKey[..12], sealedCard.WrappedKey[12..], [1, .. IdBytes, 1]);

        var plain = Open(dataKey, [2, .. new byte[11]], sealedCard.Card, [2, .. IdBytes, 1]);

        Assert.Equal("12/35\u00104111111111111111", Encoding.ASCII.GetString(plain).TrimEnd('\0'));
    }

    private static byte[] IdBytes => Id.ToByteArray(bigEndian: true);

    private static CardOwner Owner(bool isPaymentMethod) =>
        isPaymentMethod ? CardOwner.PaymentMethod(Id) : new SessionId(Id);

    private static CardData TypedCard() =>
        new(new CardNumber("4111111111111111"u8), new CardExpiry("12/35"u8), new SecurityCode("123"u8));

    private static byte[] Open(byte[] key, byte[] nonce, byte[] box, byte[] associated)
    {
        var plain = new byte[box.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, box.AsSpan(..^16), box.AsSpan(^16..), plain, associated);
        return plain;
    }
}
