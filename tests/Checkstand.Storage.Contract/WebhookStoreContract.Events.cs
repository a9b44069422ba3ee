using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class WebhookStoreContract
{
    private static readonly DeliveryOutcome Arrived = new(true, 200, "ok");
    private static readonly DeliveryOutcome Refused = new(false, 500, "no");

    [Fact]
    public async Task Every_field_of_an_event_and_a_try_is_kept()
    {
        var endpoint = await AddAsync();
        var told = Told(endpoint) with
        {
            CheckoutId = CheckoutId.New(DateTimeOffset.UnixEpoch),
            CheckoutStatus = CheckoutStatus.Succeeded,
        };
        await TellAsync(told);

        var tried = await SettleAsync(told, Refused);
        await CloseAsync();
        Store = await OpenAsync();

        var listed = Assert.Single((await ListAsync(new DeliveryFilter())).Items);
        Assert.Equal(tried.Event.Payload!.Value.ToArray(), listed.Event.Payload!.Value.ToArray());
        Assert.Equal(tried.Event with { Payload = listed.Event.Payload }, listed.Event);
        Assert.Equal(told.CheckoutId, listed.Event.CheckoutId);
        Assert.Equal(CheckoutStatus.Succeeded, listed.Event.CheckoutStatus);
        Assert.Equal((1, 500, false), (listed.Event.Tries, listed.Event.LastHttpCode, listed.Event.Succeeded));
        Assert.Equal(Refused, listed.Delivery.Outcome);
    }

    [Fact]
    public async Task An_event_is_due_until_it_arrived()
    {
        var endpoint = await AddAsync();
        var told = Told(endpoint);
        await TellAsync(told);
        Assert.Equal([told.Id], await DueAsync(endpoint));
        Assert.Equal([endpoint.Id], await WaitedForAsync());

        await SettleAsync(told, Refused);
        Assert.Empty(await DueAsync(endpoint));
        Assert.Equal([endpoint.Id], await WaitedForAsync());
        Assert.Equal([told.Id], await DueAsync(endpoint, Now.AddSeconds(3)));

        await SettleAsync(told, Arrived);
        Assert.Empty(await DueAsync(endpoint, Now.AddDays(1)));
        Assert.Empty(await WaitedForAsync());
    }

    [Fact]
    public async Task Later_events_wait_for_the_first_that_is_young()
    {
        var endpoint = await AddAsync();
        var told = new[] { Told(endpoint), Told(endpoint), Told(endpoint, Now.AddSeconds(1)) };
        foreach (var one in told)
        {
            await TellAsync(one);
        }

        Assert.Equal([told[0].Id], await DueAsync(endpoint, Now.AddSeconds(1)));
        await SettleAsync(told[0], Refused);
        Assert.Empty(await DueAsync(endpoint, Now.AddSeconds(1)));

        // What is old is not waited for: the first comes when it is due, the others at once.
        var later = Now.AddSeconds(61);
        await SettleAsync(told[0], Refused);
        Assert.Equal(
            new[] { told[0].Id, told[1].Id, told[2].Id }.Order(),
            (await DueAsync(endpoint, later.AddSeconds(1), later.AddSeconds(-59))).Order()
        );
    }

    [Fact]
    public async Task No_more_is_due_than_was_asked_for()
    {
        var endpoint = await AddAsync();
        for (var i = 0; i < 5; i++)
        {
            await TellAsync(Told(endpoint));
        }

        var due = await Store.ListDueAsync(endpoint.Id, Now, Now.AddSeconds(1), 3, CancellationToken.None);

        Assert.Equal(3, due.Count);
    }

    [Fact]
    public async Task Endpoints_that_are_waited_for_are_listed_from_after_one()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            var endpoint = await AddAsync();
            await TellAsync(Told(endpoint));
            await TellAsync(Told(endpoint));
            ids.Add(endpoint.Id);
        }

        ids = [.. ids.OrderBy(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)), StringComparer.Ordinal)];
        Assert.Equal(ids, await WaitedForAsync());
        Assert.Equal(ids[2..4], await Store.ListWaitedForAsync(ids[1], 2, CancellationToken.None));
    }

    [Fact]
    public async Task What_waits_for_an_endpoint_is_skipped_when_it_is_disabled_or_removed()
    {
        var disabled = await AddAsync();
        var removed = await AddAsync();
        var told = new[] { Told(disabled), Told(removed) };
        await TellAsync(told[0]);
        await TellAsync(told[1]);

        await ChangeAsync(disabled, endpoint => endpoint with { IsEnabled = false });
        await Store.RemoveAsync(Acme, removed.Id, CancellationToken.None);

        Assert.Empty(await WaitedForAsync());
        foreach (var one in told)
        {
            var tried = await SettleAsync(one, Refused);
            Assert.True(tried.Event.IsSkipped);
            Assert.Null(tried.Event.NextTryAt);
        }
    }

    [Fact]
    public async Task An_event_that_is_told_to_an_endpoint_that_takes_no_more_is_skipped()
    {
        var endpoint = await AddAsync();
        await RecordAsync(fails: false, Happened());
        var recorded = Assert.Single(await Store.ListRecordedAsync(0, 10, CancellationToken.None));
        await ChangeAsync(endpoint, found => found with { IsEnabled = false });

        await Store.TellAsync(recorded.Sequence, [Told(endpoint)], CancellationToken.None);

        Assert.Empty(await WaitedForAsync());
        Assert.Empty(await Store.ListRecordedAsync(0, 10, CancellationToken.None));
    }

    [Fact]
    public async Task The_endpoint_is_kept_as_a_try_leaves_it()
    {
        var endpoint = await AddAsync();
        var told = Told(endpoint);
        await TellAsync(told);

        await Store.SettleAsync(
            told.Id,
            new WebhookDelivery(RandomId.New(), Now, Refused),
            (found, whereTo) => new TriedEvent(found, whereTo! with { FailedInARow = 7 }),
            CancellationToken.None
        );

        Assert.Equal(7, (await Store.FindAsync(Acme, endpoint.Id, CancellationToken.None))!.FailedInARow);
    }

    [Fact]
    public async Task An_event_is_changed_by_its_organization_only()
    {
        var endpoint = await AddAsync();
        var told = Told(endpoint);
        await TellAsync(told);
        await SettleAsync(told, Arrived);

        Assert.False((await ChangeEventAsync(OrganizationId.New(), told)).TryGet(out _, out var problem));
        Assert.IsType<WebhookProblem.NotFound>(problem);
        Assert.Empty(await DueAsync(endpoint));

        Assert.True((await ChangeEventAsync(Acme, told)).TryGet(out var again, out _));
        Assert.Equal(0, again.Tries);
        Assert.Equal([told.Id], await DueAsync(endpoint));
    }

    [Fact]
    public async Task Tries_are_filtered_and_listed_newest_first()
    {
        var one = await AddAsync();
        var other = await AddAsync();
        var told = new[] { Told(one), Told(other) with { Type = EventType.CustomerUpdated } };
        await TellAsync(told[0]);
        await TellAsync(told[1]);
        await SettleAsync(told[0], Refused, Now);
        await SettleAsync(told[0], Arrived, Now.AddSeconds(5));
        await SettleAsync(told[1], new DeliveryOutcome(false, null, "unreachable"), Now.AddSeconds(9));

        await ExpectAsync(new DeliveryFilter(), "unreachable", "ok", "no");
        await ExpectAsync(new DeliveryFilter { EndpointIds = [one.Id] }, "ok", "no");
        await ExpectAsync(new DeliveryFilter { EndpointIds = [one.Id, other.Id] }, "unreachable", "ok", "no");
        await ExpectAsync(new DeliveryFilter { EventNames = ["customer.updated"] }, "unreachable");
        await ExpectAsync(new DeliveryFilter { Succeeded = false }, "unreachable", "no");
        await ExpectAsync(new DeliveryFilter { HttpCodeClass = 5 }, "no");
        await ExpectAsync(new DeliveryFilter { From = Now.AddSeconds(5) }, "unreachable", "ok");
        await ExpectAsync(new DeliveryFilter { To = Now.AddSeconds(5) }, "ok", "no");
        await ExpectAsync(new DeliveryFilter { Query = "\"name\"" }, "unreachable", "ok", "no");
        await ExpectAsync(new DeliveryFilter { Query = told[0].Id.ToString("D") }, "ok", "no");
        await ExpectAsync(new DeliveryFilter { Query = "%" });
        var elsewhere = await Store.ListDeliveriesAsync(
            OrganizationId.New(),
            new DeliveryFilter(),
            First,
            CancellationToken.None
        );
        Assert.Empty(elsewhere.Items);
        var second = await Store.ListDeliveriesAsync(
            Acme,
            new DeliveryFilter(),
            new PageNumber(2, 2),
            CancellationToken.None
        );
        Assert.Equal(3, second.TotalCount);
        Assert.Equal("no", Assert.Single(second.Items).Delivery.Outcome.Response);
    }

    [Fact]
    public async Task Bodies_and_answers_go_when_nothing_waits_for_them_any_more()
    {
        var endpoint = await AddAsync();
        var told = new[] { Told(endpoint), Told(endpoint), Told(endpoint, Now.AddDays(1)) };
        foreach (var one in told)
        {
            await TellAsync(one);
        }

        await SettleAsync(told[0], Arrived);
        await SettleAsync(told[2], Arrived);

        Assert.Equal(1, await Store.ArchiveAsync(Now.AddHours(1), 10, CancellationToken.None));
        Assert.Equal(0, await Store.ArchiveAsync(Now.AddHours(1), 10, CancellationToken.None));

        var listed = (await ListAsync(new DeliveryFilter())).Items;
        var archived = Assert.Single(listed, one => one.Event.Id == told[0].Id);
        Assert.Null(archived.Event.Payload);
        Assert.Null(archived.Delivery.Outcome.Response);
        Assert.NotNull(Assert.Single(listed, one => one.Event.Id == told[2].Id).Event.Payload);
        Assert.Equal([told[1].Id], await DueAsync(endpoint));
    }

    private async Task ExpectAsync(DeliveryFilter filter, params string[] responses)
    {
        var page = await ListAsync(filter);
        Assert.Equal(responses, page.Items.Select(one => one.Delivery.Outcome.Response));
        Assert.Equal(responses.Length, page.TotalCount);
    }

    private ValueTask<NumberedPage<ListedDelivery>> ListAsync(DeliveryFilter filter) =>
        Store.ListDeliveriesAsync(Acme, filter, First, CancellationToken.None);

    private ValueTask<IReadOnlyList<Guid>> WaitedForAsync() =>
        Store.ListWaitedForAsync(Guid.Empty, 100, CancellationToken.None);

    private async Task<IEnumerable<Guid>> DueAsync(
        WebhookEndpoint endpoint,
        DateTimeOffset? now = null,
        DateTimeOffset? keepOrderFrom = null
    )
    {
        var at = now ?? Now;
        var due = await Store.ListDueAsync(
            endpoint.Id,
            at,
            keepOrderFrom ?? at.AddMinutes(-1),
            100,
            CancellationToken.None
        );
        return due.Select(one => one.Event.Id);
    }

    private async Task TellAsync(WebhookEvent told)
    {
        await RecordAsync(fails: false, Happened());
        var recorded = Assert.Single(await Store.ListRecordedAsync(0, 10, CancellationToken.None));
        await Store.TellAsync(recorded.Sequence, [told], CancellationToken.None);
    }

    private async Task<TriedEvent> SettleAsync(WebhookEvent told, DeliveryOutcome outcome, DateTimeOffset? at = null)
    {
        var tried = await Store.SettleAsync(
            told.Id,
            new WebhookDelivery(RandomId.New(), at ?? Now, outcome),
            (found, endpoint) => new TriedEvent(found.After(outcome, at ?? Now, jitter: 0), endpoint),
            CancellationToken.None
        );
        return tried!;
    }

    private Task<Result<WebhookEvent, WebhookProblem>> ChangeEventAsync(
        OrganizationId organization,
        WebhookEvent told
    ) => Store.ChangeEventAsync(organization, told.Id, (found, _) => found.Again(Now), CancellationToken.None);
}
