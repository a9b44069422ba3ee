using System.Runtime.CompilerServices;
using System.Text;

namespace Checkstand.Polar.Tests.OpenApi;

/// <summary>
/// The part of docs/compatibility/polar.md between its two markers, written from the route table and the vendor's list.
/// What stands around it is written by hand.
/// </summary>
internal static class CompatibilityPage
{
    private const string Begin = "<!-- written from the route table: begin -->\n";
    private const string End = "<!-- written from the route table: end -->\n";

    public static string FileName([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/compatibility/polar.md"));

    /// <summary>The page with its written part as it should be.</summary>
    public static string Renew(string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return page[..begin] + Write() + page[end..];
    }

    /// <summary>What is said of an operation of the vendor's.</summary>
    public static string StateOf(Operation? operation) =>
        operation switch
        {
            null or { IsRefused: true } => "not",
            { Missing: not null } => "partly",
            _ => "done",
        };

    private static string Write()
    {
        var own = PolarApi.Operations.ToDictionary(operation => operation.Id);
        var states = VendorOperations
            .All.CountBy(operation => StateOf(own.GetValueOrDefault(operation.Id)))
            .ToDictionary();
        var text = new StringBuilder();
        text.Append('\n');
        text.Append(
            $"{VendorOperations.All.Count} operations: {Count("done")} done, {Count("partly")} partly, {Count("not")} not.\n\n"
        );
        text.Append("| method | path | operation | state | what is missing |\n|---|---|---|---|---|\n");
        foreach (var operation in VendorOperations.All)
        {
            var found = own.GetValueOrDefault(operation.Id);
            Row(text, operation.Method, operation.Path, operation.Id, found);
        }

        text.Append("\n## Operations that the document leaves out\n\n");
        text.Append("Upstream's server answers them, and so does this one.\n\n");
        text.Append("| method | path | operation | state | what is missing |\n|---|---|---|---|---|\n");
        foreach (var operation in PolarApi.Operations.Where(operation => operation.IsHidden))
        {
            Row(text, operation.Method, operation.Path, operation.Id, operation);
        }

        return text.Append('\n').ToString();

        int Count(string state) => states.GetValueOrDefault(state);
    }

    private static void Row(StringBuilder text, string method, string path, string id, Operation? operation) =>
        text.Append($"| {method} | `{path}` | {id} | {StateOf(operation)} | {operation?.Missing} |\n");
}
