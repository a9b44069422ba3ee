namespace Checkstand.Page.Tests;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onmouseover=\"x", "&quot; onmouseover=&quot;x")]
    [InlineData("' & '", "&#x27; &amp; &#x27;")]
    [InlineData("Zoë 日本", "Zoë 日本")]
    [InlineData(null, "")]
    public void Text_in_a_hole_is_encoded(string? text, string expected) =>
        Assert.Equal($"<b title=\"{expected}\">{expected}</b>", Html.Of($"<b title=\"{text}\">{text}</b>").ToString());

    [Fact]
    public void Html_in_a_hole_stays_html()
    {
        var inner = Html.Of($"<i>{"&"}</i>");
        IEnumerable<Html> list = [inner, inner];

        Assert.Equal("<p><i>&amp;</i><i>&amp;</i><i>&amp;</i>12</p>", Html.Of($"<p>{inner}{list}{12}</p>").ToString());
    }
}
