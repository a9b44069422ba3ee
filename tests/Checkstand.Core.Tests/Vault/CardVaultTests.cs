using System.Security.Cryptography;
using System.Text;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Vault;

public sealed class CardVaultTests
{
    private static readonly SessionId Session = SessionId.New(Now);

    private readonly CardVault vault = new(KeyRing.Create(Now));

    [Theory]
    [InlineData("4222222222222", "11/25", "123")]
    [InlineData("378282246310005", "01/31", "1234")]
    [InlineData("6205500000000000004", "12/35", null)]
    public void A_sealed_card_opens_to_what_was_typed(string number, string expiry, string? code)
    {
        using var card = Card(number, expiry, code);

        using var opened = vault.Open(Session, vault.Seal(Session, card));

        Assert.Equal((number, expiry, code), Typed(opened));
    }

    [Fact]
    public void Sealing_leaves_the_card_as_it_was()
    {
        using var card = Card();

        vault.Seal(Session, card);

        Assert.Equal(("4111111111111111", "12/35", "123"), Typed(card));
    }

    [Fact]
    public void The_sealed_bytes_hold_neither_number_nor_code_nor_expiry()
    {
        var sealedCard = Seal();

        Assert.Equal(-1, sealedCard.Card.AsSpan().IndexOf("4111111111111111"u8));
        Assert.Equal(-1, sealedCard.Card.AsSpan().IndexOf("12/35"u8));
        Assert.Equal(-1, sealedCard.Code.AsSpan().IndexOf("123"u8));
    }

    [Fact]
    public void The_same_card_is_sealed_to_other_bytes_each_time()
    {
        var (one, other) = (Seal(), Seal());

        Assert.NotEqual(one.WrappedKey, other.WrappedKey);
        Assert.NotEqual(one.Card, other.Card);
        Assert.NotEqual(one.Code, other.Code);
    }

    // A row that always fits into the place of another leaves no copy behind when SQLite balances its pages; and a
    // ciphertext does not tell how long the number is, nor whether there is a code.
    [Fact]
    public void Every_card_is_sealed_to_the_same_number_of_bytes() =>
        Assert.Single(
            (
                from length in Enumerable.Range(13, 7)
                from code in new[] { null, "123", "1234" }
                select Lengths(new string('4', length), code)
            ).Distinct()
        );

    [Fact]
    public void A_card_is_wrapped_by_the_active_key() => Assert.Equal(vault.Ring.ActiveKeyId, Seal().KeyId);

