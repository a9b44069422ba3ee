using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;
using Checkstand.Server;
using Checkstand.Server.Webhooks;
using Checkstand.Storage;
using Checkstand.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Checkstand.Polar.Tests.Webhooks;

/// <summary>What must not stand in the way of webhooks, and what they must not give away.</summary>
public sealed class ResilienceTests : WebhookServer
{
    [Fact]
    public async Task An_event_that_can_not_be_written_silences_no_other()
    {
        await ListenAsync(events: """["order.paid","product.created"]""");
        // An order that is nowhere: a fault of ours, which nobody can provoke.
        await RecordAsync(new DomainEvent(EventType.OrderPaid, new EventSubject.OfOrder(Order())));
        await HappenAsync("First");
        await HappenAsync("Second");

        await ReceiveAsync(2);

        Assert.Equal(["First", "Second"], Names());
        // It is still there, for a version that can.
        var left = Assert.Single(await Store.ListRecordedAsync(0, 10, CancellationToken.None));
        Assert.Equal(EventType.OrderPaid, left.Event.Type);
    }

    [Fact]
    public async Task An_event_that_can_not_be_written_for_a_day_is_given_up()
    {
        await ListenAsync(events: """["order.paid","product.created"]""");
        await RecordAsync(new DomainEvent(EventType.OrderPaid, new EventSubject.OfOrder(Order())));
        await HappenAsync("First");
        await ReceiveAsync(1);

        Advance(TimeSpan.FromHours(23));
        // Told after the order was tried.
        await HappenAsync("Second");
        await ReceiveAsync(2);
        Assert.Single(await Store.ListRecordedAsync(0, 10, CancellationToken.None));

        Advance(TimeSpan.FromHours(2));
        await UntilAsync(async () => (await Store.ListRecordedAsync(0, 10, CancellationToken.None)).Count == 0);
        await HappenAsync("Third");
        await ReceiveAsync(3);
        Assert.Equal(["First", "Second", "Third"], Names());
    }

    [Fact]
    public async Task More_events_than_one_look_takes_arrive_all()
    {
        await ListenAsync();
        var updates = Enumerable.Range(0, 250).Select(_ => new DomainEvent(EventType.ProductUpdated, Product()));
        await RecordAsync([.. updates]);

        await ReceiveAsync(250);

        Assert.Equal(250, Receiver.Received.Select(sent => sent.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_secret_is_in_no_file_in_clear()
    {
        var (endpoint, secret) = await ListenAsync();
        var another = (await Api.PatchAsync($"/v1/webhooks/endpoints/{endpoint}/secret", "{}")).TextAt("/secret")!;
        await HappenAsync();
        await TriedAsync(1);

        var directory = Services.GetRequiredService<DataDirectory>().Path;
        foreach (var file in Directory.GetFiles(directory, "checkstand.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            foreach (var text in new[] { secret, another })
            {
                Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text["whsec_".Length..])));
            }
        }
    }

    [Fact]
    public async Task A_receiver_that_never_answers_does_not_hold_up_the_stop()
    {
        var end = new TaskCompletionSource();
        Receiver.Answer = (_, _) => end.Task;
        await ListenAsync();
        await HappenAsync();
        await ReceiveAsync(1);
        var watch = Stopwatch.StartNew();

        await Services
            .GetServices<IHostedService>()
            .OfType<WebhookDispatcher>()
            .Single()
            .StopAsync(CancellationToken.None);

        end.SetResult();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private Task<bool> RecordAsync(params DomainEvent[] events) =>
        Services
            .GetRequiredService<SqliteDatabase>()
            .Writer.WriteAsync(statements =>
            {
                foreach (var happened in events)
                {
                    EventOutbox.Record(statements, happened);
                }

                return true;
            });

    private EventSubject.OfProduct Product() =>
        new(
            new Core.Products.Product
            {
                Id = RandomId.New(),
                OrganizationId = new OrganizationId(Acme.Id),
                CreatedAt = Clock.GetUtcNow(),
                Name = "Book",
                Prices = [],
            }
        );

    private Order Order() =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = new OrganizationId(Acme.Id),
            CreatedAt = Clock.GetUtcNow(),
            BillingReason = BillingReason.Purchase,
            CheckoutId = CheckoutId.New(DateTimeOffset.UnixEpoch),
            CustomerId = RandomId.New(),
            ProductId = RandomId.New(),
            Amounts = new Amounts(1000, 0, null, null),
            Currency = "usd",
            Items = [],
            Number = 1,
            InvoiceNumber = "ACME-0001",
        };

    private IEnumerable<string> Names() =>
        Receiver.Received.Select(sent =>
            JsonElement.Parse(sent.Body).GetProperty("data").GetProperty("name").GetString()!
        );
}
