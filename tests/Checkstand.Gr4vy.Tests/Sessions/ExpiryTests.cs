namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class ExpiryTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string> OnSession =>
        [.. Vendor.Operations.Select(operation => operation.Id).Where(id => id != "create_checkout_session")];

    [Theory]
    [MemberData(nameof(OnSession))]
    public async Task A_millisecond_before_its_end_a_session_is_there(string operationId)
    {
        var id = await api.OpenAsync("""{"expires_in":3600}""");
        server.Clock.Advance(TimeSpan.FromMilliseconds(3_599_999));

        var answer = await api.SendAsync(Of(operationId, id));

        Assert.NotEqual("The resource could not be found", answer.Body is [] ? "" : MessageOf(answer));
        Assert.NotEqual(401, answer.Status);
    }

    [Theory]
    [MemberData(nameof(OnSession))]
    public async Task At_its_end_a_session_answers_as_one_that_never_was(string operationId)
    {
        var id = await api.OpenAsync("""{"expires_in":3600}""");
        var unknown = await api.SendAsync(Of(operationId, ApiClient.UnknownId));
        server.Clock.Advance(TimeSpan.FromSeconds(3600));

        var answer = await api.SendAsync(Of(operationId, id));

        Assert.Empty(Envelope.Check(answer, 404));
        Assert.Equal(unknown.Comparable, answer.Comparable);
    }

    [Fact]
    public async Task An_update_cannot_bring_an_ended_session_back()
    {
        var id = await api.OpenAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(3600));

        Envelope.Check(await api.UpdateAsync(id, """{"expires_in":86400}"""), 404);
        Envelope.Check(await api.GetAsync(id), 404);
    }

    [Fact]
    public async Task An_update_with_a_life_moves_the_end()
    {
        var id = await api.OpenAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(3599));
        (await api.UpdateAsync(id, """{"expires_in":3600}""")).Expect(200);

        server.Clock.Advance(TimeSpan.FromSeconds(3599));
        (await api.GetAsync(id)).Expect(200);

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Envelope.Check(await api.GetAsync(id), 404);
    }

    [Fact]
    public async Task A_fraction_of_a_second_counts()
    {
        var id = await api.OpenAsync("""{"expires_in":3600.5}""");

        server.Clock.Advance(TimeSpan.FromMilliseconds(3_600_499));
        (await api.GetAsync(id)).Expect(200);

        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Envelope.Check(await api.GetAsync(id), 404);
    }

    [Fact]
    public async Task A_card_leaves_the_end_where_it_is()
    {
        var id = await api.OpenAsync();
        var before = (await api.GetAsync(id)).TextAt("/expires_at");
        server.Clock.Advance(TimeSpan.FromMinutes(30));

        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);

        Assert.Equal(before, (await api.GetAsync(id)).TextAt("/expires_at"));
    }

    private Ask Of(string operationId, string sessionId) =>
        Requests.Of(api, Vendor.Operations.Single(operation => operation.Id == operationId), sessionId);

    private static string? MessageOf(Answer answer) =>
        answer.Json.TryGetProperty("message", out var message) ? message.GetString() : null;
}
