using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

/// <summary>
/// What the rules about buyers need from a database. When a returned task completes, its write survives a crash of the
/// process and of the machine. A buyer of another merchant account is to every method as one that never was.
/// </summary>
/// <remarks>Every method that writes can throw <see cref="StoreBusyException"/> instead of queueing without a limit.</remarks>
public interface IBuyerStore
{
    /// <summary>Keeps a new buyer. When its account has one of the same id already, that one is the answer, unchanged.</summary>
    /// <returns>The buyer that is kept, or ExternalIdentifierTaken.</returns>
    Task<Result<Buyer, BuyerProblem>> AddAsync(Buyer buyer, CancellationToken cancellation);

    /// <summary>The buyer as last acknowledged; null when there is none.</summary>
    ValueTask<Buyer?> FindAsync(MerchantAccountId merchant, Guid id, CancellationToken cancellation);

    /// <summary>A part of an account's buyers, newest first.</summary>
    ValueTask<Page<Buyer>> ListAsync(
        MerchantAccountId merchant,
        BuyerFilter filter,
        PageRequest request,
        CancellationToken cancellation
    );

    /// <summary>
    /// Loads a buyer under a lock that excludes every other change to it and keeps what <paramref name="change"/> makes
    /// of it, which must be pure: it may be asked more than once.
    /// </summary>
    /// <returns>The buyer afterwards, or NotFound or ExternalIdentifierTaken.</returns>
    Task<Result<Buyer, BuyerProblem>> ChangeAsync(
        MerchantAccountId merchant,
        Guid id,
        Func<Buyer, Buyer> change,
        CancellationToken cancellation
    );

    /// <summary>Removes a buyer with its shipping details.</summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(MerchantAccountId merchant, Guid id, CancellationToken cancellation);

    /// <summary>Keeps new shipping details. When the buyer has some of the same id already, those are the answer, unchanged.</summary>
    /// <param name="merchant">The buyer's merchant account.</param>
    /// <param name="details">The details.</param>
    /// <param name="most">How many a buyer may have.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The details that are kept, or NotFound (the buyer) or TooManyShippingDetails.</returns>
    Task<Result<ShippingDetails, BuyerProblem>> AddShippingDetailsAsync(
        MerchantAccountId merchant,
        ShippingDetails details,
        int most,
        CancellationToken cancellation
    );

    /// <summary>A buyer's shipping details, newest first; null when there is no such buyer.</summary>
    ValueTask<IReadOnlyList<ShippingDetails>?> ListShippingDetailsAsync(
        MerchantAccountId merchant,
        Guid buyerId,
        CancellationToken cancellation
    );

    /// <summary>Loads shipping details as <see cref="ChangeAsync"/> does a buyer.</summary>
    /// <returns>The details afterwards, or NotFound.</returns>
    Task<Result<ShippingDetails, BuyerProblem>> ChangeShippingDetailsAsync(
        MerchantAccountId merchant,
        Guid buyerId,
        Guid id,
        Func<ShippingDetails, ShippingDetails> change,
        CancellationToken cancellation
    );

    /// <summary>Removes shipping details of a buyer.</summary>
    /// <returns>False when there are none.</returns>
    Task<bool> RemoveShippingDetailsAsync(
        MerchantAccountId merchant,
        Guid buyerId,
        Guid id,
        CancellationToken cancellation
    );
}

/// <summary>Which buyers are wanted. Null is any.</summary>
/// <param name="Search">Text that the display name or the external identifier contains, in either case.</param>
/// <param name="ExternalIdentifier">The external identifier, exactly.</param>
public sealed record BuyerFilter(string? Search, string? ExternalIdentifier);
