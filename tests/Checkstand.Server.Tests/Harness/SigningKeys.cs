using System.Text.RegularExpressions;

namespace Checkstand.Server.Tests.Harness;

/// <summary>A row of <c>checkstand keys list</c>.</summary>
internal sealed record ListedKey(string Id, string Algorithm, string Status, string MerchantAccounts, string Name);

/// <summary>Signing keys through the command line.</summary>
internal static partial class SigningKeys
{
    public static async Task<IReadOnlyList<ListedKey>> ListAsync(string directory)
    {
        var listed = (await Cli.RunAsync("keys", "list", "--data", directory)).Successful();
        return
        [
            .. Row()
                .Matches(listed)
                .Select(row => new ListedKey(
                    row.Groups["id"].Value,
                    row.Groups["algorithm"].Value,
                    row.Groups["status"].Value,
                    row.Groups["accounts"].Value,
                    row.Groups["name"].Value
                )),
        ];
    }

    /// <summary>Makes a key.</summary>
    /// <returns>Its row and its private half.</returns>
    public static async Task<(ListedKey Key, string PrivatePem)> CreateAsync(string directory, params string[] options)
    {
        var before = await ListAsync(directory);
        var created = await Cli.RunAsync(["keys", "create", "--data", directory, .. options]);
        var added = (await ListAsync(directory)).ExceptBy(before.Select(key => key.Id), key => key.Id);
        return (Assert.Single(added), created.Successful());
    }

    [GeneratedRegex(
        @"^(?<id>[A-Za-z0-9_-]{43}) +(?<algorithm>\S+) +(?<status>\S+) +(?<accounts>\S+) +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ +(?<name>.*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Row();
}
