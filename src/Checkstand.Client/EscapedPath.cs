using System.Runtime.CompilerServices;
using System.Text;

namespace Checkstand.Client;

/// <summary>
/// A path written as <c>$"/checkout/sessions/{sessionId}"</c>: what stands in braces is escaped and checked, so that no
/// operation can forget it. What is said of it to people is the template alone: a segment may be a client secret.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct EscapedPath
{
    private readonly StringBuilder text;
    private readonly StringBuilder template;

    public EscapedPath(int literalLength, int formattedCount)
    {
        text = new StringBuilder(literalLength + (formattedCount * 40));
        template = new StringBuilder(literalLength + (formattedCount * 20));
    }

    /// <summary>The path as it is written in the source, such as <c>/checkout/sessions/{sessionId}</c>.</summary>
    public string Template => template.ToString();

    public void AppendLiteral(string literal)
    {
        text.Append(literal);
        template.Append(literal);
    }

    /// <exception cref="ArgumentException">
    /// It is null, empty, or one of the two segments that would lead to another path.
    /// </exception>
    public void AppendFormatted(string segment, [CallerArgumentExpression(nameof(segment))] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(segment, name);
        if (segment is "." or "..")
        {
            throw new ArgumentException("A dot segment would lead to another path.", name);
        }

        text.Append(Uri.EscapeDataString(segment));
        template.Append('{').Append(name).Append('}');
    }

    public override string ToString() => text.ToString();
}
