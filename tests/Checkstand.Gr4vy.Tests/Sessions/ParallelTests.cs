namespace Checkstand.Gr4vy.Tests.Sessions;

/// <summary>Callers who do not wait for each other get an answer of the contract each, and the last write stands whole.</summary>
public sealed class ParallelTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const int Callers = 64;

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task Many_creates_at_once_open_many_sessions()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => api.OpenAsync($$"""{"amount":{{i}}}""")));

        Assert.Equal(Callers, ids.Distinct().Count());
        for (var i = 0; i < Callers; i++)
        {
            Assert.Equal(i, (await api.GetAsync(ids[i])).Expect(200).At("/amount").GetInt32());
        }
    }

    [Fact]
    public async Task Updates_of_different_fields_at_once_are_all_kept()
    {
        var id = await api.OpenAsync();
        string[] updates =
        [
            """{"amount":1299}""",
            """{"currency":"USD"}""",
            """{"metadata":{"a":"b"}}""",
            """{"buyer":{"display_name":"J"}}""",
            """{"cart_items":[]}""",
            """{"airline":{}}""",
        ];

        await Task.WhenAll(updates.Select(async update => (await api.UpdateAsync(id, update)).Expect(200)));

        var session = (await api.GetAsync(id)).Expect(200);
        foreach (var field in new[] { "amount", "currency", "metadata", "buyer", "cart_items", "airline" })
        {
            Assert.False(session.IsNullAt($"/{field}"), field);
        }
    }

    [Fact]
    public async Task After_the_one_delete_of_many_nothing_comes_back()
    {
        var id = await api.OpenAsync();
        var calls = Enumerable
            .Range(0, Callers)
            .Select(i =>
                (i % 4) switch
                {
                    0 => api.DeleteAsync(id),
                    1 => api.PutFieldsAsync(id, Cards.Fields()),
                    2 => api.UpdateAsync(id, """{"amount":1}"""),
                    _ => api.GetAsync(id),
                }
            );

        var answers = await Task.WhenAll(calls);

        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 200, 204, 404 }));
        var deletes = answers.Where((_, i) => i % 4 == 0).ToList();
        Assert.Single(deletes, answer => answer.Status == 204);
        Envelope.Check(await api.GetAsync(id), 404);
    }
}
