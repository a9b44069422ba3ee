using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Discounts;
using Checkstand.Polar.Products;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

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

    /// <summary>As orders and subscriptions show it (contract section 2.9, Discount*DurationBase), or null.</summary>
    public static void WriteOrNull(Utf8JsonWriter writer, RedeemedDiscount? redeemed)
    {
        if (redeemed is not var (discount, redemptions))
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        WriteBase(writer, discount, redemptions);
        writer.WriteEndObject();
    }

    /// <summary>As its own operations answer it, with its products (Discount*Duration).</summary>
    public static void Write(Utf8JsonWriter writer, DiscountParts parts)
    {
        writer.WriteStartObject();
        WriteBase(writer, parts.Discount, parts.Redemptions);
        writer.WriteStartArray("products"u8);
        foreach (var product in parts.Products)
        {
            writer.WriteStartObject();
            ProductBody.WriteFacts(writer, product);
            writer.WriteObject("metadata", product.Metadata);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Answers with a discount, or with why there is none.</summary>
    public static Task AnswerAsync(
        Call call,
        Result<DiscountParts, DiscountProblem> result,
        int status = StatusCodes.Status200OK
    ) =>
        result.TryGet(out var parts, out var problem)
            ? call.AnswerAsync(parts, Write, status)
            : PolarErrors.WriteAsync(call.Http, problem);

    private static void WriteBase(Utf8JsonWriter writer, Discount discount, int redemptions)
    {
        WriteReduction(writer, discount);
        writer.WriteInstant("created_at", discount.CreatedAt);
        writer.WriteInstant("modified_at", discount.ModifiedAt);
        writer.WriteString("id"u8, discount.Id);
        writer.WriteObject("metadata", discount.Metadata);
        writer.WriteString("name"u8, discount.Name);
        writer.WriteString("code"u8, discount.Code);
        writer.WriteInstant("starts_at", discount.StartsAt);
        writer.WriteInstant("ends_at", discount.EndsAt);
        writer.WriteNumberOrNull("max_redemptions", discount.RedemptionsMax);
        writer.WriteNumberOrNull("max_redemptions_per_customer", discount.RedemptionsMaxPerCustomer);
        writer.WriteNumber("redemptions_count"u8, redemptions);
        writer.WriteString("organization_id"u8, discount.OrganizationId.Value);
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
