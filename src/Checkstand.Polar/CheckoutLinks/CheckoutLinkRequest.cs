using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Core.Checkouts;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.CheckoutLinks;

/// <summary>Checkout links in terms of the core, out of checked bodies.</summary>
internal static class CheckoutLinkRequest
{
    /// <summary>What may be bought: several products, one, or one price; null when the body says none of them.</summary>
    public static CheckoutSelection? SelectionOf(CheckedObject body) =>
        body.Has("products") ? new CheckoutSelection.Products([.. body.Texts("products").Select(Guid.Parse)])
        : body.Id("product_id") is { } product ? new CheckoutSelection.Product(product)
        : body.Id("product_price_id") is { } price ? new CheckoutSelection.Price(price)
        : null;

    public static CheckoutLinkDraft ReadDraft(CheckedObject body, CheckoutSelection selection) =>
        new()
        {
            Selection = selection,
            Label = body.Text("label"),
            DiscountId = body.Id("discount_id"),
            AllowDiscountCodes = body.Boolean("allow_discount_codes") ?? true,
            RequireBillingAddress = body.Boolean("require_billing_address") ?? false,
            Seats = (int?)body.Integer("seats"),
            TrialUnit = UnitOf(body),
            TrialCount = (int?)body.Integer("trial_interval_count"),
            SuccessUrl = body.Text("success_url"),
            ReturnUrl = body.Text("return_url"),
            Metadata = body.Json("metadata"),
        };

    public static CheckoutLinkChange ReadChange(CheckedObject body) =>
        new()
        {
            ProductIds = body.Has("products") ? [.. body.Texts("products").Select(Guid.Parse)] : null,
            Label = Said(body, "label", body.Text("label")),
            DiscountId = Said(body, "discount_id", body.Id("discount_id")),
            AllowDiscountCodes = body.Boolean("allow_discount_codes"),
            RequireBillingAddress = body.Boolean("require_billing_address"),
            Seats = Said(body, "seats", (int?)body.Integer("seats")),
            TrialUnit = Said(body, "trial_interval", UnitOf(body)),
            TrialCount = Said(body, "trial_interval_count", (int?)body.Integer("trial_interval_count")),
            SuccessUrl = Said(body, "success_url", body.Text("success_url")),
            ReturnUrl = Said(body, "return_url", body.Text("return_url")),
            Metadata = body.Json("metadata"),
        };

    private static Said<T> Said<T>(CheckedObject body, string name, T value) => new(value, body.Json(name).IsPresent);

    private static CalendarUnit? UnitOf(CheckedObject body) =>
        body.Text("trial_interval") is { } word ? CatalogueWords.IntervalOf(word) : null;
}
