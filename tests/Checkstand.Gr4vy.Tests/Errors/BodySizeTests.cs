namespace Checkstand.Gr4vy.Tests.Errors;

/// <summary>1 MiB on the merchants' routes, 64 KiB on the browsers' (design/operating.md).</summary>
public sealed class BodySizeTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string, bool> Routes
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (var operation in Vendor.Operations.Where(operation => operation.TakesBody))
            {
                rows.Add(operation.Id, true);
                rows.Add(operation.Id, false);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_of_the_limit_is_taken(string operationId, bool isChunked)
    {
        var ask = Padded(await AskAsync(operationId), LimitOf(operationId)) with { IsChunked = isChunked };

        Assert.NotEqual(413, (await api.SendAsync(ask)).Status);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_of_a_byte_more_is_refused(string operationId, bool isChunked)
    {
        var ask = Padded(await AskAsync(operationId), LimitOf(operationId) + 1) with { IsChunked = isChunked };

        Assert.Empty(Envelope.Check(await api.SendAsync(ask), 413));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_much_larger_body_is_refused(string operationId, bool isChunked)
    {
        var ask = Padded(await AskAsync(operationId), 4 * 1024 * 1024) with { IsChunked = isChunked };

        Assert.Empty(Envelope.Check(await api.SendAsync(ask), 413));
    }

    [Fact]
    public async Task A_length_that_is_declared_is_believed_before_anything_is_sent()
    {
        var id = await api.OpenAsync();
        var answer = await RawHttp.SendAsync(
            server.Address,
            $"PUT {ApiClient.FieldsOf(id)} HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n"
        );

        Envelope.Check(answer, 413);
    }

    [Fact]
    public async Task A_large_cart_is_kept_whole()
    {
        var items = string.Join(
            ',',
            Enumerable
                .Range(0, 5000)
                .Select(i => $$"""{"name":"item {{i}}","quantity":1,"unit_amount":{{i}},"sku":"sku-{{i}}"}""")
        );
        var created = (await api.CreateAsync($$"""{"cart_items":[{{items}}]}""")).Expect(201);

        var got = await api.GetAsync(created.TextAt("/id")!);

        Assert.Equal(created.Text, got.Text);
        Assert.Equal(5000, got.At("/cart_items").GetArrayLength());
        Assert.Equal("item 4999", got.TextAt("/cart_items/4999/name"));
    }

    [Fact]
    public async Task A_refused_body_changes_nothing()
    {
        var id = await api.OpenAsync("""{"amount":1}""");
        var before = await api.GetAsync(id);

        var ask = Padded(api.Backend("PUT", ApiClient.PathOf(id)).Json("""{"amount":2}"""), (1024 * 1024) + 1);
        Envelope.Check(await api.SendAsync(ask), 413);

        Assert.Equal(before.Comparable, (await api.GetAsync(id)).Comparable);
    }

    private static int LimitOf(string operationId) =>
        Vendor.Operations.Single(operation => operation.Id == operationId).NeedsToken ? 1024 * 1024 : 64 * 1024;

    // Blanks after a value are JSON.
    private static Ask Padded(Ask ask, int length)
    {
        var padded = new byte[length];
        padded.AsSpan().Fill((byte)' ');
        ask.Body!.CopyTo(padded, 0);
        return ask with { Body = padded };
    }

    private async Task<Ask> AskAsync(string operationId) =>
        Requests.Of(api, Vendor.Operations.Single(operation => operation.Id == operationId), await api.OpenAsync());
}
