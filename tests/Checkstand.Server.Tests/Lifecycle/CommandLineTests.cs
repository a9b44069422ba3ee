namespace Checkstand.Server.Tests.Lifecycle;

/// <summary>The command line itself: help, version, and what is said about mistakes.</summary>
public sealed class CommandLineTests
{
    public static TheoryData<string> Mistakes =>
        [
            "bogus",
            "dev --bogus",
            "serve extra",
            "keys",
            "keys bogus",
            "keys revoke",
            "keys create --algorithm DSA",
            "",
            "dev --data",
        ];

    [Theory]
    [InlineData("--help", "dev,serve,keys,merchants,migrate,--version")]
    [InlineData("dev --help", "--urls,--data,--database,http://127.0.0.1:8080,./data")]
    [InlineData("serve --help", "--urls,--data,--database")]
    [InlineData("keys --help", "create,list,revoke,rotate")]
    [InlineData("keys create --help", "--name,--merchant-account,--algorithm,--public-key,--data")]
    public async Task Help_names_what_there_is(string command, string names)
    {
        var help = await Cli.RunAsync(command.Split(' '));

        Assert.Equal("", help.Error);
        Assert.All(names.Split(','), name => Assert.Contains(name, help.Successful(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_one_line() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", (await Cli.RunAsync("--version")).Successful());

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_answered_with_a_reason_on_standard_error_and_a_failure(string command)
    {
        var mistaken = await Cli.RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.NotEqual(0, mistaken.ExitCode);
        Assert.NotEmpty(mistaken.ErrorLines);
        // No stack trace.
        Assert.DoesNotContain("   at ", mistaken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("dev --bogus")]
    public async Task The_usage_that_follows_a_mistake_is_on_standard_error_and_nothing_on_standard_output(
        string command
    )
    {
        var mistaken = await Cli.RunAsync(command.Split(' '));

        Assert.Contains("Usage:", mistaken.Error, StringComparison.Ordinal);
        Assert.Equal("", mistaken.Out);
    }

    [Theory]
    [InlineData("dev --database postgres://localhost/x", "PostgreSQL is not supported yet")]
    [InlineData("dev --urls not-an-address", "not-an-address")]
    [InlineData("dev --urls http://127.0.0.1:99999", "99999")]
    [InlineData("dev --urls http://192.0.2.1:8099", "Can't listen")]
    public async Task A_setting_that_cannot_be_used_is_refused_in_one_line(string command, string reason)
    {
        var refused = await Cli.RunAsync(command.Split(' '));

        Assert.Contains(reason, refused.RefusedInOneLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Checkstand__Sessions__RetentionDays", "-1", "RetentionDays")]
    [InlineData("Checkstand__Sessions__RetentionDays", "many", "RetentionDays")]
    [InlineData("Checkstand__Sessions__LifeAfterFieldsSeconds", "5", "LifeAfterFieldsSeconds")]
    public async Task A_setting_of_the_environment_that_cannot_be_used_is_refused_in_one_line(
        string name,
        string value,
        string reason
    )
    {
        var refused = await Cli.RunAsync(new Dictionary<string, string?> { [name] = value }, "dev");

        Assert.Contains(reason, refused.RefusedInOneLine(), StringComparison.Ordinal);
    }
}
