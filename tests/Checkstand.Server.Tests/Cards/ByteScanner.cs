using System.Text;

namespace Checkstand.Server.Tests.Cards;

/// <summary>Where something was found that should not be there.</summary>
/// <param name="Where">The file, log or answer.</param>
/// <param name="What">The encoding and the number.</param>
/// <param name="Offset">In bytes.</param>
/// <param name="Line">The line of text that it is in, cut short.</param>
internal sealed record Hit(string Where, string What, long Offset, string Line)
{
    public override string ToString() => $"{What} in {Where} at {Offset}: {Line}";
}

/// <summary>
/// Looks for many patterns in bytes at once: the first five bytes of each are the key of a table, so a scan costs one
/// look-up for each byte, whatever the count of patterns.
/// </summary>
internal sealed class ByteScanner
{
    private const int KeyBytes = 5;
    private const int LineMax = 300;
    private const ulong KeyMask = (1UL << (KeyBytes * 8)) - 1;

    private readonly Dictionary<ulong, List<(byte[] Bytes, string What)>> patterns = [];

    /// <summary>A scanner for every trace of some cards, or for those whose encoding is looked for.</summary>
    public static ByteScanner For(IEnumerable<TestCard> cards, Predicate<string>? isLookedFor = null)
    {
        var scanner = new ByteScanner();
        scanner.Add(cards, isLookedFor ?? (_ => true));
        return scanner;
    }

    /// <summary>Looks for traces of some cards too.</summary>
    public void Add(IEnumerable<TestCard> cards, Predicate<string> isLookedFor)
    {
        foreach (var card in cards)
        {
            foreach (var (encoding, bytes) in CardTraces.Of(card).Where(trace => isLookedFor(trace.Encoding)))
            {
                Add(bytes, $"{encoding} of {card.Number}");
            }
        }
    }

    public void Add(byte[] bytes, string what)
    {
        if (bytes.Length < KeyBytes)
        {
            throw new ArgumentException(
                $"A pattern of less than {KeyBytes} bytes would be found everywhere.",
                nameof(bytes)
            );
        }

        var key = bytes.Take(KeyBytes).Aggregate(0UL, (sum, next) => (sum << 8) | next);
        if (!patterns.TryGetValue(key, out var sharing))
        {
            patterns.Add(key, sharing = []);
        }

        sharing.Add((bytes, what));
    }

    public IEnumerable<Hit> Scan(string where, byte[] content)
    {
        var key = 0UL;
        for (var end = 0; end < content.Length; end++)
        {
            key = ((key << 8) | content[end]) & KeyMask;
            var start = end - KeyBytes + 1;
            if (start < 0 || !patterns.TryGetValue(key, out var sharing))
            {
                continue;
            }

            foreach (var (bytes, what) in sharing.Where(pattern => content.AsSpan(start).StartsWith(pattern.Bytes)))
            {
                yield return new Hit(where, what, start, LineAt(content, start));
            }
        }
    }

    public IEnumerable<Hit> Scan(string where, string content) => Scan(where, Encoding.UTF8.GetBytes(content));

    /// <summary>Every file of a directory, whatever it is called. A socket is no file.</summary>
    public IEnumerable<Hit> ScanDirectory(string directory) =>
        Directory
            .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".sock", StringComparison.Ordinal))
            .SelectMany(file => Scan(Path.GetFileName(file), Read(file)));

    // The program writes, cuts and removes its files meanwhile: what can be read at this moment counts.
    private static byte[] Read(string file)
    {
        var content = new MemoryStream();
        try
        {
            using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            stream.CopyTo(content);
        }
        catch (FileNotFoundException)
        {
            // Removed since it was listed.
        }

        return content.ToArray();
    }

    private static string LineAt(byte[] content, int offset)
    {
        var start = content.AsSpan(0, offset).LastIndexOf((byte)'\n') + 1;
        var line = content.AsSpan(start..Math.Min(content.Length, start + LineMax));
        var end = line.IndexOf((byte)'\n');
        return Encoding.Latin1.GetString(end < 0 ? line : line[..end]);
    }
}
