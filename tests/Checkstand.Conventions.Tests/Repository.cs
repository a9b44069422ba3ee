namespace Checkstand.Conventions.Tests;

/// <summary>The repository's own files. Found by walking up to the solution from where the tests run.</summary>
internal static class Repository
{
    // Made by tools or by running, never written by hand and never committed.
    private static readonly string[] Skipped =
    [
        "bin",
        "obj",
        ".git",
        ".vs",
        ".idea",
        "node_modules",
        "artifacts",
        "data",
        "TestResults",
    ];

    private static readonly string[] TextEndings =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".slnx",
        ".json",
        ".md",
        ".sql",
        ".txt",
        ".tsv",
        ".mjs",
        ".js",
        ".lua",
        ".http",
        ".html",
        ".yml",
        ".yaml",
        ".service",
        ".editorconfig",
        ".gitignore",
        "",
    ];

    public static string Root { get; } = FindRoot();

    /// <summary>Every text file, with its path from the root in forward slashes.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
    [.. Walk(new DirectoryInfo(Root)).OrderBy(file => file.Path)];

    /// <summary>The C# files of the program.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [.. Files.Where(file => file.IsUnder("src") && file.Path.EndsWith(".cs", StringComparison.Ordinal))];

    public static SourceFile File(string path) => Files.Single(file => file.Path == path);

    /// <summary>The names of the folders right under a folder.</summary>
    public static IEnumerable<string> Folders(string under) =>
        Directory
            .EnumerateDirectories(Path.Combine(Root, under))
            .Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal);

    /// <summary>Every folder below a folder, by its path from the root.</summary>
    public static IEnumerable<string> FoldersBelow(string under) =>
        Directory
            .EnumerateDirectories(Path.Combine(Root, under), "*", SearchOption.AllDirectories)
            .Select(Relative)
            .Where(path => !path.Split('/').Any(Skipped.Contains));

    private static IEnumerable<SourceFile> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(file => TextEndings.Contains(file.Extension)))
        {
            yield return new SourceFile(Relative(file.FullName), System.IO.File.ReadAllText(file.FullName));
        }

        foreach (
            var file in folder.EnumerateDirectories().Where(child => !Skipped.Contains(child.Name)).SelectMany(Walk)
        )
        {
            yield return file;
        }
    }

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Checkstand.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No folder above the tests holds Checkstand.slnx.");
    }
}

/// <summary>A text file of the repository.</summary>
/// <param name="Path">From the root, in forward slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public int LineCount => Text.AsSpan().Count('\n') + (Text.EndsWith('\n') ? 0 : 1);

    public IEnumerable<(int Number, string Text)> Lines =>
        Text.Split('\n').Select((line, index) => (index + 1, line.TrimEnd('\r')));

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public override string ToString() => Path;
}
