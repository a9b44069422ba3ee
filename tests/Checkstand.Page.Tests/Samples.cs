using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Page.Tests;

/// <summary>Checkouts to be shown.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly OrganizationId Seller = new(Guid.Parse("5f0c3c51-7a0e-4d4e-8a44-5b9a7ea1c6c1"));

    /// <summary>A custom field of each kind.</summary>
    public static readonly CustomField[] EveryKind =
    [
        Field("motto", new FieldKind.Text(2, 40), """{"form_label":"A <motto>","form_help_text":"Two words"}"""),
        Field("story", new FieldKind.Text(null, null), """{"textarea":true}"""),
        Field("guests", new FieldKind.Number(0, 9)),
        Field("day", new FieldKind.Instant(null, null)),
        Field("terms", new FieldKind.Checkbox()),
        Field("size", new FieldKind.Choice([new SelectOption("s", "Small"), new SelectOption("l", "Large")])),
    ];

    public static PageModel Model(CheckoutParts parts) => new(parts, Organization, IsSandbox: true);

    public static Organization Organization { get; } =
        new()
        {
            Id = Seller,
            Name = "Acme & Sons",
            Slug = "acme",
            CreatedAt = Now,
        };

    /// <summary>A book for 12.99 dollars, of which nothing is known of the buyer yet.</summary>
    public static CheckoutParts Book(Func<Checkout, Checkout>? change = null, params CustomField[] fields)
    {
        var price = new Price.Fixed
        {
            Id = Guid.Parse("d6c4cdb2-1f4d-4f0b-9c35-2bb3f5e0a001"),
            CreatedAt = Now,
            Currency = "usd",
            MinorUnits = 1299,
        };
        return Of(
            price,
            change,
            fields,
            product =>
                product with
                {
                    Fields = [.. fields.Select(field => new AttachedField(field.Id, IsRequired: true))],
                }
        );
    }

    public static CheckoutParts Of(
        Price price,
        Func<Checkout, Checkout>? change = null,
        CustomField[]? fields = null,
        Func<Product, Product>? product = null
    )
    {
        var plain = new Product
        {
            Id = Guid.Parse("a3b9d4f0-0a43-4b0f-8e88-3b8ad3f0a002"),
            OrganizationId = Seller,
            CreatedAt = Now,
            Name = "The <Book>",
            Description = "Paper & ink.",
            Prices = [price],
        };
        var sold = product?.Invoke(plain) ?? plain;
        var checkout = new Checkout
        {
            Id = new CheckoutId(Guid.Parse("0c6cc0d0-6a4e-4bb2-9f1e-9a1f6e1fa003")),
            OrganizationId = Seller,
            ClientSecret = "polar_c_sample",
            CreatedAt = Now,
            ExpiresAt = Now.AddDays(1),
            ProductIds = [sold.Id],
            ProductId = sold.Id,
            PriceIds = [price.Id],
            PriceId = price.Id,
            Currency = price.Currency,
            Amounts = new Amounts(1299, 0, null, null),
            Needs = new PaymentNeeds(false, true, true, false),
        };
        return new CheckoutParts(change?.Invoke(checkout) ?? checkout, [sold], null, fields ?? []);
    }

    public static CustomField Field(string slug, FieldKind kind, string? form = null) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Seller,
            CreatedAt = Now,
            Slug = slug,
            Name = $"Your {slug}?",
            Kind = kind,
            Form = form is null ? default : new JsonText(System.Text.Encoding.UTF8.GetBytes(form)),
        };
}
