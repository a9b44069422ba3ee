namespace Checkstand.Polar;

/// <summary>Addresses of pages.</summary>
internal static class Urls
{
    private const int LengthMax = 2083;

    /// <summary>The placeholder for a checkout's id, and how normalisation writes it.</summary>
    public const string CheckoutIdPlaceholder = "{CHECKOUT_ID}";
    private const string EscapedPlaceholder = "%7BCHECKOUT_ID%7D";

    /// <summary>The normal form of an address of http or https, with <see cref="CheckoutIdPlaceholder"/> left as it is; null when it is none.</summary>
    public static string? Normalize(string text) =>
        text.Length is > 0 and <= LengthMax
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host.Length > 0
            ? uri.AbsoluteUri.Replace(EscapedPlaceholder, CheckoutIdPlaceholder, StringComparison.OrdinalIgnoreCase)
            : null;
}
