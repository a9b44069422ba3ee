using System.Text.RegularExpressions;

namespace Checkstand.Server.Tests;

/// <summary>The vendors' own, unmodified SDKs against a running server: tests/conformance.</summary>
public sealed partial class ConformanceTests : IDisposable
{
    // One to two minutes on two busy cores; what waits for something that never comes waits ten seconds.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public Task The_SDKs_of_both_generations_of_Gr4vy_work_against_the_server() =>
        RunAsync(
            "gr4vy",
            "@gr4vy/sdk",
            subtestsMin: 580,
            "The older Node client",
            "The wire as other clients use it",
            "Cards that are decided at once",
            "Payments with the older Node client"
        );

    [Fact]
    public Task The_SDKs_of_both_generations_of_Polar_work_against_the_server() =>
        RunAsync(
            "polar",
            "polar-1.0",
            subtestsMin: 250,
            "Creating a checkout with @polar-sh/sdk 0.34",
            "Confirming a checkout with @polar-sh/sdk 0.49",
            "Errors with @polar-sh/sdk 1.0",
            "Standalone functions of @polar-sh/sdk 0.49",
            "Metered prices with @polar-sh/sdk 0.34",
            "Seats with @polar-sh/sdk 1.0",
            "Deliveries"
        );

    // A sandbox counts no calls unless it is told to.
    [Fact]
    public Task The_SDKs_of_both_generations_of_Polar_say_that_they_called_too_often() =>
        RunAsync(
            "polar",
            "polar-1.0",
            ["limits.mjs"],
            new Dictionary<string, string?> { ["Checkstand__Polar__RateLimits"] = "true" },
            subtestsMin: 6,
            "Limits with @polar-sh/sdk 0.34",
            "Limits with @polar-sh/sdk 0.49",
            "Limits with @polar-sh/sdk 1.0"
        );

    private Task RunAsync(string dialect, string package, int subtestsMin, params string[] chapters) =>
        RunAsync(dialect, package, [], settings: null, subtestsMin, chapters);

    private async Task RunAsync(
        string dialect,
        string package,
        IReadOnlyList<string> files,
        IReadOnlyDictionary<string, string?>? settings,
        int subtestsMin,
        params string[] chapters
    )
    {
        var folder = Path.Combine(Repository.Root, "tests/conformance", dialect);
        var node = NodeOf(folder);
        await RequireNodeAsync(node, folder, package);
        await using var server = await ServerProgram.StartSandboxAsync(data.Path, settings);

        var suite = await Cli.RunAsync(
            node,
            // One file after the other: some move the service's clock, which all of them go by.
            ["--test", "--test-reporter=tap", "--test-concurrency=1", .. files],
            folder,
            Limit,
            new Dictionary<string, string?>
            {
                ["CHECKSTAND_URL"] = server.Address.ToString(),
                ["CHECKSTAND_CREDENTIALS"] = server.CredentialsPath,
            }
        );

        var failures = suite
            .Out.Split('\n')
            .Where(line => line.TrimStart().StartsWith("not ok", StringComparison.Ordinal));
        Assert.True(suite.ExitCode == 0, $"node --test: {string.Join('\n', failures)}\n{suite.Error}\n{suite.Out}");
        Assert.Equal(0, Count(suite.Out, "fail"));
        Assert.Equal(0, Count(suite.Out, "skipped"));
        Assert.Equal(0, Count(suite.Out, "todo"));
        var passed = Count(suite.Out, "pass");
        Assert.True(passed >= subtestsMin, $"Only {passed} subtests passed.");
        Assert.All(chapters, chapter => Assert.Contains($"# Subtest: {chapter}", suite.Out, StringComparison.Ordinal));
        Figures.Report($"conformance: {passed} tests with the SDKs of {dialect} passed");
    }

    // A suite whose SDKs need a newer Node than distributions have brings one as a package.
    private static string NodeOf(string folder)
    {
        var own = Path.Combine(folder, "node_modules/.bin/node");
        return File.Exists(own) ? own : "node";
    }

    private static async Task RequireNodeAsync(string node, string folder, string package)
    {
        try
        {
            (await Cli.RunAsync(node, ["--version"], folder, Limit)).Successful();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail(
                "node is missing, which runs the vendor's SDKs: run ./test, which installs it or names its package."
            );
        }

        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules", package)),
            $"The vendor's SDKs are missing in {folder}/node_modules: run ./test, which installs them."
        );
    }

    private static int Count(string tap, string outcome) =>
        int.Parse(Summary().Matches(tap).Single(line => line.Groups["outcome"].Value == outcome).Groups["count"].Value);

    [GeneratedRegex(
        @"^# (?<outcome>pass|fail|skipped|todo) (?<count>\d+)$",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Summary();
}
