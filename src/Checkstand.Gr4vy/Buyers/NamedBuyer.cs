using Checkstand.Core;
using Checkstand.Core.Buyers;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.Buyers;

/// <summary>The buyer that a request names, by our id, by the merchant's or by both.</summary>
/// <param name="Stored">The buyer as it is now; null when none is stored under the merchant's id, or none was named.</param>
/// <param name="ExternalIdentifier">The merchant's own id of it: the stored buyer's, or as it was given.</param>
internal sealed record NamedBuyer(Buyer? Stored, string? ExternalIdentifier)
{
    /// <summary>Finds the buyer. A merchant's id that names nobody is kept as given.</summary>
    /// <param name="call">The request.</param>
    /// <param name="id">Our id; null when none was said.</param>
    /// <param name="external">The merchant's id; null when none was said.</param>
    /// <returns>The buyer; or what there is none of, or what is of another buyer.</returns>
    public static async Task<Result<NamedBuyer, Violation>> FindAsync(Call call, Guid? id, string? external)
    {
        var named = external is null ? null : await FindAsync(call, external);
        if (id is not { } wanted)
        {
            return new NamedBuyer(named, named?.ExternalIdentifier ?? external);
        }

        if (await FindAsync(call, wanted) is not { } known)
        {
            return new Violation(
                ViolationLocation.Body,
                "/buyer_id",
                "There is no buyer with this id.",
                Gr4vyErrors.NotFound
            );
        }

        if (
            external is not null && (known.ExternalIdentifier ?? external) != external
            || named is not null && named.Id != known.Id
        )
        {
            return new Violation(
                ViolationLocation.Body,
                "/buyer_external_identifier",
                "Input should be of the buyer that is named by its id.",
                "value_error"
            );
        }

        return new NamedBuyer(known, known.ExternalIdentifier ?? external);
    }

    /// <summary>The buyer of an id; null when there is none.</summary>
    public static async Task<Buyer?> FindAsync(Call call, Guid id)
    {
        var found = await call.Services.Buyers.GetAsync(id, call.Merchant, call.Cancellation);
        return found.TryGet(out var buyer, out _) ? buyer : null;
    }

    /// <summary>The buyer of a merchant's id; null when there is none.</summary>
    public static async Task<Buyer?> FindAsync(Call call, string external)
    {
        var page = await call.Services.Buyers.ListAsync(
            call.Merchant,
            new BuyerFilter(Search: null, external),
            new PageRequest(1, Cursor: null),
            call.Cancellation
        );
        return page.Items is [var buyer] ? buyer : null;
    }
}