    [Fact]
    public void Another_session_cannot_open_a_card() =>
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(SessionId.New(Now), Seal()));

    [Fact]
    public void Card_and_code_cannot_stand_in_for_each_other()
    {
        var sealedCard = Seal();

        Assert.ThrowsAny<CryptographicException>(() =>
            vault.Open(Session, With(sealedCard, card: sealedCard.Code, code: sealedCard.Card))
        );
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(Session, With(sealedCard, code: sealedCard.Card)));
    }

    [Fact]
    public void The_parts_of_two_cards_of_one_session_cannot_be_mixed()
    {
        var (one, other) = (Seal(), Seal());

        Assert.ThrowsAny<CryptographicException>(() => vault.Open(Session, With(one, card: other.Card)));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(Session, With(one, code: other.Code)));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(Session, With(one, wrappedKey: other.WrappedKey)));
    }

    [Fact]
    public void A_card_whose_code_was_wiped_opens_without_it()
    {
        var sealedCard = Seal();
        var wiped = new SealedCard
        {
            KeyId = sealedCard.KeyId,
            WrappedKey = sealedCard.WrappedKey,
            Card = sealedCard.Card,
            Code = null,
        };

        using var opened = vault.Open(Session, wiped);

        Assert.Equal(("4111111111111111", "12/35", null), Typed(opened));
    }

    [Fact]
    public void A_change_of_any_bit_keeps_a_card_shut()
    {
        var intact = Seal();
        var parts = new[] { intact.WrappedKey, intact.Card, intact.Code! };
        Property.Holds(
            from part in Gen.Choose(0, 2)
            from place in Gen.Choose(0, parts[part].Length - 1)
            from bit in Gen.Choose(0, 7)
            select (part, place, bit),
            flip =>
            {
                var changed = parts[flip.part].ToArray();
                changed[flip.place] ^= (byte)(1 << flip.bit);
                return IsRefused(() => vault.Open(Session, Replace(intact, flip.part, changed)));
            },
            runs: 1500
        );
    }

    [Fact]
    public void A_part_that_was_cut_short_keeps_a_card_shut()
    {
        var intact = Seal();
        var parts = new[] { intact.WrappedKey, intact.Card, intact.Code! };
        Property.Holds(
            from part in Gen.Choose(0, 2)
            from length in Gen.Choose(0, parts[part].Length - 1)
            select (part, length),
            cut => IsRefused(() => vault.Open(Session, Replace(intact, cut.part, parts[cut.part][..cut.length])))
        );
    }

    [Fact]
    public void Any_number_expiry_and_code_come_back() =>
        Property.Holds(
            from length in Gen.Choose(13, 19)
            from number in Digits(length)
            from month in Digits(2)
            from year in Digits(2)
            from codeLength in Gen.Choose(3, 4)
            from code in Digits(codeLength)
            select (number, expiry: $"{month}/{year}", code),
            typed =>
            {
                using var card = Card(typed.number, typed.expiry, typed.code);
                using var opened = vault.Open(Session, vault.Seal(Session, card));
                return Typed(opened) == typed;
            }
        );

    [Fact]
    public void A_ring_without_the_key_cannot_open_a_card()
    {
        var sealedCard = Seal();
        vault.Ring = KeyRing.Create(Now);

        var failure = Assert.Throws<KeyNotFoundException>(() => vault.Open(Session, sealedCard));

        Assert.Contains(sealedCard.KeyId, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_the_same_name_with_other_bytes_cannot_open_a_card()
    {
        var sealedCard = Seal();
        vault.Ring = new KeyRing(
            sealedCard.KeyId,
            new Dictionary<string, byte[]> { [sealedCard.KeyId] = new byte[32] },
            new byte[32]
        );

        Assert.ThrowsAny<CryptographicException>(() => vault.Open(Session, sealedCard));
    }

    private (int WrappedKey, int Card, int? Code) Lengths(string number, string? code)
    {
        using var card = Card(number, code: code);
        var sealedCard = vault.Seal(Session, card);
        return (sealedCard.WrappedKey.Length, sealedCard.Card.Length, sealedCard.Code?.Length);
    }

    private SealedCard Seal()
    {
        using var card = Card();
        return vault.Seal(Session, card);
    }

    private static bool IsRefused(Func<CardData> open)
    {
        try
        {
            open().Dispose();
            return false;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    private static SealedCard Replace(SealedCard card, int part, byte[] bytes) =>
        part switch
        {
            0 => With(card, wrappedKey: bytes),
            1 => With(card, card: bytes),
            _ => With(card, code: bytes),
        };

    private static SealedCard With(
        SealedCard original,
        byte[]? wrappedKey = null,
        byte[]? card = null,
        byte[]? code = null
    ) =>
        new()
        {
            KeyId = original.KeyId,
            WrappedKey = wrappedKey ?? original.WrappedKey,
            Card = card ?? original.Card,
            Code = code ?? original.Code,
        };

    private static Gen<string> Digits(int count) =>
        Gen.Choose('0', '9').Select(digit => (char)digit).ArrayOf(count).Select(digits => new string(digits));

    private static CardData Card(string number = "4111111111111111", string expiry = "12/35", string? code = "123") =>
        new(
            new CardNumber(Encoding.ASCII.GetBytes(number)),
            new CardExpiry(Encoding.ASCII.GetBytes(expiry)),
            code is null ? null : new SecurityCode(Encoding.ASCII.GetBytes(code))
        );

    private static (string Number, string Expiry, string? Code) Typed(CardData card) =>
        (
            Encoding.ASCII.GetString(card.Number.Reveal()),
            Encoding.ASCII.GetString(card.Expiry.Reveal()),
            card.Code is { } code ? Encoding.ASCII.GetString(code.Reveal()) : null
        );
}
