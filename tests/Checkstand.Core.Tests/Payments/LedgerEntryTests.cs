using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

public sealed class LedgerEntryTests
{
    private static readonly DateTimeOffset Later = Now.AddSeconds(7);

    [Fact]
    public void An_authorization_that_is_approved_is_an_entry()
    {
        var before = Begun(1299);
        var after = before.Hears(Approved, Later);

        var entry = Assert.Single(LedgerEntry.Between(before, after));

        Assert.Equal(
            new LedgerEntry(
                after.Authorization.Id,
                after.Id,
                MovementKind.Authorization,
                new Money(1299, "USD"),
                Service,
                Later
            ),
            entry
        );
    }

    [Fact]
    public void A_sale_is_one_entry_a_capture_under_the_key_of_the_authorization()
    {
        var before = Begun(1299, PaymentIntent.Capture);
        var after = before.Hears(Approved, Later);

        var entry = Assert.Single(LedgerEntry.Between(before, after));

        Assert.Equal(
            new LedgerEntry(
                after.Authorization.Id,
                after.Id,
                MovementKind.Capture,
                new Money(1299, "USD"),
                Service,
                Later
            ),
            entry
        );
    }

    [Fact]
    public void A_capture_and_a_refund_are_entries_of_their_own_amounts()
    {
        var capturing = Authorized().Captures(400);
        var captured = capturing.Hears(Approved, Later);
        var refunding = captured.Refunds(150);
        var refunded = refunding.Hears(Approved, Later);

        Assert.Equal(
            (MovementKind.Capture, new Money(400, "USD"), capturing.Open!.Id),
            Only(LedgerEntry.Between(capturing, captured))
        );
        Assert.Equal(
            (MovementKind.Refund, new Money(150, "USD"), refunding.Open!.Id),
            Only(LedgerEntry.Between(refunding, refunded))
        );
    }

    [Fact]
    public void A_void_is_an_entry_of_all_that_was_reserved()
    {
        var voiding = Authorized(1299).Voids();

        Assert.Equal(
            (MovementKind.Void, new Money(1299, "USD"), voiding.Open!.Id),
            Only(LedgerEntry.Between(voiding, voiding.Hears(Approved)))
        );
    }

    [Fact]
    public void An_entry_names_the_service_that_moved_the_money()
    {
        var before = Begun().Hears(Failed).TryElsewhere(NewOperation(), OtherService, Now);

        Assert.Equal(OtherService, Assert.Single(LedgerEntry.Between(before, before.Hears(Approved))).PaymentServiceId);
    }

    [Fact]
    public void What_moved_nothing_is_no_entry()
    {
        Payment[] open = [Begun(), Begun(intent: PaymentIntent.Capture), Authorized().Captures(), Sold().Refunds()];

        Assert.All(
            from before in open
            from answer in Answers
            where answer is not ProviderAnswer.Approved
            select (before, answer),
            row => Assert.Empty(LedgerEntry.Between(row.before, row.before.Hears(row.answer)))
        );
    }

    [Fact]
    public void To_begin_something_is_no_entry()
    {
        Assert.Empty(LedgerEntry.Between(null, Begun()));
        var authorized = Authorized();
        Assert.Empty(LedgerEntry.Between(authorized, authorized));
        Assert.Empty(LedgerEntry.Between(authorized, authorized.Captures()));
        Assert.Empty(LedgerEntry.Between(authorized, authorized.Voids()));
        var sold = Sold();
        Assert.Empty(LedgerEntry.Between(sold, sold.Refunds()));
    }

    [Fact]
    public void Against_nothing_before_every_movement_is_new()
    {
        var payment = Authorized().Captures(400).Hears(Approved).Refunds(150).Hears(Approved);

        Assert.Equal(
            [MovementKind.Authorization, MovementKind.Capture, MovementKind.Refund],
            LedgerEntry.Between(null, payment).Select(entry => entry.Kind)
        );
    }

    private static (MovementKind, Money, OperationId) Only(IEnumerable<LedgerEntry> entries)
    {
        var entry = Assert.Single(entries);
        return (entry.Kind, entry.Amount, entry.OperationId);
    }
}
