using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.Errors;

public sealed class BusyStoreTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task When_no_more_writes_can_wait_it_is_503_and_later_it_works_again()
    {
        var id = await api.OpenAsync();
        var store = server.Services.GetRequiredService<ISessionStore>();
        using var goOn = new ManualResetEventSlim();
        var held = await HoldWriterAsync(store, new SessionId(Guid.Parse(id)), goOn);

        var queued = new List<Task> { held };
        try
        {
            // The one writer is held in the middle of a write, so the queue fills up.
            Fill(store, queued);
            foreach (var ask in new[] { Create(), Update(id), Delete(id), PutFields(id) })
            {
                var refused = await api.SendAnyAsync(ask);
                Assert.Empty(Envelope.Check(refused, 503));
                Assert.Equal("1", refused.Header("retry-after"));
            }

            (await api.GetAsync(id)).Expect(200);
        }
        finally
        {
            goOn.Set();
            await Task.WhenAll(queued).WaitAsync(Patience);
        }

        (await api.SendAsync(Create())).Expect(201);
        Assert.True((await api.GetAsync(id)).Expect(200).IsNullAt("/amount"));
    }

    private Ask Create() => api.Backend("POST", ApiClient.Sessions).Json("{}");

    private Ask Update(string id) => api.Backend("PUT", ApiClient.PathOf(id)).Json("""{"amount":1}""");

    private Ask Delete(string id) => api.Backend("DELETE", ApiClient.PathOf(id));

    private static Ask PutFields(string id) => new Ask("PUT", ApiClient.FieldsOf(id)).Json(Cards.Fields());

    // Returns once the writer asks for the decision, which then takes as long as the test likes.
    private static async Task<Task> HoldWriterAsync(ISessionStore store, SessionId id, ManualResetEventSlim goOn)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var change = store.ChangeAsync(
            id,
            session =>
            {
                asked.TrySetResult();
                Assert.True(goOn.Wait(Patience));
                return new SessionChange.Save(session);
            },
            CancellationToken.None
        );
        await asked.Task.WaitAsync(Patience);
        return change;
    }

    private void Fill(ISessionStore store, List<Task> queued)
    {
        while (true)
        {
            try
            {
                var session = CheckoutSession.Create(
                    MerchantAccountId.Default,
                    SessionPatch.Silent,
                    server.Clock.GetUtcNow()
                );
                queued.Add(store.AddAsync(session, CancellationToken.None));
            }
            catch (StoreBusyException)
            {
                return;
            }
        }
    }
}
