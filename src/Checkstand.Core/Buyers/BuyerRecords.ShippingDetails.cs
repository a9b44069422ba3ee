using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

public sealed partial class BuyerRecords
{
    /// <summary>Adds shipping details to a buyer.</summary>
    /// <param name="id">Their id. When the buyer has some of this id already, those are the answer, unchanged.</param>
    /// <param name="buyerId">The buyer.</param>
    /// <param name="caller">The merchant account.</param>
    /// <param name="said">What they say.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The details, or NotFound (the buyer) or TooManyShippingDetails.</returns>
    public Task<Result<ShippingDetails, BuyerProblem>> AddShippingDetailsAsync(
        Guid id,
        Guid buyerId,
        MerchantAccountId caller,
        ShippingContent said,
        CancellationToken cancellation
    ) =>
        store.AddShippingDetailsAsync(
            caller,
            new ShippingDetails(id, buyerId, said.Over(default)),
            ShippingDetailsMax,
            cancellation
        );

    /// <summary>A buyer's shipping details, newest first; null when there is no such buyer.</summary>
    public ValueTask<IReadOnlyList<ShippingDetails>?> ListShippingDetailsAsync(
        Guid buyerId,
        MerchantAccountId caller,
        CancellationToken cancellation
    ) => store.ListShippingDetailsAsync(caller, buyerId, cancellation);

    /// <summary>One of a buyer's shipping details.</summary>
    /// <returns>The details, or NotFound.</returns>
    public async ValueTask<Result<ShippingDetails, BuyerProblem>> GetShippingDetailsAsync(
        Guid buyerId,
        Guid id,
        MerchantAccountId caller,
        CancellationToken cancellation
    )
    {
        var all = await store.ListShippingDetailsAsync(caller, buyerId, cancellation);
        return all?.FirstOrDefault(details => details.Id == id) is { } found ? found : new BuyerProblem.NotFound();
    }

    /// <summary>Merges what the merchant says into shipping details.</summary>
    /// <returns>The details afterwards, or NotFound.</returns>
    public Task<Result<ShippingDetails, BuyerProblem>> UpdateShippingDetailsAsync(
        Guid buyerId,
        Guid id,
        MerchantAccountId caller,
        ShippingContent said,
        CancellationToken cancellation
    ) =>
        store.ChangeShippingDetailsAsync(
            caller,
            buyerId,
            id,
            details => details with { Content = said.Over(details.Content) },
            cancellation
        );

    /// <summary>Removes shipping details.</summary>
    /// <returns>Null when they are gone; NotFound otherwise.</returns>
    public async Task<BuyerProblem?> DeleteShippingDetailsAsync(
        Guid buyerId,
        Guid id,
        MerchantAccountId caller,
        CancellationToken cancellation
    ) => await store.RemoveShippingDetailsAsync(caller, buyerId, id, cancellation) ? null : new BuyerProblem.NotFound();
}
