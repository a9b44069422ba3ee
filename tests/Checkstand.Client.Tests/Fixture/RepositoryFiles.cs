namespace Checkstand.Client.Tests.Fixture;

/// <summary>The repository's own files, found by walking up to the solution from where the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Every file of a kind below a folder, by its path from the root, in order; none when there is no folder.</summary>
    public static IReadOnlyList<string> Below(string folder, string pattern) =>
        Directory.Exists(PathOf(folder))
            ?
            [
                .. Directory
                    .EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    public static IReadOnlyList<string> Lines(string path) => File.ReadAllLines(PathOf(path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Checkstand.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No folder above the tests holds Checkstand.slnx.");
    }
}
