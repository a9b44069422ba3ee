using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Buyers;
using Checkstand.Gr4vy.Buyers;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>
/// The stored buyer that a request names, as it is now: a transaction keeps what it was paid with, whatever becomes of
/// the buyer afterwards.
/// </summary>
/// <param name="Id">The buyer; null when the request names none that is stored.</param>
/// <param name="ExternalIdentifier">The merchant's own id of it.</param>
/// <param name="Details">What a guest's details would hold; not present without a stored buyer.</param>
/// <param name="ShippingDetails">Where the goods go; not present when the request names nothing.</param>
internal sealed record TransactionBuyer(
    Guid? Id,
    string? ExternalIdentifier,
    JsonText Details,
    JsonText ShippingDetails
)
{
    /// <summary>Finds the buyer that a request names, by our id or by the merchant's.</summary>
    /// <returns>The buyer; or what the request names that does not exist.</returns>
    public static async Task<Result<TransactionBuyer, Violation>> FindAsync(
        Call call,
        CheckedObject body,
        TransactionMethod method
    )
    {
        var id = body.Id("buyer_id") ?? method.BuyerId;
        var external = body.Text("buyer_external_identifier") ?? method.BuyerExternalIdentifier;
        var buyer =
            id is { } known ? await FindAsync(call, known)
            : external is not null ? await FindAsync(call, external)
            : null;
        if (id is not null && buyer is null)
        {
            return Unknown("/buyer_id", "There is no buyer with this id.");
        }

        var shipping = default(JsonText);
        if (body.Id("shipping_details_id") is { } wanted)
        {
            if (buyer is null || await FindShippingAsync(call, buyer.Id, wanted) is not { } details)
            {
                return Unknown("/shipping_details_id", "The buyer has no shipping details with this id.");
            }

            shipping = Written(writer => BuyerBody.WriteShipping(writer, details));
        }

        return new TransactionBuyer(
            buyer?.Id,
            buyer?.ExternalIdentifier ?? external,
            buyer is null ? default : Written(writer => WriteDetails(writer, buyer.Content)),
            shipping
        );
    }

    private static async Task<Buyer?> FindAsync(Call call, Guid id)
    {
        var found = await call.Services.Buyers.GetAsync(id, call.Merchant, call.Cancellation);
        return found.TryGet(out var buyer, out _) ? buyer : null;
    }

    private static async Task<Buyer?> FindAsync(Call call, string external)
    {
        var page = await call.Services.Buyers.ListAsync(
            call.Merchant,
            new BuyerFilter(Search: null, external),
            new PageRequest(1, Cursor: null),
            call.Cancellation
        );
        return page.Items is [var buyer] ? buyer : null;
    }

    private static async Task<ShippingDetails?> FindShippingAsync(Call call, Guid buyer, Guid id)
    {
        var found = await call.Services.Buyers.GetShippingDetailsAsync(buyer, id, call.Merchant, call.Cancellation);
        return found.TryGet(out var details, out _) ? details : null;
    }

    private static void WriteDetails(Utf8JsonWriter writer, BuyerContent content)
    {
        writer.WriteStartObject();
        writer.WriteCarried("display_name", content.DisplayName);
        writer.WriteCarried("external_identifier", content.ExternalIdentifier);
        writer.WriteCarried("billing_details", content.BillingDetails);
        writer.WriteCarried("account_number", content.AccountNumber);
        writer.WriteEndObject();
    }

    private static JsonText Written(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            write(writer);
        }

        return new JsonText(text.ToArray());
    }

    private static Violation Unknown(string pointer, string message) =>
        new(ViolationLocation.Body, pointer, message, "not_found");
}
