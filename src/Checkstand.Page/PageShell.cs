using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Page;

/// <summary>What is around every page: head, style, the seller's name.</summary>
internal static class PageShell
{
    private static readonly string Style = Resource.Text("page.css");

    /// <summary>The one style that the Content-Security-Policy allows.</summary>
    public static readonly string StyleSource =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    // Read when the program starts; it is markup of ours, so it goes in as it is.
    private static readonly string Head = $"""
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <style>{Style}</style>

        """;

    /// <summary>A whole page.</summary>
    /// <param name="title">What the browser's tab shows.</param>
    /// <param name="body">What is in it.</param>
    /// <param name="next">
    /// Where the browser goes by itself, at once: a page that leaves after some time takes itself away from whoever needs
    /// longer (WCAG 2.2, 2.2.1). Null for nowhere.
    /// </param>
    public static string Write(string title, Html body, string? next = null)
    {
        var meta = next is null
            ? Html.None
            : Html.Of(
                $"""
                <meta http-equiv="refresh" content="0;url={next}">

                """
            );
        var page = new StringBuilder(16 * 1024);
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n").Append(Head).Append(meta.ToString());
        page.Append(
            Html.Of(
                $"""
                <title>{title}</title>
                </head>
                <body>
                <main>
                {body}
                </main>
                </body>
                </html>

                """
            )
        );
        return page.ToString();
    }
}
