using Checkstand.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class DeleteCheckoutSessionTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_deleted_session_answers_with_nothing()
    {
        var deleted = await api.DeleteAsync(await api.OpenAsync());

        deleted.Expect(204);
        Assert.Empty(deleted.Body);
        Assert.Null(deleted.Header("content-type"));
    }

    [Fact]
    public async Task A_deleted_session_is_gone_for_every_operation_at_once()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);
        (await api.DeleteAsync(id)).Expect(204);

        foreach (var ask in Requests.OnSession(api, id))
        {
            Envelope.Check(await api.SendAsync(ask), 404);
        }
    }

    [Fact]
    public async Task A_second_delete_is_not_found()
    {
        var id = await api.OpenAsync();
        (await api.DeleteAsync(id)).Expect(204);

        Envelope.Check(await api.DeleteAsync(id), 404);
    }

    [Fact]
    public async Task Deleting_takes_the_card_out_of_the_vault()
    {
        var id = await api.OpenAsync();
        (await api.PutFieldsAsync(id, Cards.Fields())).Expect(204);
        var store = server.Services.GetRequiredService<ISessionStore>();
        var session = new SessionId(Guid.Parse(id));
        Assert.NotNull(await store.FindCardAsync(session, CancellationToken.None));

        (await api.DeleteAsync(id)).Expect(204);

        Assert.Null(await store.FindCardAsync(session, CancellationToken.None));
        Assert.Null(await store.FindAsync(session, CancellationToken.None));
    }

    [Fact]
    public async Task Other_sessions_stay()
    {
        var kept = await api.OpenAsync("""{"amount":7}""");
        var before = await api.GetAsync(kept);

        (await api.DeleteAsync(await api.OpenAsync())).Expect(204);

        Assert.Equal(before.Expect(200).Comparable, (await api.GetAsync(kept)).Comparable);
    }

    [Fact]
    public async Task A_body_that_comes_along_is_ignored()
    {
        var id = await api.OpenAsync();

        (await api.SendAsync(api.Backend("DELETE", ApiClient.PathOf(id)).Json("{}"))).Expect(204);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found() =>
        Assert.Empty(Envelope.Check(await api.DeleteAsync(ApiClient.UnknownId), 404));
}
