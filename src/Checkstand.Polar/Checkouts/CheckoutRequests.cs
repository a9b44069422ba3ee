using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Polar.Products;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Checkouts;

/// <summary>Takes what is asked for out of bodies whose form was checked by <see cref="Shapes.CheckoutShapes"/>.</summary>
internal static class CheckoutRequests
{
    /// <summary>What of a body can't be asked for here, and what its form alone does not show.</summary>
    public static IEnumerable<FieldProblem> Problems(CheckedObject body)
    {
        var isCreate = body.Shape == Shapes.CheckoutShapes.Create;
        foreach (var name in isCreate ? ["units", "min_units", "max_units"] : (string[])["units"])
        {
            if (body.Has(name))
            {
                yield return FieldProblem.Of(name, "This is only for unit-based pricing.");
            }
        }

        if (!isCreate)
        {
            yield break;
        }

        if (!body.Has("products") && !body.Has("product_id") && !body.Has("product_price_id"))
        {
            yield return FieldProblem.Of("products", "Field required", "missing");
        }

        foreach (var name in body.Has("products") ? NoProducts(body.Json("prices")) : [])
        {
            yield return new FieldProblem(["prices", name], "Product is not set on this checkout.");
        }
    }

    /// <summary>A new checkout.</summary>
    public static CheckoutRequest ReadCreate(CheckedObject body) =>
        new()
        {
            Selection =
                body.Has("products")
                    ? new CheckoutSelection.Products([.. body.Texts("products").Select(Guid.Parse)])
                    {
                        AdHocPrices = PriceDrafts.ReadByProduct(body.Json("prices")),
                    }
                : body.Id("product_id") is { } product ? new CheckoutSelection.Product(product)
                : new CheckoutSelection.Price(body.Id("product_price_id")!.Value),
            Currency = body.Text("currency"),
            NamedMinorUnits = body.Integer("amount"),
            Seats = (int?)body.Integer("seats"),
            SeatsMin = (int?)body.Integer("min_seats"),
            SeatsMax = (int?)body.Integer("max_seats"),
            DiscountId = body.Id("discount_id"),
            AllowDiscountCodes = body.Boolean("allow_discount_codes") ?? true,
            RequireBillingAddress = body.Boolean("require_billing_address") ?? false,
            AllowTrial = body.Boolean("allow_trial") ?? true,
            TrialUnit = UnitOf(body),
            TrialCount = (int?)body.Integer("trial_interval_count"),
            CustomerId = body.Id("customer_id"),
            ExternalCustomerId = body.Text("external_customer_id") ?? body.Text("customer_external_id"),
            IsBusiness = body.Boolean("is_business_customer"),
            Name = body.Text("customer_name"),
            Email = body.Text("customer_email"),
            IpAddress = body.Text("customer_ip_address"),
            BillingName = body.Text("customer_billing_name"),
            BillingAddress = ReadAddress(body.Json("customer_billing_address")),
            TaxId = body.Text("customer_tax_id"),
            Locale = body.Text("locale"),
            SubscriptionId = body.Id("subscription_id"),
            SuccessUrl = body.Text("success_url"),
            ReturnUrl = body.Text("return_url"),
            EmbedOrigin = body.Text("embed_origin"),
            Metadata = body.Json("metadata"),
            CustomerMetadata = body.Json("customer_metadata"),
            CustomFieldData = body.Json("custom_field_data"),
        };

