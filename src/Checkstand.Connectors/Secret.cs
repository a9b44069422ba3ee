namespace Checkstand.Connectors;

/// <summary>
/// A provider's key or signing secret, as the program's configuration gives it. Prints nothing; <see cref="Reveal"/> is
/// the only way out.
/// </summary>
public sealed class Secret
{
    /// <summary>Characters of the longest secret; providers' are some 100 long.</summary>
    public const int LengthMax = 255;

    private readonly string text;

    /// <summary>Takes 1 to 255 printable ASCII characters without blanks: what can stand in an HTTP header.</summary>
    /// <exception cref="ArgumentException">Another form. The message does not repeat it.</exception>
    public Secret(string text)
    {
        if (!IsWellFormed(text))
        {
            throw new ArgumentException(
                $"A secret has 1 to {LengthMax} printable ASCII characters without blanks.",
                nameof(text)
            );
        }

        this.text = text;
    }

    /// <summary>Whether a text has the form of a secret. A key that was pasted with its line break has not.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: > 0 and <= LengthMax } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>The secret itself. Callers are listed in a test; none may log or store it.</summary>
    public string Reveal() => text;

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => "[secret]";
}
