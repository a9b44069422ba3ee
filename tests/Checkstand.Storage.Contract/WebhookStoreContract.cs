using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every webhook store promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract partial class WebhookStoreContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly PageNumber First = new(1, 100);

    protected IWebhookStore Store { get; private set; } = null!;

    protected OrganizationId Acme { get; } = OrganizationId.New();

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IWebhookStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    /// <summary>Records events in one transaction, which fails after them if asked to.</summary>
    protected abstract Task RecordAsync(bool fails, params DomainEvent[] events);

    [Fact]
    public async Task Every_field_of_an_endpoint_is_kept()
    {
        var endpoint = Endpoint() with
        {
            Name = "Łódź 🛒",
            ModifiedAt = Now.AddDays(1),
            FailedInARow = 3,
            IsEnabled = false,
        };
        await Store.AddAsync(() => endpoint, CancellationToken.None);
        await CloseAsync();
        Store = await OpenAsync();

        var found = await Store.FindAsync(Acme, endpoint.Id, CancellationToken.None);

        Assert.Equal(endpoint with { Secret = found!.Secret, Events = found.Events }, found);
        Assert.Equal(endpoint.Events, found.Events);
        Assert.Equal(endpoint.Secret.KeyId, found.Secret.KeyId);
        Assert.Equal(endpoint.Secret.WrappedKey, found.Secret.WrappedKey);
        Assert.Equal(endpoint.Secret.Secret, found.Secret.Secret);
    }

    [Fact]
    public async Task Another_organizations_endpoint_is_not_there()
    {
        var endpoint = await AddAsync();
        var other = OrganizationId.New();

        Assert.Null(await Store.FindAsync(other, endpoint.Id, CancellationToken.None));
        Assert.Null(await Store.ChangeAsync(other, endpoint.Id, found => found, CancellationToken.None));
        Assert.False(await Store.RemoveAsync(other, endpoint.Id, CancellationToken.None));
        Assert.Empty((await Store.ListAsync(other, First, CancellationToken.None)).Items);
        Assert.NotNull(await Store.FindAsync(Acme, endpoint.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Endpoints_are_listed_newest_first_in_pages()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, (await AddAsync(Endpoint() with { CreatedAt = Now.AddMinutes(i) })).Id);
        }

        var page = await Store.ListAsync(Acme, new PageNumber(2, 2), CancellationToken.None);

        Assert.Equal(5, page.TotalCount);
        Assert.Equal(ids[2..4], page.Items.Select(endpoint => endpoint.Id));
    }

    [Fact]
    public async Task An_event_is_there_when_its_change_is()
    {
        await AddAsync();

        await RecordAsync(fails: false, Happened(), Happened(EventType.CustomerUpdated));

        var recorded = await Store.ListRecordedAsync(0, 10, CancellationToken.None);
        Assert.Equal(
            [EventType.CustomerCreated, EventType.CustomerUpdated],
            recorded.Select(happened => happened.Event.Type)
        );
    }

    [Fact]
    public async Task A_failed_transaction_leaves_no_event()
    {
        await AddAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => RecordAsync(fails: true, Happened()));

        Assert.Empty(await Store.ListRecordedAsync(0, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_durable_event_wakes_who_waits_and_a_failed_one_does_not()
    {
        await AddAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => RecordAsync(fails: true, Happened()));
        // The next write shows that the failed one left nothing behind.
        await RecordAsync(fails: false);
        var woken = Store.Recorded.WaitAsync(CancellationToken.None);
        Assert.False(woken.IsCompleted);

        await RecordAsync(fails: false, Happened());

        await woken.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_nobody_wants_is_not_kept()
    {
        await AddAsync(Endpoint("order.created"));
        await AddAsync(Endpoint() with { IsEnabled = false });
        await AddAsync(Endpoint() with { OrganizationId = OrganizationId.New() });
        var removed = await AddAsync();
        await Store.RemoveAsync(Acme, removed.Id, CancellationToken.None);
        var disabled = await AddAsync();
        await ChangeAsync(disabled, endpoint => endpoint with { IsEnabled = false });
        var changed = await AddAsync();
        await ChangeAsync(changed, endpoint => endpoint with { Events = ["order.paid"] });

        await RecordAsync(fails: false, Happened());

        Assert.Empty(await Store.ListRecordedAsync(0, 10, CancellationToken.None));
        Assert.False(await Store.IsWantedAsync(Acme, EventType.CustomerCreated, CancellationToken.None));
        Assert.True(await Store.IsWantedAsync(Acme, EventType.OrderPaid, CancellationToken.None));
    }

    [Fact]
    public async Task What_happened_names_the_endpoints_that_want_it_by_then()
    {
        var one = await AddAsync();
        await AddAsync(Endpoint("order.created"));
        await RecordAsync(fails: false, Happened());
        var two = await AddAsync();

        var recorded = Assert.Single(await Store.ListRecordedAsync(0, 10, CancellationToken.None));

        Assert.Equal(new[] { one.Id, two.Id }.Order(), recorded.WantedBy.Select(endpoint => endpoint.Id).Order());
    }

    [Fact]
    public async Task What_happened_is_told_once()
    {
        var endpoint = await AddAsync();
        await RecordAsync(fails: false, Happened());
        var recorded = Assert.Single(await Store.ListRecordedAsync(0, 10, CancellationToken.None));

        var told = Told(endpoint);
        await Store.TellAsync(recorded.Sequence, [told], CancellationToken.None);
        await Store.TellAsync(recorded.Sequence, [Told(endpoint)], CancellationToken.None);

        Assert.Empty(await Store.ListRecordedAsync(0, 10, CancellationToken.None));
        Assert.Equal([told.Id], await DueAsync(endpoint));
    }

    [Fact]
    public async Task Secrets_under_another_key_are_wrapped_anew_and_no_other()
    {
        var old = await AddAsync(Endpoint() with { Secret = Sealed("old") });
        var current = await AddAsync(Endpoint() with { Secret = Sealed("current") });

        var count = await Store.RewrapSecretsAsync("current", (_, _) => Sealed("current"), 10, CancellationToken.None);

        Assert.Equal(1, count);
        foreach (var id in new[] { old.Id, current.Id })
        {
            Assert.Equal("current", (await Store.FindAsync(Acme, id, CancellationToken.None))!.Secret.KeyId);
        }
    }

    protected DomainEvent Happened(EventType type = EventType.CustomerCreated) =>
        new(
            type,
            new EventSubject.OfCustomer(
                new Customer
                {
                    Id = RandomId.New(),
                    OrganizationId = Acme,
                    CreatedAt = Now,
                    Email = "buyer@example.com",
                }
            )
        );

    protected WebhookEndpoint Endpoint(params string[] events) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Acme,
            CreatedAt = Now,
            Url = "https://example.com/hooks",
            Format = WebhookFormat.Slack,
            Secret = Sealed("kek-1"),
            Events = events is [] ? ["customer.created", "customer.updated", "member.created"] : events,
        };

    protected static WebhookEvent Told(WebhookEndpoint endpoint, DateTimeOffset? at = null) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = endpoint.OrganizationId,
            EndpointId = endpoint.Id,
            Type = EventType.CustomerCreated,
            CreatedAt = at ?? Now,
            Payload = "{\"Name\":\"Łódź\"}"u8.ToArray(),
            NextTryAt = at ?? Now,
        };

    protected Task<WebhookEndpoint> AddAsync(WebhookEndpoint? endpoint = null) =>
        Store.AddAsync(() => endpoint ?? Endpoint(), CancellationToken.None);

    private static SealedSecret Sealed(string keyId) =>
        new()
        {
            KeyId = keyId,
            WrappedKey = [1, 2, 3],
            Secret = [4, 5],
        };

    private Task<WebhookEndpoint?> ChangeAsync(
        WebhookEndpoint endpoint,
        Func<WebhookEndpoint, WebhookEndpoint> change
    ) => Store.ChangeAsync(Acme, endpoint.Id, change, CancellationToken.None);
}
