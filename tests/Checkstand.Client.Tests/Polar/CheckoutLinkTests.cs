using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

public sealed class CheckoutLinkTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private CheckoutLinks Links => server.Polar.CheckoutLinks;

    [Fact]
    public async Task A_link_is_made_read_followed_and_deleted()
    {
        var made = await Links.CreateAsync(
            new CheckoutLinkCreate
            {
                Products = [server.Handbook()],
                Label = "Spring",
                AllowDiscountCodes = false,
                RequireBillingAddress = true,
                SuccessUrl = "https://example.com/thanks?id={CHECKOUT_ID}",
                ReturnUrl = "https://example.com/",
                Metadata = new Metadata { ["source"] = "mail" },
            }
        );
        var read = await Links.GetAsync(made.Id);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var followed = await browser.GetAsync(new Uri(made.Url));

        Assert.Equal(Wire.Text(made), Wire.Text(read));
        Assert.StartsWith("polar_cl_", read.ClientSecret, StringComparison.Ordinal);
        Assert.Equal(("Spring", false, true), (read.Label, read.AllowDiscountCodes, read.RequireBillingAddress));
        Assert.Equal("Handbook", Assert.Single(read.Products).Name);
        Assert.IsType<ProductPriceFixed>(Assert.Single(read.Products[0].Prices));
        Assert.Equal(307, (int)followed.StatusCode);
        var secret = followed.Headers.Location!.Segments[^1];
        var opened = await server.Polar.Checkouts.ClientGetAsync(secret);
        Assert.Equal("Handbook", opened.Product?.Name);
        Assert.Equal("mail", (await server.Polar.Checkouts.GetAsync(opened.Id)).Metadata["source"].Text);
        await Links.DeleteAsync(made.Id);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Links.GetAsync(made.Id));
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var made = await Links.CreateAsync(
            new CheckoutLinkCreate
            {
                ProductId = server.Handbook(),
                Label = "Old",
                ReturnUrl = "https://example.com/",
            }
        );
        var discount = await server.Polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Link",
                Duration = DiscountDuration.Once,
                BasisPoints = 500,
            }
        );

        var changed = await Links.UpdateAsync(
            made.Id,
            new CheckoutLinkUpdate
            {
                Label = "New",
                ReturnUrl = null,
                DiscountId = discount.Id,
                Products = new List<string> { server.Handbook(), server.Products.Custom.ToString() },
            }
        );
        var without = await Links.UpdateAsync(made.Id, new CheckoutLinkUpdate { DiscountId = null, Label = null });

        Assert.Equal(("New", null), (changed.Label, changed.ReturnUrl));
        Assert.Equal(500, Assert.IsType<DiscountPercentage>(changed.Discount).BasisPoints);
        Assert.Null(changed.Discount!.Products);
        Assert.Equal(2, changed.Products.Count);
        Assert.Equal((null, null, 2), (without.Label, without.DiscountId, without.Products.Count));
    }

    [Fact]
    public async Task Links_are_listed_by_product_and_label()
    {
        var product = await server.ProductAsync();
        foreach (var label in new[] { "b", "a" })
        {
            await Links.CreateAsync(new CheckoutLinkCreate { Products = [product.Id], Label = label });
        }

        var listed = await Links
            .ListAsync(productId: product.Id, sorting: CheckoutLinkSortProperty.LabelDescending, limit: 1)
            .ToListAsync();

        Assert.Equal(["b", "a"], listed.Select(link => link.Label));
    }
}
