using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Connectors.Tests;

public sealed class RawTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("Declined.", "Declined.")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("424242424242", "[digits]")]
    [InlineData("42424242424", "42424242424")]
    [InlineData("No. 4242 4242-4242.4242!", "No. [digits]!")]
    [InlineData("4242  4242  4242  4242", "4242  4242  4242  4242")]
    [InlineData("4242 4242 4242 4242 ", "[digits] ")]
    [InlineData("x42424242424242424242424242y", "x[digits]y")]
    public void A_description_is_one_line_without_card_numbers(string? text, string? expected) =>
        Assert.Equal(expected, RawText.Description(text));

    [Fact]
    public void Half_a_pair_is_never_kept()
    {
        Assert.Equal("\ufffd", RawText.Code("\ud800"));
        Assert.Equal(new string('x', 49), RawText.Code(new string('x', 49) + "😀"));
    }

    [Fact]
    public void What_is_kept_fits_and_is_text() =>
        Property.Holds(
            Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(units => new string(units)),
            text =>
                RawText.Clip(text, 10) is not { } kept
                || (kept.Length <= 10 && kept.EnumerateRunes().All(rune => kept.Contains(rune.ToString())))
        );
}
