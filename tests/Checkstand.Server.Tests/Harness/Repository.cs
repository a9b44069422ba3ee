namespace Checkstand.Server.Tests.Harness;

/// <summary>Where things are in the clone that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program, built in the same configuration as these tests.</summary>
    public static string Program { get; } = FindProgram();

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Checkstand.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("These tests must run inside the clone: no Checkstand.slnx above them.");
    }

    // .../bin/Release/net10.0/ names the configuration and the framework.
    private static string FindProgram()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(
            Root,
            "src/Checkstand.Server/bin",
            framework.Parent!.Name,
            framework.Name,
            "checkstand.dll"
        );
        return File.Exists(program) ? program : throw new InvalidOperationException($"{program} is missing: build it.");
    }
}
