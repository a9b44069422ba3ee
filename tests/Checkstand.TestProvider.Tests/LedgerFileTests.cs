using System.Text;

namespace Checkstand.TestProvider.Tests;

/// <summary>The books on the disk: they last, and hold no card.</summary>
public sealed class LedgerFileTests : IDisposable
{
    private readonly Provider provider = new();

    public void Dispose() => provider.Dispose();

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        var keys = new List<OperationId>();
        foreach (var number in Cards.All)
        {
            var key = provider.NewKey();
            await provider.AuthorizeAsync(
                number,
                key: key,
                checkout: Guid.CreateVersion7(),
                returnUrl: "https://a.example/"
            );
            keys.Add(key);
        }

        var never = provider.NewKey();
        await provider.FindAsync(never);
        var before = await Everything(keys);
        provider.Restart();

        Assert.Equal(before, await Everything(keys));
        Expect.Failed(await provider.AuthorizeAsync(key: never), PaymentErrorCode.ServiceNetworkError);
    }

    [Fact]
    public void The_books_are_a_file_of_their_own_for_its_owner_only()
    {
        var file = Path.Combine(provider.Directory, "test-provider.db");

        Assert.True(File.Exists(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task No_card_is_in_the_files()
    {
        const string code = "8642";
        foreach (var number in Cards.All)
        {
            var answer = await provider.AuthorizeAsync(number, code: code, checkout: Guid.CreateVersion7());
            if (answer is ProviderAnswer.Approved)
            {
                await provider.CaptureAsync(answer.Reference!, 10);
            }
        }

        AssertNoCard(code);
        provider.Restart();
        AssertNoCard(code);
    }

    // A search that finds nothing must be shown to find something.
    [Fact]
    public async Task The_search_for_cards_reads_the_files()
    {
        await provider.AuthorizeAsync(Cards.Approve);

        Assert.Contains(Files(), file => file.Text.Contains("424242", StringComparison.Ordinal));
        Assert.Contains(Files(), file => file.Name == "test-provider.db-wal");
    }

    private void AssertNoCard(string code)
    {
        foreach (var (name, text) in Files())
        {
            Assert.All(Cards.All, number => Assert.False(text.Contains(number, StringComparison.Ordinal), name));
            // Not even the part between the first six and the last four digits.
            Assert.All(Cards.All, number => Assert.False(text.Contains(number[6..], StringComparison.Ordinal), name));
            Assert.All(Cards.All, number => Assert.False(text.Contains(number[..^4], StringComparison.Ordinal), name));
            Assert.False(text.Contains("12/34", StringComparison.Ordinal), name);
            Assert.False(text.Contains(code, StringComparison.Ordinal), name);
        }
    }

    private async Task<List<string>> Everything(List<OperationId> keys)
    {
        var all = new List<string>(provider.Standings());
        all.AddRange((await provider.MovementsAsync()).Select(movement => movement.ToString()));
        foreach (var key in keys)
        {
            all.Add((await provider.FindAsync(key)).ToString());
        }

        return all;
    }

    private List<(string Name, string Text)> Files() =>
        [.. Directory.EnumerateFiles(provider.Directory).Select(path => (Path.GetFileName(path), Read(path)))];

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
