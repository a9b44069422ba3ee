using Checkstand.Core.Discounts;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Checkouts;

public sealed partial record Checkout
{
    /// <summary>What it costs and asks for, worked out anew from what it says (contract polar sections 3.4 to 3.6).</summary>
    private Checkout Reckon(Product product, IReadOnlyList<Price> prices, Discount? discount, CheckoutFacts facts)
    {
        var amount = Pricing.AmountOf(prices, NamedMinorUnits, Seats);
        var off = discount is null ? 0 : Pricing.ReductionOf(discount.Reduction, amount, Currency);
        var trial = AllowTrial != false && product.IsRecurring ? Trial ?? product.Trial : null;
        var needs = PaymentNeeds.Of(product, prices, discount, amount, amount - off, trial is not null);
        var reckoned = this with { ActiveTrial = trial, TrialEndsAt = trial?.After(facts.Now), Needs = needs };
        if (!needs.IsFormRequired)
        {
            reckoned = reckoned.WithoutWhatOnlyPaymentsNeed();
        }

        return reckoned with
        {
            Amounts = reckoned.WithTax(new Amounts(amount, off, null, null), prices, facts),
        };
    }

    // Who pays nothing need not say how, nor as what.
    private Checkout WithoutWhatOnlyPaymentsNeed() =>
        this with
        {
            PaymentMethodType = null,
            Buyer = RequireBillingAddress ? Buyer : Buyer with { IsBusiness = false, TaxId = null, BillingName = null },
        };

    private Amounts WithTax(Amounts amounts, IReadOnlyList<Price> prices, CheckoutFacts facts)
    {
        if (!Needs.IsFormRequired)
        {
            return amounts with { Tax = 0 };
        }

        if (Buyer.BillingAddress is not { } address)
        {
            return amounts;
        }

        var question = new TaxQuestion(
            amounts.Amount - amounts.Discount,
            Currency,
            prices[0].TaxBehavior ?? facts.Organization.DefaultTaxBehavior,
            address,
            Buyer.TaxId,
            Buyer.IsBusiness,
            facts.Organization.Country
        );
        return facts.Taxes.Calculate(question) is TaxResult.Known known
            ? amounts with
            {
                Tax = known.MinorUnits,
                TaxBehavior = known.Behavior,
            }
            : amounts;
    }
}
