using Checkstand.Core.Taxes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Taxes;

/// <summary>Tax from a table of rates.</summary>
public sealed class RateTableTests
{
    private static readonly RateTable Table = new(
        new Dictionary<string, int>
        {
            ["DE"] = 1900,
            ["FR"] = 2000,
            ["us"] = 100,
            ["US-CA"] = 725,
            ["BR-SP"] = 1800,
        }
    );

    [Theory]
    [InlineData("DE", null, 1190, TaxBehaviorOption.Location, 190, TaxBehavior.Inclusive)]
    [InlineData("DE", null, 1000, TaxBehaviorOption.Exclusive, 190, TaxBehavior.Exclusive)]
    [InlineData("US", "US-CA", 1000, TaxBehaviorOption.Location, 73, TaxBehavior.Exclusive)]
    [InlineData("US", "US-NY", 1000, TaxBehaviorOption.Location, 10, TaxBehavior.Exclusive)]
    [InlineData("BR", "sp", 1180, TaxBehaviorOption.Inclusive, 180, TaxBehavior.Inclusive)]
    [InlineData("BR", "RJ", 1180, TaxBehaviorOption.Inclusive, 0, TaxBehavior.Inclusive)]
    [InlineData("JP", null, 1000, TaxBehaviorOption.Location, 0, TaxBehavior.Inclusive)]
    [InlineData("IN", null, 1000, TaxBehaviorOption.Location, 0, TaxBehavior.Exclusive)]
    public void A_rate_is_that_of_the_state_or_else_of_the_country(
        string country,
        string? state,
        long amount,
        TaxBehaviorOption option,
        long tax,
        TaxBehavior behavior
    ) =>
        Assert.Equal(
            new TaxResult.Known(tax, behavior),
            Table.Calculate(Question(country, state, amount) with { Behavior = option })
        );

    [Fact]
    public void Where_states_have_rates_the_state_must_be_known() =>
        Assert.Equal(new TaxResult.Incomplete(), Table.Calculate(Question("US", null, 1000)));

    [Theory]
    [InlineData("DE", true, "eu_vat", "FR", 0)]
    [InlineData("DE", true, "eu_vat", "US", 0)]
    [InlineData("DE", true, "eu_vat", "DE", 190)]
    [InlineData("DE", true, "eu_vat", null, 190)]
    [InlineData("DE", false, "eu_vat", "FR", 190)]
    [InlineData("DE", true, null, "FR", 190)]
    [InlineData("DE", true, "gb_vat", "FR", 190)]
    public void A_business_of_another_country_of_the_union_owes_the_tax_itself(
        string country,
        bool isBusiness,
        string? format,
        string? seller,
        long tax
    ) =>
        Assert.Equal(
            new TaxResult.Known(tax, TaxBehavior.Exclusive),
            Table.Calculate(
                Question(country, null, 1000) with
                {
                    Behavior = TaxBehaviorOption.Exclusive,
                    IsBusiness = isBusiness,
                    TaxId = format is null ? null : new TaxId("X", format),
                    SellerCountry = seller,
                }
            )
        );

    [Fact]
    public void Tax_within_a_price_and_tax_on_top_of_what_is_left_are_the_same_to_half_a_unit()
    {
        Property.Holds(
            from amount in Gen.Choose(0, int.MaxValue)
            from rate in Gen.Choose(0, 10_000)
            select (amount, rate),
            given =>
            {
                var table = new RateTable(new Dictionary<string, int> { ["DE"] = given.rate });
                var question = Question("DE", null, given.amount) with { Behavior = TaxBehaviorOption.Inclusive };
                var tax = ((TaxResult.Known)table.Calculate(question)).MinorUnits;
                // tax / amount is rate / (10000 + rate), to the nearest unit and halves up.
                var twice = 2 * ((Int128)tax * (10_000 + given.rate) - (Int128)given.amount * given.rate);
                return twice > -(10_000 + given.rate) && twice <= 10_000 + given.rate && tax <= given.amount;
            },
            runs: 1000
        );
    }

    [Theory]
    [InlineData("DE", 1900, true)]
    [InlineData("us-CA", 0, true)]
    [InlineData("DE", 10_001, false)]
    [InlineData("DE", -1, false)]
    [InlineData("D", 1, false)]
    [InlineData("XX", 1, false)]
    [InlineData("DEU", 1, false)]
    [InlineData("US-", 1, false)]
    public void A_table_that_makes_no_sense_is_refused(string place, int rate, bool isGood) =>
        Assert.Equal(isGood, RateTable.ProblemOf(new Dictionary<string, int> { [place] = rate }) is null);

    [Fact]
    public void Without_a_table_every_amount_bears_nothing() =>
        Assert.Equal(
            new TaxResult.Known(0, TaxBehavior.Inclusive),
            new NoTaxes().Calculate(Question("DE", null, 1000))
        );

    private static TaxQuestion Question(string country, string? state, long amount) =>
        new(
            amount,
            "usd",
            TaxBehaviorOption.Location,
            new PostalAddress { Country = country, State = state },
            TaxId: null,
            IsBusiness: false,
            SellerCountry: null
        );
}
