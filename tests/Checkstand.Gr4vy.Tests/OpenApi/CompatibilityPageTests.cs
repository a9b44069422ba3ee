namespace Checkstand.Gr4vy.Tests.OpenApi;

/// <summary>
/// The table of docs/compatibility/gr4vy.md, the vendor's list of operations and the served document say the same. The
/// page says above its table what a test may rely on.
/// </summary>
public sealed class CompatibilityPageTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private const string Heading = "| method | path | operation | state | note |";

    private static readonly string Page = File.ReadAllText(
        Path.Combine(Repository.FullName, "docs", "compatibility", "gr4vy.md")
    );

    private ServedDocument served = null!;

    public static TheoryData<string> Rows => [.. Table.Select(row => row.Id)];

    private static IReadOnlyList<Row> Table =>
        [
            .. Page[Page.IndexOf(Heading, StringComparison.Ordinal)..]
                .Split('\n')
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
                .Select(cells => new Row(cells[1], cells[2], cells[3], cells[4], string.Join('|', cells[5..^1]))),
        ];

    public async ValueTask InitializeAsync() =>
        served = new ServedDocument(
            (await server.Api.SendAsync(new Ask("GET", "/openapi/gr4vy.json"))).Expect(200).Text
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void The_table_lists_every_operation_of_the_vendor_once_and_in_its_order() =>
        Assert.Equal(
            Vendor.All.Select(operation => $"{operation.Method} {operation.Path} {operation.Id}"),
            Table.Select(row => $"{row.Method} {row.Path} {row.Id}")
        );

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_says_of_an_operation_what_is_served(string operationId)
    {
        var row = Table.Single(candidate => candidate.Id == operationId);
        var own = served
            .Operations.Where(operation => (operation.Method, operation.Path) == (row.Method, row.Path))
            .Select(operation => operation.Operation)
            .SingleOrDefault();
        var description = own?["description"]?.GetValue<string>();
        var hasSuccess = own?["responses"]!.AsObject().Any(response => response.Key[0] == '2') ?? false;

        switch (row.State)
        {
            case "done" or "partly":
                Assert.NotNull(own);
                Assert.Equal(operationId, own["operationId"]!.GetValue<string>());
                Assert.True(hasSuccess);
                Assert.Null(description);
                // What is left out of an operation is said.
                Assert.False(row is { State: "partly", Note: "" });
                break;
            case "not" when row.Note.Length > 0:
                Assert.Matches("^always 4[0-9]{2}: .+$", row.Note);
                Assert.Equal($"Always answers an error: {row.Note["always 400: ".Length..]}", description);
                Assert.False(hasSuccess);
                break;
            default:
                Assert.Equal("not", row.State);
                Assert.Null(own);
                break;
        }
    }

    [Fact]
    public void The_summary_counts_the_rows()
    {
        var counts = Table.CountBy(row => row.State).ToDictionary();

        Assert.Contains(
            $"{Table.Count} operations: {counts["done"]} done, {counts["partly"]} partly, {counts["not"]} not.",
            Page,
            StringComparison.Ordinal
        );
    }

    private static DirectoryInfo Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Checkstand.slnx")))
            {
                folder = folder.Parent!;
            }

            return folder;
        }
    }

    private sealed record Row(string Method, string Path, string Id, string State, string Note);
}
