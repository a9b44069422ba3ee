using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>
/// Whole answers about payments, byte for byte, from <c>Golden/Transactions/&lt;operationId&gt;.&lt;case&gt;.json</c>:
/// the requests that come before, the request, and the answer. <c>{session_id}</c> stands for the id that was made
/// first, or another name for the id of the request that gives itself one with <c>as</c>; <c>{visa}</c> and its like for
/// card numbers, which no file may hold, <c>{uuid}</c> and its like for what the server makes up. Times are exact: the
/// clock stands still. To write the answers anew, set CHECKSTAND_WRITE_GOLDEN=1 and look at the difference.
/// </summary>
public sealed partial class TransactionGoldenTests(PayingServer server) : IClassFixture<PayingServer>
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("CHECKSTAND_WRITE_GOLDEN") == "1";

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, NewLine = "\n" };

    private readonly ApiClient api = server.Api;

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden", "Transactions"), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_answer_is_as_it_was_agreed(string name)
    {
        var path = PathOf(name);
        var golden = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        var ids = new Dictionary<string, string>();
        foreach (var step in golden["before"]?.AsArray() ?? [])
        {
            var done = await SendAsync(step!, ids);
            Assert.True(done.Status < 300, $"{name}: a request before it was refused: {done.Text}");
            var known = Text(step!, "as") ?? "session_id";
            if (!ids.ContainsKey(known) && done.Body.Length > 0)
            {
                ids[known] = done.TextAt(Text(step!, "at") ?? "/id")!;
            }
        }

        var request = golden["request"]!;
        var answer = Describe(await SendAsync(request, ids), ids);
        if (Writes)
        {
            golden["response"] = answer;
            await File.WriteAllTextAsync(SourceOf(name), golden.ToJsonString(Indented) + "\n");
            Assert.Fail("Written. Look at the difference, then run without CHECKSTAND_WRITE_GOLDEN.");
        }

        Assert.Equal(golden["response"]!.ToJsonString(Compact), answer.ToJsonString(Compact));
    }

    [Fact]
    public void Every_operation_has_an_agreed_answer()
    {
        var covered = Cases.Select(row => row.Data.Split('.')[0]).ToHashSet();

        Assert.Equal(Vendor.Transactions.Select(operation => operation.Id).Order(), covered.Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_is_named_after_the_operation_that_it_calls(string name)
    {
        var path = PathOf(name);
        var request = JsonNode.Parse(File.ReadAllText(path))!["request"]!;

        var operation = Vendor.Transactions.Single(known => known.Id == name.Split('.')[0]);

        Assert.Equal(operation.Method, Text(request, "method"));
        Assert.Matches($"^{operation.PathWith("[^/]+")}$", Text(request, "path")!.Split('?')[0]);
    }

    private Task<Answer> SendAsync(JsonNode step, Dictionary<string, string> ids)
    {
        var ask = new Ask(Text(step, "method")!, Fill(Text(step, "path")!, ids))
        {
            Headers = [.. (Text(step, "prefer") is { } wish ? new[] { ("prefer", wish) } : [])],
            Authorization = Text(step, "token") == "none" || IsFromBrowser(step) ? null : api.Authorization,
            Merchant = Text(step, "merchant_account_id"),
        };
        return api.SendAsync(step["body"] is { } body ? ask.Json(Fill(body.ToJsonString(Compact), ids)) : ask);
    }

    private static bool IsFromBrowser(JsonNode step) =>
        Vendor.Operations.Any(operation =>
            !operation.NeedsToken && operation.Method == Text(step, "method") && operation.Path == Text(step, "path")
        );

    // The body is kept as JSON so that people can read the file. Its text has no other form than the compact one, so
    // comparing compact texts compares bytes: Describe refuses an answer for which that would not hold.
    private static JsonObject Describe(Answer answer, Dictionary<string, string> ids)
    {
        var headers = new JsonObject();
        foreach (var (name, values) in answer.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            if (name is not ("date" or "x-request-id" or "content-length"))
            {
                headers[name] = string.Join(", ", values);
            }
        }

        var described = new JsonObject { ["status"] = answer.Status, ["headers"] = headers };
        if (answer.Body.Length > 0)
        {
            var body = JsonNode.Parse(answer.Body)!;
            Assert.Equal(body.ToJsonString(Compact), answer.Text);
            var masked = answer.Text;
            foreach (var (name, id) in ids)
            {
                masked = masked.Replace(id, $"{{{name}}}", StringComparison.Ordinal);
            }

            masked = Fingerprint().Replace(masked, "\"fingerprint\":\"{fingerprint}\"");
            described["body"] = JsonNode.Parse(MaskMadeUp(masked));
        }

        return described;
    }

    private static string MaskMadeUp(string text)
    {
        text = ServerAddress().Replace(text, "{server}");
        text = Uuid().Replace(text, "{uuid}");
        text = Reconciliation().Replace(text, "reconciliation_id\":\"{base62}\"");
        return SchemeTransaction().Replace(text, "\"scheme_transaction_id\":\"{hex}\"");
    }

    private static string Fill(string text, Dictionary<string, string> ids)
    {
        text = text.Replace("{visa}", Cards.Visa, StringComparison.Ordinal)
            .Replace("{mastercard}", Cards.Mastercard, StringComparison.Ordinal)
            .Replace("{declined}", Cards.InsufficientFunds, StringComparison.Ordinal)
            .Replace("{challenged}", Cards.Challenged, StringComparison.Ordinal);
        return NameOfId()
            .Replace(text, found => ids.GetValueOrDefault(found.Groups["name"].Value, ApiClient.UnknownId));
    }

    private static string? Text(JsonNode step, string name) => step[name]?.GetValue<string>();

    private static string PathOf(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Golden", "Transactions", name + ".json");

    private static string SourceOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Checkstand.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(
            folder.FullName,
            "tests",
            "Checkstand.Gr4vy.Tests",
            "Golden",
            "Transactions",
            name + ".json"
        );
    }

    [GeneratedRegex("\"fingerprint\":\"[0-9a-f]{64}\"", RegexOptions.NonBacktracking)]
    private static partial Regex Fingerprint();

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();

    [GeneratedRegex("reconciliation_id\":\"[0-9A-Za-z]+\"", RegexOptions.NonBacktracking)]
    private static partial Regex Reconciliation();

    [GeneratedRegex("\"scheme_transaction_id\":\"[0-9A-F]{15}\"", RegexOptions.NonBacktracking)]
    private static partial Regex SchemeTransaction();

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex ServerAddress();

    [GeneratedRegex(@"\{(?<name>[a-z]+_id)\}", RegexOptions.NonBacktracking)]
    private static partial Regex NameOfId();
}
