using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>
/// Where money moves: confirming and settling checkouts in the embedded database. Each runs on the one writer, which is
/// its lock, and writes all of its records or none.
/// </summary>
public sealed class SqliteCheckoutSettlementStore(SqliteDatabase database) : ICheckoutSettlementStore
{
    /// <inheritdoc/>
    public Task<Result<Confirmed, CheckoutProblem>> ConfirmAsync(
        CheckoutId id,
        Func<CheckoutParts, Result<Checkout, CheckoutProblem>> change,
        Func<CheckoutToConfirm, Result<Confirmation, CheckoutProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<Confirmed, CheckoutProblem>>(statements =>
        {
            if (CheckoutTable.Find(statements, id) is not { } found)
            {
                return new CheckoutProblem.NotFound();
            }

            if (!change(CheckoutTable.WithParts(statements, found)).TryGet(out var changed, out var refused))
            {
                return refused;
            }

            if (!decide(ToConfirm(statements, changed)).TryGet(out var confirmation, out refused))
            {
                return refused;
            }

            Save(statements, confirmation);
            return new Confirmed(CheckoutTable.WithParts(statements, confirmation.Checkout), confirmation.Payment);
        });

    /// <inheritdoc/>
    public Task<Settlement?> SettleAsync(
        CheckoutId id,
        Func<CheckoutToSettle, Settlement?> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            if (
                CheckoutTable.Find(statements, id) is not { Status: CheckoutStatus.Confirmed } checkout
                || decide(ToSettle(statements, checkout)) is not { } settlement
            )
            {
                return null;
            }

            Save(statements, settlement);
            return settlement;
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CheckoutId>> UnsettledAsync(int max, CancellationToken cancellation) =>
        new(database.Readers.Read(max, SettlementTables.Unsettled));

    private static CheckoutToConfirm ToConfirm(PreparedStatements statements, Checkout checkout)
    {
        var organization = checkout.OrganizationId;
        var buyer = checkout.Buyer;
        var linked = buyer.CustomerId is { } id ? CustomerTable.Find(statements, organization, id) : null;
        var sameEmail = buyer.Email is { } email ? CustomerTable.FindByEmail(statements, organization, email) : null;
        var sameExternalId = buyer.ExternalId is { } externalId
            ? CustomerTable.FindByExternalId(statements, organization, externalId)
            : null;
        var customer = (linked ?? sameEmail)?.Id;
        var discount = checkout.DiscountId;
        var upgraded = checkout.SubscriptionId is { } subscription
            ? SubscriptionTable.Find(statements, organization, subscription)
            : null;
        return new CheckoutToConfirm(
            CheckoutTable.WithParts(statements, checkout),
            linked,
            sameEmail,
            sameExternalId,
            discount is { } all ? DiscountTable.CountRedemptions(statements, all) : 0,
            discount is { } own && customer is { } redeemer
                ? DiscountTable.CountRedemptions(statements, own, redeemer)
                : 0,
            customer is { } subscriber ? SubscriptionTable.Lasting(statements, subscriber) : null,
            customer is { } tried && SubscriptionTable.HadTrial(statements, tried)
        )
        {
            Upgraded = upgraded,
            IsBeingUpgraded = upgraded is not null && CheckoutTable.IsBeingUpgraded(statements, upgraded),
            IsKnown = keys => TrialTable.Any(statements, organization, keys),
        };
    }

    private static void Save(PreparedStatements statements, Confirmation confirmation)
    {
        var checkout = confirmation.Checkout;
        if (confirmation.IsNewCustomer)
        {
            CustomerTable.Insert(statements, confirmation.Customer);
        }
        else
        {
            CustomerTable.Update(statements, confirmation.Customer);
        }

        if (checkout.DiscountId is { } discount)
        {
            DiscountTable.AddRedemption(
                statements,
                checkout.Id,
                discount,
                confirmation.Customer.Id,
                checkout.ModifiedAt ?? checkout.CreatedAt
            );
        }

        TrialTable.Add(statements, checkout, confirmation.TrialKeys);
        if (confirmation.Payment is { } payment)
        {
            PaymentTable.Insert(statements, payment);
        }

        CheckoutTable.Update(statements, checkout);
        Record(statements, confirmation.Events);
    }

    private static CheckoutToSettle ToSettle(PreparedStatements statements, Checkout checkout) =>
        new(
            CheckoutTable.WithParts(statements, checkout),
            CustomerOf(statements, checkout),
            checkout.PaymentId is { } payment ? PaymentTable.Find(statements, payment) : null,
            checkout.SubscriptionId is { } upgraded
                ? SubscriptionTable.Find(statements, checkout.OrganizationId, upgraded)
                : null,
            OrderTable.LastNumber(statements, checkout.OrganizationId)
        );

    private static void Save(PreparedStatements statements, Settlement settlement)
    {
        if (settlement.Order is { } order)
        {
            OrderTable.Insert(statements, order);
        }
        else
        {
            DiscountTable.RemoveRedemption(statements, settlement.Checkout.Id);
            TrialTable.Remove(statements, settlement.Checkout.Id);
        }

        if (settlement.Subscription is { } subscription)
        {
            if (settlement.IsNewSubscription)
            {
                SubscriptionTable.Insert(statements, subscription);
            }
            else
            {
                SubscriptionTable.Update(statements, subscription);
            }
        }

        CheckoutTable.Update(statements, settlement.Checkout);
        Record(statements, settlement.Events);
    }

    private static void Record(PreparedStatements statements, IEnumerable<DomainEvent> events)
    {
        foreach (var happened in events)
        {
            EventOutbox.Record(statements, happened);
        }
    }

    // Customers are never removed from the table, and a confirmation always links one.
    private static Customer CustomerOf(PreparedStatements statements, Checkout checkout) =>
        CustomerTable.Find(statements, checkout.OrganizationId, checkout.Buyer.CustomerId!.Value)
        ?? throw new InvalidOperationException($"The customer of checkout {checkout.Id} is not in the database.");
}
