using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Checkstand.Page;

/// <summary>
/// HTML. The only way to make it is an interpolated string, whose holes are encoded unless they hold HTML themselves, so
/// that what a buyer or a seller typed can't become markup.
/// </summary>
internal readonly struct Html
{
    /// <summary>Nothing.</summary>
    public static Html None => default;

    private readonly string? text;

    private Html(string text) => this.text = text;

    /// <summary>HTML from an interpolated string: literal parts as they are, text in holes encoded.</summary>
    public static Html Of(HtmlText text) => new(text.ToString());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.text)));

    /// <summary>The markup.</summary>
    public override string ToString() => text ?? "";
}

/// <summary>What the compiler fills for <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlText
{
    // Names in every script stay readable; what is special in HTML is encoded whatever is allowed here.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html;

    public HtmlText(int literalLength, int holes) => html = new StringBuilder(literalLength + (holes * 32));

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Append(Encoder.Encode(text));
        }
    }

    public void AppendFormatted(Html part) => html.Append(part.ToString());

    public void AppendFormatted(IEnumerable<Html> parts) => html.Append(Html.Join(parts).ToString());

    public void AppendFormatted(long number) => html.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => html.ToString();
}
