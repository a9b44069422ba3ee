using System.Text.RegularExpressions;

namespace Checkstand.Server.Tests;

/// <summary>The vendor's own, unmodified SDKs against a running server: tests/conformance/gr4vy.</summary>
public sealed partial class ConformanceTests : IDisposable
{
    private const int SubtestsMin = 500;

    // A minute on two busy cores; what waits for something that never comes waits ten seconds.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string Suite = Path.Combine(Repository.Root, "tests/conformance/gr4vy");

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_SDKs_of_both_generations_work_against_the_server()
    {
        await RequireNodeAsync();
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);

        var suite = await Cli.RunAsync(
            "node",
            // One file after the other: some move the service's clock, which all of them go by.
            ["--test", "--test-reporter=tap", "--test-concurrency=1"],
            Suite,
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
        Assert.True(Count(suite.Out, "pass") >= SubtestsMin, $"Only {Count(suite.Out, "pass")} subtests passed.");
        Assert.Contains("# Subtest: The older Node client", suite.Out, StringComparison.Ordinal);
        Assert.Contains("# Subtest: The wire as other clients use it", suite.Out, StringComparison.Ordinal);
        Assert.Contains("# Subtest: Cards that are decided at once", suite.Out, StringComparison.Ordinal);
        Assert.Contains("# Subtest: Payments with the older Node client", suite.Out, StringComparison.Ordinal);
        Figures.Report($"conformance: {Count(suite.Out, "pass")} tests with the vendor's SDKs passed");
    }

    private static async Task RequireNodeAsync()
    {
        try
        {
            (await Cli.RunAsync("node", ["--version"], Suite, Limit)).Successful();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail(
                "node is missing, which runs the vendor's SDKs: run ./test, which installs it or names its package."
            );
        }

        Assert.True(
            Directory.Exists(Path.Combine(Suite, "node_modules/@gr4vy/sdk")),
            "The vendor's SDKs are missing in tests/conformance/gr4vy/node_modules: run ./test, which installs them."
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
