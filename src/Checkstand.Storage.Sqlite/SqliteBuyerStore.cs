using Checkstand.Core;
using Checkstand.Core.Buyers;
using Checkstand.Core.Merchants;
using Checkstand.Storage;

namespace Checkstand.Storage.Sqlite;

/// <summary>Buyers in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqliteBuyerStore(SqliteDatabase database) : IBuyerStore
{
    /// <inheritdoc/>
    public Task<Result<Buyer, BuyerProblem>> AddAsync(Buyer buyer, CancellationToken cancellation) =>
        database.Writer.WriteAsync<Result<Buyer, BuyerProblem>>(statements =>
        {
            if (BuyerTable.Find(statements, buyer.MerchantAccountId, buyer.Id) is { } known)
            {
                return known;
            }

            if (TakenBy(statements, buyer) is { } other)
            {
                return new BuyerProblem.ExternalIdentifierTaken(other);
            }

            BuyerTable.Insert(statements, buyer);
            return buyer;
        });

    /// <inheritdoc/>
    public ValueTask<Buyer?> FindAsync(MerchantAccountId merchant, Guid id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (merchant, id),
                static (statements, which) => BuyerTable.Find(statements, which.merchant, which.id)
            )
        );

    /// <inheritdoc/>
    public ValueTask<Page<Buyer>> ListAsync(
        MerchantAccountId merchant,
        BuyerFilter filter,
        PageRequest request,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (merchant, filter, request),
                static (statements, which) => BuyerTable.List(statements, which.merchant, which.filter, which.request)
            )
        );

    /// <inheritdoc/>
    public Task<Result<Buyer, BuyerProblem>> ChangeAsync(
        MerchantAccountId merchant,
        Guid id,
        Func<Buyer, Buyer> change,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<Buyer, BuyerProblem>>(statements =>
        {
            if (BuyerTable.Find(statements, merchant, id) is not { } buyer)
            {
                return new BuyerProblem.NotFound();
            }

            var changed = change(buyer);
            if (TakenBy(statements, changed) is { } other)
            {
                return new BuyerProblem.ExternalIdentifierTaken(other);
            }

            BuyerTable.Update(statements, changed);
            return changed;
        });

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(MerchantAccountId merchant, Guid id, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            var isRemoved = BuyerTable.Delete(statements, merchant, id);
            if (isRemoved)
            {
                ShippingDetailsTable.DeleteAll(statements, id);
            }

            return isRemoved;
        });

    /// <inheritdoc/>
    public Task<Result<ShippingDetails, BuyerProblem>> AddShippingDetailsAsync(
        MerchantAccountId merchant,
        ShippingDetails details,
        int most,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<ShippingDetails, BuyerProblem>>(statements =>
        {
            if (BuyerTable.Find(statements, merchant, details.BuyerId) is null)
            {
                return new BuyerProblem.NotFound();
            }

            var all = ShippingDetailsTable.List(statements, details.BuyerId);
            if (all.FirstOrDefault(known => known.Id == details.Id) is { } known)
            {
                return known;
            }

            if (all.Count >= most)
            {
                return new BuyerProblem.TooManyShippingDetails(most);
            }

            ShippingDetailsTable.Insert(statements, details);
            return details;
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ShippingDetails>?> ListShippingDetailsAsync(
        MerchantAccountId merchant,
        Guid buyerId,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (merchant, buyerId),
                static (statements, which) =>
                    BuyerTable.Find(statements, which.merchant, which.buyerId) is null
                        ? null
                        : ShippingDetailsTable.List(statements, which.buyerId)
            )
        );

    /// <inheritdoc/>
    public Task<Result<ShippingDetails, BuyerProblem>> ChangeShippingDetailsAsync(
        MerchantAccountId merchant,
        Guid buyerId,
        Guid id,
        Func<ShippingDetails, ShippingDetails> change,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<ShippingDetails, BuyerProblem>>(statements =>
        {
            if (
                BuyerTable.Find(statements, merchant, buyerId) is null
                || ShippingDetailsTable.List(statements, buyerId).FirstOrDefault(known => known.Id == id)
                    is not { } details
            )
            {
                return new BuyerProblem.NotFound();
            }

            var changed = change(details);
            ShippingDetailsTable.Update(statements, changed);
            return changed;
        });

    /// <inheritdoc/>
    public Task<bool> RemoveShippingDetailsAsync(
        MerchantAccountId merchant,
        Guid buyerId,
        Guid id,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
            BuyerTable.Find(statements, merchant, buyerId) is not null
            && ShippingDetailsTable.Delete(statements, buyerId, id)
        );

    // The other buyer that has its external identifier; null when none has.
    private static Guid? TakenBy(PreparedStatements statements, Buyer buyer) =>
        buyer.ExternalIdentifier is { } name
        && BuyerTable.Holder(statements, buyer.MerchantAccountId, name) is { } holder
        && holder != buyer.Id
            ? holder
            : null;
}
