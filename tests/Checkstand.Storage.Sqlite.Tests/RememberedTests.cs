using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Sessions;
using Checkstand.Core.Webhooks;
using Checkstand.Storage.Contract;
using Checkstand.Storage.Sqlite.Tests.Stored;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>What connections remember between statements is what is stored.</summary>
public sealed class RememberedTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly SqliteDatabase database;

    public RememberedTests() => database = SqliteDatabase.Open(directory.Path, new FakeClock());

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_payment_whose_transaction_is_rolled_back_is_not_there()
    {
        var payment = PaymentSamples.Begun();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Writer.WriteAsync<bool>(statements =>
            {
                PaymentTable.Insert(statements, payment);
                throw new InvalidOperationException("A bug.");
            })
        );

        Assert.Null(await FindByWriterAsync(payment.Id));
    }

    [Fact]
    public async Task A_change_of_an_open_payment_that_is_rolled_back_did_not_happen()
    {
        var payment = PaymentSamples.Begun();
        await database.Writer.WriteAsync(statements =>
        {
            PaymentTable.Insert(statements, payment);
            return true;
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Writer.WriteAsync<bool>(statements =>
            {
                PaymentTable.Update(statements, payment, payment with { ChecksMade = 7 });
                throw new InvalidOperationException("A bug.");
            })
        );

        Assert.Equal(payment.ChecksMade, (await FindByWriterAsync(payment.Id))!.ChecksMade);
    }

    [Fact]
    public async Task The_writer_sees_every_payment_as_readers_do()
    {
        var payment = PaymentSamples.Begun();
        await StoreAsync(statements => PaymentTable.Insert(statements, payment));
        var checkedOnce = payment with { ChecksMade = 1 };
        await StoreAsync(statements => PaymentTable.Update(statements, payment, checkedOnce));
        PaymentSamples.AssertSame(checkedOnce, await FindByWriterAsync(payment.Id));

        var sold = PaymentSamples.Sale();
        await StoreAsync(statements => PaymentTable.Insert(statements, sold));
        PaymentSamples.AssertSame(sold, await FindByWriterAsync(sold.Id));
        PaymentSamples.AssertSame(checkedOnce, database.Readers.Read(payment.Id, PaymentTable.Find));
    }

    [Fact]
    public async Task A_session_is_to_the_writer_what_it_is_to_readers()
    {
        var session = Samples.FullSession();
        await StoreAsync(statements => SessionTable.Insert(statements, session, StoredSession.Write(session)));
        await AssertSameAsync(session);

        var extended = session with { ExpiresAt = session.ExpiresAt.AddHours(1), PaymentMethod = Samples.CardMethod };
        await StoreAsync(statements => SessionTable.Update(statements, session, extended));
        await AssertSameAsync(extended);

        await StoreAsync(statements => SessionTable.Delete(statements, session.Id));
        Assert.Null(await database.Writer.WriteAsync(statements => SessionTable.Find(statements, session.Id)));
    }

    [Fact]
    public async Task A_session_whose_transaction_is_rolled_back_is_as_it_was()
    {
        var session = Samples.Session();
        await StoreAsync(statements => SessionTable.Insert(statements, session, StoredSession.Write(session)));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Writer.WriteAsync<bool>(statements =>
            {
                SessionTable.Update(statements, session, session with { PaymentMethod = Samples.CardMethod });
                throw new InvalidOperationException("A bug.");
            })
        );

        await AssertSameAsync(session);
    }

    [Fact]
    public async Task A_changed_product_is_seen_by_every_connection_when_the_change_is_answered()
    {
        var product = TradeSamples.Product(OrganizationId.New());
        await StoreAsync(statements => ProductTable.Insert(statements, product));
        Assert.Equal(product.Name, Read(product).Name);

        for (var i = 0; i < 3; i++)
        {
            var renamed = product with { Name = $"Name {i}" };
            await StoreAsync(statements =>
            {
                ProductTable.Update(statements, renamed);
                // Within its own transaction, too.
                Assert.Equal(renamed.Name, ProductTable.Find(statements, product.Id)!.Name);
            });
            Assert.Equal(renamed.Name, Read(product).Name);
            Assert.Same(Read(product), Read(product));
        }
    }

    [Fact]
    public async Task A_change_of_a_product_that_is_rolled_back_is_seen_by_nobody()
    {
        var product = TradeSamples.Product(OrganizationId.New());
        await StoreAsync(statements => ProductTable.Insert(statements, product));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Writer.WriteAsync<bool>(statements =>
            {
                ProductTable.Update(statements, product with { Name = "Other" });
                Assert.Equal("Other", ProductTable.Find(statements, product.Id)!.Name);
                throw new InvalidOperationException("A bug.");
            })
        );

        Assert.Equal(product.Name, Read(product).Name);
    }

    [Fact]
    public async Task Checkouts_are_counted_with_the_transaction_that_adds_them()
    {
        var product = TradeSamples.Product(OrganizationId.New());
        await StoreAsync(statements => ProductTable.Insert(statements, product));
        var (one, two, three) = (NewCheckout(product), NewCheckout(product), NewCheckout(product));
        await StoreAsync(statements =>
        {
            Insert(statements, one);
            Insert(statements, two);
            // Not counted yet when the trigger sees it.
            CheckoutTable.Update(statements, two with { Status = CheckoutStatus.Expired });
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Writer.WriteAsync<bool>(statements =>
            {
                Insert(statements, three);
                throw new InvalidOperationException("A bug.");
            })
        );
        await StoreAsync(statements => Insert(statements, three));

        Assert.Equal(
            (3, 2, 1),
            (Total(product), Total(product, CheckoutStatus.Open), Total(product, CheckoutStatus.Expired))
        );
    }

    [Fact]
    public async Task A_wish_holds_for_the_next_event()
    {
        var organization = OrganizationId.New();
        var product = TradeSamples.Product(organization);
        var endpoint = StoredCatalogue.Endpoint with
        {
            OrganizationId = organization,
            IsEnabled = true,
            Events = [EventNames.Of(EventType.ProductUpdated)],
        };
        var events = new List<bool>();
        await RecordAsync();
        await StoreAsync(statements => WebhookEndpointTable.Add(statements, endpoint));
        await RecordAsync();
        await StoreAsync(statements => WebhookEndpointTable.Save(statements, endpoint with { IsEnabled = false }));
        await RecordAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Writer.WriteAsync<bool>(statements =>
            {
                WebhookEndpointTable.Save(statements, endpoint);
                Record(statements);
                throw new InvalidOperationException("A bug.");
            })
        );
        await RecordAsync();
        await StoreAsync(statements => WebhookEndpointTable.Save(statements, endpoint));
        await RecordAsync();
        await StoreAsync(statements => WebhookEndpointTable.Remove(statements, endpoint));
        await RecordAsync();

        Assert.Equal([false, true, false, false, true, false], events);

        void Record(PreparedStatements statements) =>
            EventOutbox.Record(
                statements,
                new DomainEvent(EventType.ProductUpdated, new EventSubject.OfProduct(product))
            );

        async Task RecordAsync()
        {
            var before = Outbox();
            await StoreAsync(Record);
            events.Add(Outbox() > before);
        }
    }

    private int Outbox() =>
        database.Readers.Read(0L, static (statements, after) => EventOutbox.List(statements, after, 100).Count);

    private static Checkout NewCheckout(Product product) => TradeSamples.Checkout(product);

    private static void Insert(PreparedStatements statements, Checkout checkout) =>
        CheckoutTable.Insert(statements, checkout, CheckoutTable.DocumentOf(checkout));

    private long Total(Product product, params CheckoutStatus[] statuses) =>
        database.Readers.Read(
            (product, statuses),
            static (statements, which) =>
                CheckoutList
                    .Read(
                        statements,
                        which.product.OrganizationId,
                        new CheckoutFilter { Statuses = which.statuses },
                        new PageNumber(1, 10)
                    )
                    .TotalCount
        );

    private async Task AssertSameAsync(CheckoutSession session)
    {
        var written = (await database.Writer.WriteAsync(statements => SessionTable.Find(statements, session.Id)))!;
        var read = database.Readers.Read(session.Id, SessionTable.Find)!;
        foreach (var found in new[] { written, read })
        {
            Assert.Equal(
                (session.MerchantAccountId, session.CreatedAt, session.ExpiresAt, session.PaymentMethod),
                (found.MerchantAccountId, found.CreatedAt, found.ExpiresAt, found.PaymentMethod)
            );
            Assert.All(
                Enum.GetValues<SessionField>(),
                field => Assert.Equal(session.Content[field], found.Content[field])
            );
        }
    }

    private Product Read(Product product) =>
        database.Readers.Read(product.Id, static (statements, id) => ProductTable.Find(statements, id))!;

    private Task<Payment?> FindByWriterAsync(PaymentId id) =>
        database.Writer.WriteAsync(statements => PaymentTable.Find(statements, id));

    private Task<bool> StoreAsync(Action<PreparedStatements> write) =>
        database.Writer.WriteAsync(statements =>
        {
            write(statements);
            return true;
        });
}
