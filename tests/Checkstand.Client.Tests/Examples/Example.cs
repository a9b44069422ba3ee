namespace Checkstand.Client.Tests.Examples;

/// <summary>A piece of code that a test runs and a page of docs/client shows.</summary>
/// <param name="Name">Named once in all examples.</param>
/// <param name="Code">Its lines without the indentation that they have in common.</param>
internal sealed record Example(string Name, string Code)
{
    private const string Begin = "// example: ";
    private const string End = "// end";

    /// <summary>All examples of the tests.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        .. RepositoryFiles
            .Below("tests/Checkstand.Client.Tests/Examples", "*.cs")
            .Where(path => !path.EndsWith("/Example.cs", StringComparison.Ordinal))
            .SelectMany(path => In(path, RepositoryFiles.Lines(path))),
    ];

    /// <summary>The examples between a line <c>// example: name</c> and a line <c>// end</c>.</summary>
    public static IReadOnlyList<Example> In(string path, IReadOnlyList<string> lines)
    {
        var found = new List<Example>();
        string? name = null;
        var code = new List<string>();
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.StartsWith(Begin, StringComparison.Ordinal))
            {
                Assert.True(name is null, $"{path}: the example {name} has no end.");
                (name, code) = (text[Begin.Length..], []);
            }
            else if (text == End && name is not null)
            {
                found.Add(new Example(name, Dedent(code)));
                name = null;
            }
            else
            {
                code.Add(line);
            }
        }

        Assert.True(name is null, $"{path}: the example {name} has no end.");
        return found;
    }

    private static string Dedent(List<string> lines)
    {
        var indent = lines
            .Where(line => line.Length > 0)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0)
            .Min();
        return string.Join('\n', lines.Select(line => line.Length == 0 ? "" : line[indent..])).Trim('\n');
    }
}
