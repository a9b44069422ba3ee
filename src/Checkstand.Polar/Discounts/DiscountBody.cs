using System.Text.Json;
using Checkstand.Core.Discounts;

namespace Checkstand.Polar.Discounts;

/// <summary>How a discount looks in answers.</summary>
internal static class DiscountBody
{
    /// <summary>As a checkout shows it (contract section 2.9, CheckoutDiscount*).</summary>
    public static void WriteOnCheckout(Utf8JsonWriter writer, Discount discount)
    {
        writer.WriteStartObject();
        WriteReduction(writer, discount);
        writer.WriteString("id"u8, discount.Id);
        writer.WriteString("name"u8, discount.Name);
        writer.WriteString("code"u8, discount.Code);
        writer.WriteEndObject();
    }

    /// <summary>How much and for how long, as all shapes of a discount have it.</summary>
    private static void WriteReduction(Utf8JsonWriter writer, Discount discount)
    {
        writer.WriteString("duration"u8, DurationWords.Of(discount.Duration));
        if (discount.Duration == DiscountDuration.Repeating)
        {
            writer.WriteNumber("duration_in_months"u8, discount.DurationInMonths!.Value);
        }

        switch (discount.Reduction)
        {
            case Reduction.Percentage percentage:
                writer.WriteString("type"u8, "percentage"u8);
                writer.WriteNumber("basis_points"u8, percentage.BasisPoints);
                break;
            case Reduction.Fixed reduction:
                writer.WriteString("type"u8, "fixed"u8);
                WriteAmounts(writer, reduction);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No form is defined for {discount.Reduction}.");
        }
    }

    // Older clients know one amount in one currency only: the dollar if there is one, because that is the default of
    // their own requests, and the first otherwise.
    private static void WriteAmounts(Utf8JsonWriter writer, Reduction.Fixed reduction)
    {
        var shown = reduction.Amounts.ContainsKey("usd") ? "usd" : reduction.Amounts.Keys.First();
        writer.WriteNumber("amount"u8, reduction.Amounts[shown]);
        writer.WriteString("currency"u8, shown);
        writer.WriteStartObject("amounts"u8);
        foreach (var (currency, amount) in reduction.Amounts)
        {
            writer.WriteNumber(currency, amount);
        }

        writer.WriteEndObject();
    }
}