    /// <summary>A change by the organization.</summary>
    public static CheckoutUpdate ReadUpdate(CheckedObject body) =>
        ReadShared(body) with
        {
            Currency = body.Text("currency"),
            DiscountId = body.Json("discount_id").IsPresent ? new Said<Guid?>(body.Id("discount_id")) : default,
            AllowDiscountCodes = body.Boolean("allow_discount_codes"),
            RequireBillingAddress = body.Boolean("require_billing_address"),
            TrialUnit = body.Json("trial_interval").IsPresent ? new Said<CalendarUnit?>(UnitOf(body)) : default,
            TrialCount = body.Json("trial_interval_count").IsPresent
                ? new Said<int?>((int?)body.Integer("trial_interval_count"))
                : default,
            IpAddress = Text(body, "customer_ip_address"),
            SuccessUrl = Text(body, "success_url"),
            ReturnUrl = Text(body, "return_url"),
            EmbedOrigin = Text(body, "embed_origin"),
            Metadata = body.Json("metadata"),
            CustomerMetadata = body.Json("customer_metadata"),
        };

    /// <summary>A change by the buyer, on its own or in a confirmation.</summary>
    public static CheckoutUpdate ReadUpdatePublic(CheckedObject body) =>
        ReadShared(body) with
        {
            IsByBuyer = true,
            PaymentMethodType = Trimmed(body, "payment_method_type"),
            DiscountCode = Trimmed(body, "discount_code"),
        };

    /// <summary>What of a change only an organization may say: a buyer can give a trial up, and not ask for one.</summary>
    public static IEnumerable<FieldProblem> ProblemsOfBuyer(CheckedObject body)
    {
        foreach (var problem in Problems(body))
        {
            yield return problem;
        }

        if (body.Boolean("allow_trial") == true)
        {
            yield return FieldProblem.Of("allow_trial", "Input should be False", "literal_error");
        }
    }

    private static CheckoutUpdate ReadShared(CheckedObject body) =>
        new()
        {
            ProductId = body.Id("product_id"),
            PriceId = body.Id("product_price_id"),
            NamedMinorUnits = body.Integer("amount"),
            Seats = (int?)body.Integer("seats"),
            AllowTrial = body.Boolean("allow_trial"),
            IsBusiness = body.Boolean("is_business_customer"),
            Name = Text(body, "customer_name"),
            Email = Text(body, "customer_email"),
            BillingName = Text(body, "customer_billing_name"),
            BillingAddress = ReadAddress(body.Json("customer_billing_address")),
            TaxId = Text(body, "customer_tax_id"),
            Locale = Text(body, "locale"),
            CustomFieldData = body.Json("custom_field_data"),
        };

    private static Said<string?> Text(CheckedObject body, string name) =>
        body.Json(name).IsPresent ? new Said<string?>(body.Text(name)) : default;

    private static Said<string?> Trimmed(CheckedObject body, string name)
    {
        var said = Text(body, name);
        return said with { Value = string.IsNullOrWhiteSpace(said.Value) ? null : said.Value.Trim() };
    }

    private static CalendarUnit? UnitOf(CheckedObject body) =>
        body.Text("trial_interval") is { } word ? CatalogueWords.IntervalOf(word) : null;

    private static PostalAddress? ReadAddress(JsonText sent)
    {
        if (!sent.HasValue)
        {
            return null;
        }

        using var parsed = JsonDocument.Parse(sent.Utf8);
        var address = parsed.RootElement;
        return new PostalAddress
        {
            Country = address.GetProperty("country").GetString()!,
            State = TextOf("state"),
            Line1 = TextOf("line1"),
            Line2 = TextOf("line2"),
            City = TextOf("city"),
            PostalCode = TextOf("postal_code"),
        };

        string? TextOf(string name) => address.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    // Names in the map of prices that are no product's id in the form that ids are written in, or one's for a second time.
    private static IReadOnlyList<string> NoProducts(JsonText prices)
    {
        if (!prices.HasValue)
        {
            return [];
        }

        var seen = new HashSet<Guid>();
        using var parsed = JsonDocument.Parse(prices.Utf8);
        return
        [
            .. parsed
                .RootElement.EnumerateObject()
                .Select(entry => entry.Name)
                .Where(name => !Guid.TryParseExact(name, "D", out var id) || !seen.Add(id)),
        ];
    }
}
