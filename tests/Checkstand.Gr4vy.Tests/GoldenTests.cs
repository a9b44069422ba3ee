using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkstand.Gr4vy.Tests;

/// <summary>
/// Whole answers, byte for byte, from <c>Golden/&lt;operationId&gt;.&lt;case&gt;.json</c>: the requests that come
/// before, the request, and the answer. <c>{session_id}</c> stands for the id of the session; elsewhere <c>{id}</c>,
/// <c>{id_2}</c> for the UUIDs of what the requests before made, in their order, and <c>{unknown_id}</c> for nobody's.
/// <c>{visa}</c> and its like stand for card numbers, which no file may hold, and <c>{fingerprint}</c> for any. Times are exact: the
/// clock stands still. To write the answers anew, set CHECKSTAND_WRITE_GOLDEN=1 and look at the difference.
/// </summary>
public sealed partial class GoldenTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
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
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_answer_is_as_it_was_agreed(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json");
        var golden = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        var ids = new List<string>();
        foreach (var step in golden["before"]?.AsArray() ?? [])
        {
            var done = await SendAsync(step!, ids);
            Assert.True(done.Status < 300, $"{name}: a request before it was refused: {done.Text}");
            ids.AddRange(MadeBy(done).Except(ids));
        }

        var asked = await SendAsync(golden["request"]!, ids);
        ids.AddRange(MadeBy(asked).Except(ids));
        var answer = Describe(asked, ids, Vendor.Operations.Any(known => known.Id == name.Split('.')[0]));
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

        // Answers of transactions depend on a provider; their own tests hold them.
        var agreed = Vendor.Operations.Concat(Vendor.Resources);
        Assert.Equal(agreed.Select(operation => operation.Id).Order(), covered.Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_is_named_after_the_operation_that_it_calls(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json");
        var request = JsonNode.Parse(File.ReadAllText(path))!["request"]!;

        var operation = Vendor.Implemented.Single(known => known.Id == name.Split('.')[0]);

        Assert.Equal(operation.Method, Text(request, "method"));
        Assert.Matches($"^{operation.PathWith("[^/?]+")}(\\?.*)?$", Text(request, "path"));
    }

    private Task<Answer> SendAsync(JsonNode step, List<string> ids)
    {
        var ask = new Ask(Text(step, "method")!, Fill(Text(step, "path")!, ids))
        {
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
    private static JsonObject Describe(Answer answer, List<string> ids, bool isSession)
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
            foreach (var (index, id) in ids.Index())
            {
                masked = masked.Replace(
                    id,
                    isSession && index == 0 ? "{session_id}" : NameOf(index),
                    StringComparison.Ordinal
                );
            }

            described["body"] = JsonNode.Parse(Random().Replace(masked, "\"${name}\":\"{${name}}\""));
        }

        return described;
    }

    private static string Fill(string text, List<string> ids)
    {
        foreach (var (index, id) in ids.Index())
        {
            text = text.Replace(NameOf(index), id, StringComparison.Ordinal);
        }

        return text.Replace("{session_id}", ids.FirstOrDefault(ApiClient.UnknownId), StringComparison.Ordinal)
            .Replace("{unknown_id}", ApiClient.UnknownId, StringComparison.Ordinal)
            .Replace("{visa}", Cards.Visa, StringComparison.Ordinal)
            .Replace("{mastercard}", Cards.Mastercard, StringComparison.Ordinal);
    }

    private static string NameOf(int index) => index == 0 ? "{id}" : $"{{id_{index + 1}}}";

    // Merchants choose the ids of their accounts; those are in the files.
    private static IEnumerable<string> MadeBy(Answer answer) =>
        answer is { Status: < 300, Body.Length: > 0 }
        && answer.Json.TryGetProperty("id", out var id)
        && Guid.TryParseExact(id.GetString(), "D", out _)
            ? [id.GetString()!]
            : [];

    private static string? Text(JsonNode step, string name) => step[name]?.GetValue<string>();

    private static string SourceOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Checkstand.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "tests", "Checkstand.Gr4vy.Tests", "Golden", name + ".json");
    }

    // What is another value in every run.
    [GeneratedRegex(
        "\"(?<name>fingerprint|reconciliation_id|thumbprint|private_key|next_cursor|previous_cursor)\":\"[^\"]+\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Random();
}
