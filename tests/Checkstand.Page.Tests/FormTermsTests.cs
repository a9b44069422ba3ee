using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Core.Products;

namespace Checkstand.Page.Tests;

/// <summary>What the page says of the payments to come.</summary>
public sealed class FormTermsTests
{
    [Theory]
    [InlineData(DiscountDuration.Forever, null, 1, "<p>$5.00 every month, until you cancel.</p>")]
    [InlineData(
        DiscountDuration.Once,
        null,
        1,
        "<p>$5.00 for the first month, then $10.00 every month, until you cancel.</p>"
    )]
    [InlineData(
        DiscountDuration.Once,
        null,
        3,
        "<p>$5.00 for the first 3 months, then $10.00 every 3 months, until you cancel.</p>"
    )]
    [InlineData(
        DiscountDuration.Repeating,
        6,
        1,
        "<p>$5.00 every month in the first 6 months, then $10.00 every month, until you cancel.</p>"
    )]
    [InlineData(
        DiscountDuration.Repeating,
        2,
        3,
        "<p>$5.00 for the first 3 months, then $10.00 every 3 months, until you cancel.</p>"
    )]
    public void A_discount_that_ends_says_the_first_price_and_then_the_full_one(
        DiscountDuration duration,
        int? months,
        int every,
        string terms
    ) => Assert.Contains(terms, Write(Subscription(duration, months, every)), StringComparison.Ordinal);

    [Fact]
    public void A_trial_comes_before_the_discounted_price()
    {
        var html = Write(
            Subscription(
                DiscountDuration.Once,
                null,
                1,
                checkout => checkout with { ActiveTrial = new CalendarSpan(CalendarUnit.Day, 14) }
            )
        );

        Assert.Contains(
            "<p>Free for 14 days, then $5.00 for the first month, then $10.00 every month. Nothing is charged today.</p>",
            html,
            StringComparison.Ordinal
        );
    }

    // The tax of a price that is not paid yet is not known to the unit.
    [Theory]
    [InlineData(500, 40, Core.Taxes.TaxBehavior.Exclusive, "$5.40 for the first month, then $10.00 plus any tax every")]
    [InlineData(1000, 0, Core.Taxes.TaxBehavior.Exclusive, "$0.00 for the first month, then $10.00 plus any tax every")]
    [InlineData(500, 0, Core.Taxes.TaxBehavior.Exclusive, "$5.00 for the first month, then $10.00 every")]
    [InlineData(500, 80, Core.Taxes.TaxBehavior.Inclusive, "$5.00 for the first month, then $10.00 every")]
    public void The_full_price_says_whether_tax_comes_on_top(
        long off,
        long tax,
        Core.Taxes.TaxBehavior behavior,
        string terms
    )
    {
        var html = Write(
            Subscription(
                DiscountDuration.Once,
                null,
                1,
                checkout => checkout with { Amounts = new Amounts(1000, off, tax, behavior) }
            )
        );

        Assert.Contains($"<p>{terms} month, until you cancel.</p>", html, StringComparison.Ordinal);
    }

    // Ten dollars, and half of it off.
    private static CheckoutParts Subscription(
        DiscountDuration duration,
        int? months,
        int every,
        Func<Checkout, Checkout>? change = null
    )
    {
        var price = new Price.Fixed
        {
            Id = RandomId.New(),
            CreatedAt = Samples.Now,
            Currency = "usd",
            MinorUnits = 1000,
        };
        var discount = new Discount
        {
            Id = RandomId.New(),
            OrganizationId = Samples.Organization.Id,
            CreatedAt = Samples.Now,
            Name = "Half",
            Reduction = new Reduction.Percentage(5000),
            Duration = duration,
            DurationInMonths = months,
        };
        var parts = Samples.Of(
            price,
            checkout =>
            {
                var reduced = checkout with { DiscountId = discount.Id, Amounts = new Amounts(1000, 500, null, null) };
                return change?.Invoke(reduced) ?? reduced;
            },
            product: product => product with { Recurs = new CalendarSpan(CalendarUnit.Month, every) }
        );
        return parts with { Discount = discount };
    }

    private static string Write(CheckoutParts parts) => new FormPage(Samples.Model(parts)).Write("https://pay.example");
}
