using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkstand.Polar.Tests.Fixture;

/// <summary>
/// Whole answers from <c>Golden/&lt;name&gt;.json</c>: an answer's bytes are a decision. Ids, secrets, instants and the
/// server's address differ from run to run, so names stand for them; the same id has the same name. To write the answers
/// anew, set CHECKSTAND_WRITE_GOLDEN=1 and look at the difference.
/// </summary>
internal static partial class Golden
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("CHECKSTAND_WRITE_GOLDEN") == "1";

    private static readonly JsonSerializerOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Compares an answer's status and body with the agreed ones, the order of its keys included.</summary>
    public static void AssertSame(string name, Answer answer, [CallerFilePath] string caller = "")
    {
        var found = new JsonObject { ["status"] = answer.Status, ["body"] = JsonNode.Parse(WithNames(answer.Text)) };
        var text = found.ToJsonString(Indented) + "\n";
        if (Writes)
        {
            File.WriteAllText(Path.Combine(SourceOf(caller), name + ".json"), text);
            Assert.Fail("Written. Look at the difference, then run without CHECKSTAND_WRITE_GOLDEN.");
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json")), text);
    }

    private static string WithNames(string text)
    {
        var ids = new List<string>();
        text = Uuid.Replace(
            text,
            found =>
            {
                if (!ids.Contains(found.Value))
                {
                    ids.Add(found.Value);
                }

                return $"{{id_{ids.IndexOf(found.Value) + 1}}}";
            }
        );
        text = Secret.Replace(text, "${prefix}{secret}");
        text = Instant.Replace(text, "{time}");
        return Address.Replace(text, "{address}");
    }

    private static string SourceOf(string caller)
    {
        var directory = Path.GetDirectoryName(caller)!;
        while (!File.Exists(Path.Combine(directory, "Checkstand.Polar.Tests.csproj")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return Directory.CreateDirectory(Path.Combine(directory, "Golden")).FullName;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid { get; }

    [GeneratedRegex("(?<prefix>polar_[a-z_]+_|whsec_)[A-Za-z0-9+/=]{20,}", RegexOptions.NonBacktracking)]
    private static partial Regex Secret { get; }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", RegexOptions.NonBacktracking)]
    private static partial Regex Instant { get; }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }
}
