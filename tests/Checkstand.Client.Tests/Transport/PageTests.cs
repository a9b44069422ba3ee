using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Transport;

/// <summary>Lists of both kinds: by cursor and by number.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task Cursors_are_followed_to_the_end()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, """{"items": [{"id": "1"}], "next_cursor": "b/c", "previous_cursor": null}"""),
            ScriptedStep.Answer(200, """{"items": [], "next_cursor": "d", "previous_cursor": "a"}"""),
            ScriptedStep.Answer(200, """{"items": [{"id": "2"}, {"id": "3"}], "next_cursor": null}""")
        );
        var ids = new List<string?>();

        await foreach (var buyer in server.Gr4vy().Buyers.ListAsync(limit: 2))
        {
            ids.Add(buyer.Id);
        }

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(
            ["/buyers?limit=2", "/buyers?limit=2&cursor=b%2Fc", "/buyers?limit=2&cursor=d"],
            server.Requests.Select(request => request.Target)
        );
    }

    [Fact]
    public async Task A_page_says_where_it_is()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, """{"items": [], "next_cursor": "b", "previous_cursor": "a"}"""),
            ScriptedStep.Answer(200, """{"items": [], "next_cursor": ""}""")
        );

        var page = await server.Gr4vy().Buyers.ListPageAsync();
        var last = await page.NextAsync();

        Assert.Equal(("b", "a", true), (page.NextCursor, page.PreviousCursor, page.HasNext));
        Assert.Equal((null, null, null), (page.Number, page.TotalCount, page.MaxPage));
        Assert.Equal("req-of-the-script", page.Response.RequestId);
        Assert.False(last!.HasNext);
        Assert.Null(await last.NextAsync());
        Assert.Null(await last.TryNextAsync());
    }

    [Fact]
    public async Task A_page_that_names_itself_is_not_followed_forever()
    {
        const string same = """{"items": [], "next_cursor": "b"}""";
        await using var server = new ScriptedServer(ScriptedStep.Answer(200, same), ScriptedStep.Answer(200, same));

        var page = await server.Gr4vy().Buyers.ListPageAsync();
        var next = await page.TryNextAsync();

        Assert.IsType<ResponseParseException>(next!.Error);
    }

    [Fact]
    public async Task Numbers_are_followed_to_the_last_page_however_long_the_pages_are()
    {
        static string Body(int id) =>
            $$$"""{"items": [{"id": "{{{id}}}"}], "pagination": {"total_count": 3, "max_page": 3}}""";
        await using var server = new ScriptedServer([
            .. Enumerable.Range(1, 3).Select(id => ScriptedStep.Answer(200, Body(id))),
        ]);
        var ids = new List<string?>();

        await foreach (var product in server.Polar().Products.ListAsync(limit: 100))
        {
            ids.Add(product.Id);
        }

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Equal(["1", "2", "3"], server.Requests.Select(request => NumberIn(request.Target)));
        Assert.All(server.Requests, request => Assert.Contains("limit=100", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_on_the_way_is_thrown_after_what_came_before_it()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, """{"items": [{"id": "1"}], "next_cursor": "b"}"""),
            ScriptedStep.Answer(403, "{}")
        );
        var seen = 0;

        await Assert.ThrowsAsync<ForbiddenException>(async () =>
        {
            await foreach (var _ in server.Gr4vy().Buyers.ListAsync())
            {
                seen++;
            }
        });

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task A_list_can_be_cancelled_between_its_pages()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, """{"items": [{"id": "1"}], "next_cursor": "b"}""")
        );
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in server.Gr4vy().Buyers.ListAsync().WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_page_before_the_first_is_refused_by_name()
    {
        await using var server = new ScriptedServer();

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            server.Polar().Products.TryListPageAsync(page: 0)
        );

        Assert.Equal("page", error.ParamName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_options_of_a_list_are_those_of_all_its_pages()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, """{"items": [], "next_cursor": "b"}"""),
            ScriptedStep.Answer(200, """{"items": []}""")
        );
        var options = new CallOptions { Headers = new Dictionary<string, string> { ["x-a"] = "1" } };

        await foreach (var _ in server.Gr4vy().Buyers.ListAsync(options: options)) { }

        Assert.All(server.Requests, request => Assert.Equal("1", request.Headers["x-a"]));
    }

    private static string NumberIn(string target) =>
        target.Split('?', '&').Single(part => part.StartsWith("page=", StringComparison.Ordinal))["page=".Length..];
}
