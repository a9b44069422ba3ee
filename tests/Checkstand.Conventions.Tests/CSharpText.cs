using System.Text.RegularExpressions;

namespace Checkstand.Conventions.Tests;

/// <summary>
/// Just enough of C#'s grammar to find the members of types: comments and texts are blanked out, then braces and
/// semicolons say where a member begins and ends.
/// </summary>
internal static partial class CSharpText
{
    /// <summary>The text with spaces in place of comments and of what stands in quotes; lines stay where they are.</summary>
    public static string Blank(string source)
    {
        var text = source.ToCharArray();
        for (var i = 0; i < source.Length; )
        {
            var end = EndOfTrivia(source, i);
            for (var at = i; at < end; at++)
            {
                text[at] = source[at] is '\n' ? '\n' : ' ';
            }

            i = Math.Max(end, i + 1);
        }

        return new string(text);
    }

    /// <summary>Methods and constructors that have a body, with their lines, attributes included.</summary>
    public static IEnumerable<Member> Methods(string source)
    {
        var text = Blank(source);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ';' or '}':
                    start = i + 1;
                    break;
                case '{':
                    var header = text[start..i];
                    if (TypeKeyword.IsMatch(header) && !header.Contains("=>", StringComparison.Ordinal))
                    {
                        start = i + 1;
                        break;
                    }

                    var end = EndOfMember(text, start, i);
                    if (IsMethod(header))
                    {
                        yield return Measure(text, start, end);
                    }

                    i = end;
                    start = end + 1;
                    break;
                case '=' when i + 1 < text.Length && text[i + 1] == '>' && IsMethod(text[start..i]):
                    var last = EndOfExpression(text, i);
                    yield return Measure(text, start, last);
                    i = last;
                    start = last + 1;
                    break;
                case '(' or '[':
                    i = Closing(text, i);
                    break;
            }
        }
    }

    [GeneratedRegex(@"\b(namespace|class|struct|interface|enum|record|extension)\b")]
    private static partial Regex TypeKeyword { get; }

    [GeneratedRegex(@"(\w+|>|\])\s*(<[^<>()]*>)?\s*\(")]
    private static partial Regex Signature { get; }

    private static bool IsMethod(string header)
    {
        var outside = OutsideBrackets(header);
        return Signature.IsMatch(header) && !outside.Contains('=', StringComparison.Ordinal);
    }

    private static string OutsideBrackets(string header)
    {
        var outside = new System.Text.StringBuilder();
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] is '(' or '[')
            {
                i = Closing(header, i);
            }
            else
            {
                outside.Append(header[i]);
            }
        }

        return outside.ToString();
    }

    private static Member Measure(string text, int start, int end)
    {
        var first = start;
        while (char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        var afterAttributes = first;
        while (text[afterAttributes] is '[' || char.IsWhiteSpace(text[afterAttributes]))
        {
            afterAttributes = text[afterAttributes] is '[' ? Closing(text, afterAttributes) + 1 : afterAttributes + 1;
        }

        var name = Signature.Match(text, afterAttributes).Groups[1].Value;
        return new Member(name, text.AsSpan(0, first).Count('\n') + 1, text.AsSpan(first, end - first).Count('\n') + 1);
    }

    // A block ends its member, unless it is part of an expression or an initialiser, which a semicolon ends.
    private static int EndOfMember(string text, int start, int brace)
    {
        var end = Closing(text, brace);
        return OutsideBrackets(text[start..brace]).Contains('=', StringComparison.Ordinal)
            ? EndOfExpression(text, end + 1)
            : end;
    }

    private static int EndOfExpression(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == ';')
            {
                return i;
            }

            if (text[i] is '(' or '[' or '{')
            {
                i = Closing(text, i);
            }
        }

        return text.Length - 1;
    }

    private static int Closing(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }
        }

        return text.Length - 1;
    }

    // Where the comment or text that begins here ends; the same place when none does.
    private static int EndOfTrivia(string source, int at)
    {
        if (source[at] == '/' && at + 1 < source.Length && source[at + 1] is '/' or '*')
        {
            var isLine = source[at + 1] == '/';
            var end = source.IndexOf(isLine ? "\n" : "*/", at + 2, StringComparison.Ordinal);
            return end < 0 ? source.Length : end + (isLine ? 0 : 2);
        }

        if (source[at] == '#' && source.AsSpan(0, at).TrimEnd(' ').EndsWith("\n"))
        {
            var end = source.IndexOf('\n', at);
            return end < 0 ? source.Length : end;
        }

        return source[at] switch
        {
            '\'' => EndOfQuoted(source, at + 1, '\'', hasEscapes: true, hasHoles: false),
            '"' or '$' or '@' => EndOfText(source, at),
            _ => at,
        };
    }

    private static int EndOfText(string source, int at)
    {
        var quote = at;
        while (quote < source.Length && source[quote] is '$' or '@')
        {
            quote++;
        }

        if (quote == source.Length || source[quote] != '"')
        {
            return at;
        }

        var prefix = source[at..quote];
        var quotes = source.AsSpan(quote).IndexOfAnyExcept('"') is var run and >= 0 ? run : source.Length - quote;
        if (quotes >= 3 && !prefix.Contains('@'))
        {
            var end = source.IndexOf(new string('"', quotes), quote + quotes, StringComparison.Ordinal);
            return end < 0 ? source.Length : end + quotes;
        }

        return EndOfQuoted(source, quote + 1, '"', !prefix.Contains('@'), prefix.Contains('$'));
    }

    private static int EndOfQuoted(string source, int from, char quote, bool hasEscapes, bool hasHoles)
    {
        for (var i = from; i < source.Length; i++)
        {
            if (source[i] == quote)
            {
                if (hasEscapes || i + 1 == source.Length || source[i + 1] != quote)
                {
                    return i + 1;
                }

                i++;
            }
            else if (source[i] == '\\' && hasEscapes)
            {
                i++;
            }
            else if (hasHoles && source[i] == '{')
            {
                i = i + 1 < source.Length && source[i + 1] == '{' ? i + 1 : EndOfHole(source, i);
            }
        }

        return source.Length;
    }

    private static int EndOfHole(string source, int open)
    {
        for (int i = open, depth = 0; i < source.Length; )
        {
            depth += source[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }

            i = Math.Max(EndOfTrivia(source, i), i + 1);
        }

        return source.Length;
    }
}

/// <summary>A member of a type.</summary>
internal sealed record Member(string Name, int Line, int LineCount);
