using System.Collections.Frozen;

namespace Checkstand.Polar;

/// <summary>Language tags (BCP 47): a language that there is, then perhaps a script and a region.</summary>
internal static class Locales
{
    // ISO 639-1.
    private static readonly FrozenSet<string> Languages = (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
        + "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
        + "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
        + "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
        + "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
        // Of ISO 639-2, those without two letters that interfaces are translated into.
        + "ast bas bem brx ceb chr ckb dsb fil fur gsw haw hsb kab kok lij mai mni nds nso sat scn smn vec yue"
    ).Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tag as it is usually written, such as <c>pt-BR</c> or <c>zh-Hant-TW</c>; null when it is none.</summary>
    public static string? Normalize(string text)
    {
        var parts = text.Replace('_', '-').Split('-');
        var language = parts[0].ToLowerInvariant();
        if (!Languages.Contains(language))
        {
            return null;
        }

        var next = 1;
        var normal = language;
        if (next < parts.Length && parts[next].Length == 4 && parts[next].All(char.IsAsciiLetter))
        {
            normal += $"-{char.ToUpperInvariant(parts[next][0])}{parts[next][1..].ToLowerInvariant()}";
            next++;
        }

        if (next < parts.Length && IsRegion(parts[next]))
        {
            normal += $"-{parts[next].ToUpperInvariant()}";
            next++;
        }

        return next == parts.Length ? normal : null;
    }

    private static bool IsRegion(string part) =>
        (part.Length == 2 && part.All(char.IsAsciiLetter)) || (part.Length == 3 && part.All(char.IsAsciiDigit));
}
