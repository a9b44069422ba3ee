using System.Reflection;
using Checkstand.Core.Payments;
using Xunit;

namespace Checkstand.Core.Tests.Payments;

public sealed class PaymentErrorCodeTests
{
    [Fact]
    public void Every_known_word_is_read_back_as_itself()
    {
        var known = typeof(PaymentErrorCode)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (PaymentErrorCode)field.GetValue(null)!)
            .ToList();

        Assert.Equal(16, known.Distinct().Count());
        Assert.Equal(16, known.Count);
        Assert.All(known, code => Assert.Equal(code, PaymentErrorCode.Parse(code.ToString())));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("z")]
    [InlineData("_")]
    [InlineData("lost_card")]
    [InlineData("abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvw")]
    public void A_word_of_lower_case_letters_and_underscores_is_read(string text) =>
        Assert.Equal(text, PaymentErrorCode.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("Lost")]
    [InlineData("lost card")]
    [InlineData("lost-card")]
    [InlineData("lost1")]
    [InlineData("é")]
    [InlineData("lost\n")]
    [InlineData("`")]
    [InlineData("{")]
    [InlineData("abcdefghijklmnopqrstuvwxyz_abcdefghijklmnopqrstuvwx")]
    public void Nothing_else_is(string text) => Assert.Throws<FormatException>(() => PaymentErrorCode.Parse(text));
}
