using Checkstand.Core.Checkouts;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Checkouts;

public sealed class CheckoutSecretTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_secret_has_the_form_that_the_contract_says()
    {
        var secret = CheckoutSecret.New(CheckoutId.New(Now));

        Assert.Matches("^polar_c_[A-Za-z0-9]{43}$", secret);
        Assert.Equal(51, secret.Length);
    }

    [Fact]
    public void A_secret_says_where_its_checkout_is() =>
        Property.Holds(
            from milliseconds in Gen.Choose(0, int.MaxValue)
            select CheckoutId.New(DateTimeOffset.UnixEpoch.AddMilliseconds(1000L * milliseconds)),
            id =>
                CheckoutSecret.TryLocate(CheckoutSecret.New(id), out var first, out var last)
                && Compare(first, id) <= 0
                && Compare(id, last) <= 0
                && first.ToBytes().AsSpan(0, 10).SequenceEqual(id.ToBytes().AsSpan(0, 10))
                && last.ToBytes().AsSpan(0, 10).SequenceEqual(id.ToBytes().AsSpan(0, 10))
        );

    [Fact]
    public void Two_secrets_of_one_checkout_share_the_place_alone()
    {
        var id = CheckoutId.New(Now);
        var secrets = Enumerable.Range(0, 1000).Select(_ => CheckoutSecret.New(id)).ToList();

        Assert.Single(secrets.Select(secret => secret[..22]).Distinct());
        Assert.Equal(1000, secrets.Select(secret => secret.Substring(22, 12)).Distinct().Count());
        Assert.Equal(1000, secrets.Select(secret => secret.Substring(33, 12)).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("polar_c_")]
    [InlineData("polar_c_nothing")]
    // Whole, and its time is beyond 48 bits.
    [InlineData("polar_c_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz4FKawa")]
    public void What_can_be_no_secret_is_nowhere(string text) =>
        Assert.False(CheckoutSecret.TryLocate(text, out _, out _));

    [Fact]
    public void A_mistyped_secret_is_nowhere()
    {
        var secret = CheckoutSecret.New(CheckoutId.New(Now));
        var other = secret[..^1] + (secret[^1] == '0' ? '1' : '0');

        Assert.False(CheckoutSecret.TryLocate(other, out _, out _));
        Assert.False(CheckoutSecret.TryLocate(secret.ToUpperInvariant(), out _, out _));
    }

    private static int Compare(CheckoutId one, CheckoutId other) =>
        one.ToBytes().AsSpan().SequenceCompareTo(other.ToBytes());
}
