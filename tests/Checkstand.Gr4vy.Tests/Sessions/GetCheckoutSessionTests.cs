namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class GetCheckoutSessionTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_session_reads_as_it_was_answered_when_it_was_opened()
    {
        var created = await api.CreateAsync(
            """{"amount":1299,"currency":"USD","metadata":{"cohort":"a"},"payment_service_id":"01941F29-7C00-7AAA-8AAA-0123456789AB"}"""
        );

        var got = (await api.GetAsync(created.Expect(201).TextAt("/id")!)).Expect(200);

        Assert.Equal(created.Text, got.Text);
        Assert.Equal("application/json", got.Header("content-type"));
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        var id = await api.OpenAsync("""{"amount":1}""");
        var first = await api.GetAsync(id);
        server.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(first.Expect(200).Comparable, (await api.GetAsync(id)).Comparable);
    }

    [Fact]
    public async Task An_id_may_be_written_in_capitals()
    {
        var id = await api.OpenAsync();

        Assert.Equal(id, (await api.GetAsync(id.ToUpperInvariant())).Expect(200).TextAt("/id"));
    }

    [Fact]
    public async Task An_unknown_session_is_not_found()
    {
        var answer = await api.GetAsync(ApiClient.UnknownId);

        Assert.Empty(Envelope.Check(answer, 404));
        Assert.Equal("The resource could not be found", answer.TextAt("/message"));
    }

    // The vendor takes no query parameters here; tracing tools add some.
    [Fact]
    public async Task A_query_string_is_ignored()
    {
        var id = await api.OpenAsync();

        (await api.SendAsync(api.Backend("GET", $"{ApiClient.PathOf(id)}?utm_source=x&session_id=y"))).Expect(200);
    }

    [Fact]
    public async Task A_declared_content_type_without_a_body_is_fine()
    {
        var id = await api.OpenAsync();
        var ask = api.Backend("GET", ApiClient.PathOf(id)) with { Body = [], ContentType = "application/json" };

        (await api.SendAsync(ask)).Expect(200);
    }
}
