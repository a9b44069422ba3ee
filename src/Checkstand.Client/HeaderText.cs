namespace Checkstand.Client;

/// <summary>What may stand in a header. Checked before anything is sent, and never repeated in a message.</summary>
internal static class HeaderText
{
    /// <param name="name">Of the header.</param>
    /// <param name="value">Of the header.</param>
    /// <param name="parameter">What an exception names.</param>
    /// <exception cref="ArgumentException">The name is no name, or the value is not of printable ASCII.</exception>
    public static void Check(string name, string value, string parameter)
    {
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new ArgumentException("A header's name is letters, digits and hyphens.", parameter);
        }

        if (value.Any(letter => letter is < ' ' or > '~'))
        {
            throw new ArgumentException($"The header {name} takes printable ASCII only.", parameter);
        }
    }
}
