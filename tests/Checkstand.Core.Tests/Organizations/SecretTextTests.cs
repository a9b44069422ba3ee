using Checkstand.Core.Organizations;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Organizations;

public sealed class SecretTextTests
{
    private const string Prefix = "polar_oat_";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // Sums computed with Python's zlib.crc32. The last one needs zeros on its left.
    [Theory]
    [InlineData("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa", "33EDWO")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "2sN54l")]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ", "489CZj")]
    [InlineData("zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQP", "43cOAO")]
    [InlineData("0000000000000000000000000000000000284", "006StP")]
    public void The_sum_is_the_one_that_others_compute(string random, string sum)
    {
        Assert.True(SecretText.IsWhole(Prefix, Prefix + random + sum));
        Assert.False(SecretText.IsWhole(Prefix, Prefix + random + "000000"));
    }

    [Fact]
    public void A_secret_is_its_prefix_37_letters_and_digits_and_a_sum_of_six()
    {
        var secret = SecretText.New("polar_c_");

        Assert.Equal(51, secret.Length);
        Assert.Matches("^polar_c_[A-Za-z0-9]{43}$", secret);
        Assert.True(SecretText.IsWhole("polar_c_", secret));
    }

    [Fact]
    public void No_two_secrets_are_alike() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => SecretText.New(Prefix)).Distinct().Count());

    [Fact]
    public void A_mistyped_character_is_noticed() =>
        Property.Holds(
            from place in Gen.Choose(0, 42)
            from other in Gen.Elements(Alphabet.ToCharArray())
            select (place, other),
            typed =>
            {
                var secret = SecretText.New(Prefix);
                var mistyped = secret.ToCharArray();
                mistyped[Prefix.Length + typed.place] = typed.other;
                var text = new string(mistyped);
                return SecretText.IsWhole(Prefix, text) == (text == secret);
            }
        );

    [Theory]
    [InlineData("")]
    [InlineData("polar_oat_")]
    [InlineData("polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDW")]
    [InlineData("polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWOx")]
    [InlineData("polar_pat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWO")]
    [InlineData("POLAR_OAT_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWO")]
    [InlineData("polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33edwo")]
    public void What_has_another_form_is_not_whole(string text) => Assert.False(SecretText.IsWhole(Prefix, text));
}
