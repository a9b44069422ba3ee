using Checkstand.Core.Merchants;
using Xunit;

namespace Checkstand.Core.Tests.Merchants;

public sealed class MerchantAccountIdTests
{
    // Contract gr4vy section 6.6: regex ^[a-zA-Z0-9-]+$, at most 50.
    [Theory]
    [InlineData("default")]
    [InlineData("a")]
    [InlineData("-")]
    [InlineData("Shop-42")]
    [InlineData("01234567890123456789012345678901234567890123456789")]
    public void Letters_digits_and_dashes_up_to_50_are_an_id(string text)
    {
        Assert.True(MerchantAccountId.TryParse(text, out var id));
        Assert.Equal(text, id.Value);
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, MerchantAccountId.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    [InlineData("\0")]
    [InlineData("é")]
    [InlineData("٣")]
    [InlineData("012345678901234567890123456789012345678901234567890")]
    public void Anything_else_is_none(string? text)
    {
        Assert.False(MerchantAccountId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void Parsing_what_is_none_is_a_bug() => Assert.Throws<FormatException>(() => MerchantAccountId.Parse("a b"));

    [Fact]
    public void Case_tells_ids_apart() =>
        Assert.NotEqual(MerchantAccountId.Parse("shop"), MerchantAccountId.Parse("Shop"));

    [Fact]
    public void The_default_account_is_called_default() => Assert.Equal("default", MerchantAccountId.Default.Value);
}
