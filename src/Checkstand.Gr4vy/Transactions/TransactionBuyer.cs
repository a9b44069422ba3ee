using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Buyers;
using Checkstand.Core.PaymentMethods;
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
    /// <summary>
    /// Finds the buyer that a request names, by our id or by the merchant's; without one, the buyer whose stored method is
    /// paid with.
    /// </summary>
    /// <returns>The buyer; or what the request names that does not exist or does not fit.</returns>
    public static async Task<Result<TransactionBuyer, Violation>> FindAsync(
        Call call,
        CheckedObject body,
        TransactionMethod method
    )
    {
        var found = await NamedBuyer.FindAsync(
            call,
            body.Id("buyer_id") ?? method.BuyerId,
            body.Text("buyer_external_identifier") ?? method.BuyerExternalIdentifier
        );
        if (!found.TryGet(out var buyer, out var refused))
        {
            return refused;
        }

        if (buyer is { Stored: null, ExternalIdentifier: null })
        {
            buyer = await OfMethodAsync(call, method);
        }
        else if (!MayPayWith(buyer, method.Stored))
        {
            return new Violation(
                ViolationLocation.Body,
                buyer.Stored is null ? "/buyer_external_identifier" : "/buyer_id",
                "Input should be the buyer that the payment method is stored for.",
                "value_error"
            );
        }

        var shipping = default(JsonText);
        if (body.Id("shipping_details_id") is { } wanted)
        {
            if (buyer.Stored is not { } known || await FindShippingAsync(call, known.Id, wanted) is not { } details)
            {
                return new Violation(
                    ViolationLocation.Body,
                    "/shipping_details_id",
                    "The buyer has no shipping details with this id.",
                    Gr4vyErrors.NotFound
                );
            }

            shipping = Written(writer => BuyerBody.WriteShipping(writer, details));
        }

        return new TransactionBuyer(
            buyer.Stored?.Id,
            buyer.ExternalIdentifier,
            buyer.Stored is { } stored ? Written(writer => WriteDetails(writer, stored.Content)) : default,
            shipping
        );
    }

    // Deleted since, it is nobody's.
    private static async Task<NamedBuyer> OfMethodAsync(Call call, TransactionMethod method) =>
        method.Stored switch
        {
            { BuyerId: { } id } when await NamedBuyer.FindAsync(call, id) is { } owner => new NamedBuyer(
                owner,
                owner.ExternalIdentifier
            ),
            { BuyerId: null, BuyerExternalIdentifier: { } external } => new NamedBuyer(
                await NamedBuyer.FindAsync(call, external),
                external
            ),
            _ => new NamedBuyer(Stored: null, ExternalIdentifier: null),
        };

    // A method that is stored for nobody is anybody's.
    private static bool MayPayWith(NamedBuyer buyer, StoredPaymentMethod? method) =>
        method switch
        {
            { BuyerId: { } owner } => buyer.Stored?.Id == owner,
            { BuyerExternalIdentifier: { } owner } => buyer.ExternalIdentifier == owner,
            _ => true,
        };

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
}
