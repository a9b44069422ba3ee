using System.Globalization;
using System.Runtime.CompilerServices;

namespace Checkstand.Client.Polar;

internal static partial class ArgumentChecks
{
    private const int ProductNameLengthMin = 3;
    private const int ProductNameLengthMax = 64;
    private const int IntervalCountMax = 999;
    private const int BasisPointsMax = 10_000;
    private const int MonthsMax = 999;

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(ProductCreate request, [CallerArgumentExpression(nameof(request))] string parameter = "")
    {
        var argument = Argument.Of(request, parameter);
        argument.Needs(nameof(request.Name), request.Name);
        argument.Length(nameof(request.Name), request.Name, ProductNameLengthMin, ProductNameLengthMax);
        CheckPrices(argument, nameof(request.Prices), request.Prices);
        argument.Within(nameof(request.RecurringIntervalCount), request.RecurringIntervalCount, 1, IntervalCountMax);
        argument.Within(nameof(request.MeterIntervalCount), request.MeterIntervalCount, 1, IntervalCountMax);
        argument.Trial(
            nameof(request.TrialInterval),
            request.TrialInterval,
            nameof(request.TrialIntervalCount),
            request.TrialIntervalCount
        );
        argument.Data(nameof(request.Metadata), request.Metadata);
        CheckAttached(argument, nameof(request.AttachedCustomFields), request.AttachedCustomFields);
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        ProductUpdate productUpdate,
        [CallerArgumentExpression(nameof(productUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(productUpdate, parameter);
        argument.Length(
            nameof(productUpdate.Name),
            productUpdate.Name.ValueOr(null),
            ProductNameLengthMin,
            ProductNameLengthMax
        );
        foreach (var (index, price) in (productUpdate.Prices.ValueOr(null) ?? []).Numbered())
        {
            CheckPrice(argument, $"{nameof(productUpdate.Prices)}[{index}]", price);
        }

        argument.Within(
            nameof(productUpdate.RecurringIntervalCount),
            productUpdate.RecurringIntervalCount.ValueOr(null),
            1,
            IntervalCountMax
        );
        argument.Within(
            nameof(productUpdate.TrialIntervalCount),
            productUpdate.TrialIntervalCount.ValueOr(null),
            1,
            1000
        );
        argument.Data(nameof(productUpdate.Metadata), productUpdate.Metadata.ValueOr(null));
        CheckAttached(
            argument,
            nameof(productUpdate.AttachedCustomFields),
            productUpdate.AttachedCustomFields.ValueOr(null)
        );
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        ProductBenefitsUpdate productBenefitsUpdate,
        [CallerArgumentExpression(nameof(productBenefitsUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(productBenefitsUpdate, parameter);
        if (productBenefitsUpdate.Benefits is null)
        {
            argument.Refuse(nameof(productBenefitsUpdate.Benefits), "It is required; none is an empty list.");
        }
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(DiscountCreate request, [CallerArgumentExpression(nameof(request))] string parameter = "")
    {
        var argument = Argument.Of(request, parameter);
        argument.Needs(nameof(request.Name), request.Name);
        argument.NeedsWord(nameof(request.Duration), request.Duration);
        argument.Within(nameof(request.DurationInMonths), request.DurationInMonths, 1, MonthsMax);
        if (request.Duration == DiscountDuration.Repeating && request.DurationInMonths is null)
        {
            argument.Refuse(nameof(request.DurationInMonths), "It is required for a discount that repeats.");
        }

        argument.Least(nameof(request.MaxRedemptions), request.MaxRedemptions, 1);
        argument.Least(nameof(request.MaxRedemptionsPerCustomer), request.MaxRedemptionsPerCustomer, 1);
        argument.Data(nameof(request.Metadata), request.Metadata);
        if (request.EndsAt <= request.StartsAt)
        {
            argument.Refuse(nameof(request.EndsAt), "It ends before it starts.");
        }

        switch (request)
        {
            case DiscountFixedCreate { Amount: null, Amounts: null or { Count: 0 } }:
                argument.Refuse(nameof(DiscountFixedCreate.Amounts), "At least one is required.");
                break;
            case DiscountFixedCreate money:
                argument.Least(nameof(money.Amount), money.Amount, 0);
                CheckAmounts(argument, nameof(money.Amounts), money.Amounts);
                break;
            case DiscountPercentageCreate part:
                argument.Within<int>(nameof(part.BasisPoints), part.BasisPoints, 1, BasisPointsMax);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{request.GetType().Name} is no known discount.");
        }
    }

    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public static void Check(
        DiscountUpdate discountUpdate,
        [CallerArgumentExpression(nameof(discountUpdate))] string parameter = ""
    )
    {
        var argument = Argument.Of(discountUpdate, parameter);
        argument.Least(nameof(discountUpdate.Amount), discountUpdate.Amount.ValueOr(null), 0);
        CheckAmounts(argument, nameof(discountUpdate.Amounts), discountUpdate.Amounts.ValueOr(null));
        argument.Within(
            nameof(discountUpdate.BasisPoints),
            discountUpdate.BasisPoints.ValueOr(null),
            1,
            BasisPointsMax
        );
        argument.Within(
            nameof(discountUpdate.DurationInMonths),
            discountUpdate.DurationInMonths.ValueOr(null),
            1,
            MonthsMax
        );
        argument.Least(nameof(discountUpdate.MaxRedemptions), discountUpdate.MaxRedemptions.ValueOr(null), 1);
        argument.Least(
            nameof(discountUpdate.MaxRedemptionsPerCustomer),
            discountUpdate.MaxRedemptionsPerCustomer.ValueOr(null),
            1
        );
        argument.Data(nameof(discountUpdate.Metadata), discountUpdate.Metadata.ValueOr(null));
    }

    private static void CheckAmounts(Argument argument, string member, AmountsByCurrency? amounts)
    {
        foreach (var (currency, amount) in amounts ?? [])
        {
            argument.Least<long>($"{member}[\"{currency}\"]", amount, 0);
        }
    }

    private static void CheckAttached(Argument argument, string member, List<AttachedCustomFieldCreate>? fields)
    {
        foreach (var (index, field) in (fields ?? []).Numbered())
        {
            argument.Needs($"{member}[{index}].{nameof(field.CustomFieldId)}", field?.CustomFieldId);
        }
    }

    private static void CheckPrices(Argument argument, string member, List<ProductPriceCreate>? prices)
    {
        argument.NeedsSome(member, prices);
        foreach (var (index, price) in prices!.Numbered())
        {
            CheckPrice(argument, $"{member}[{index}]", price);
        }
    }

    private static void CheckPrice(Argument argument, string member, ProductPriceUpdate? price)
    {
        switch (price)
        {
            case null:
                argument.Refuse(member, "None may be null.");
                break;
            case ExistingProductPrice existing:
                argument.Needs($"{member}.{nameof(existing.Id)}", existing.Id);
                break;
            case ProductPriceFixedCreate money:
                argument.Least<long>($"{member}.{nameof(money.PriceAmount)}", money.PriceAmount, 0);
                break;
            case ProductPriceCustomCreate custom:
                CheckCustom(argument, member, custom);
                break;
            case ProductPriceSeatBasedCreate seats:
                CheckTiers(argument, $"{member}.{nameof(seats.SeatTiers)}", seats.SeatTiers);
                break;
            case ProductPriceMeteredUnitCreate metered:
                CheckMetered(argument, member, metered);
                break;
            case ProductPriceFreeCreate:
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{price.GetType().Name} is no known price.");
        }
    }

    private static void CheckCustom(Argument argument, string member, ProductPriceCustomCreate price)
    {
        argument.Least($"{member}.{nameof(price.MinimumAmount)}", price.MinimumAmount, 0);
        argument.Least($"{member}.{nameof(price.MaximumAmount)}", price.MaximumAmount, 1);
        argument.Least($"{member}.{nameof(price.PresetAmount)}", price.PresetAmount, 0);
        argument.Ordered($"{member}.{nameof(price.MaximumAmount)}", price.MinimumAmount, price.MaximumAmount);
        argument.Ordered($"{member}.{nameof(price.PresetAmount)}", price.MinimumAmount, price.PresetAmount);
        if (price.PresetAmount > price.MaximumAmount)
        {
            argument.Refuse($"{member}.{nameof(price.PresetAmount)}", "It is more than the most.");
        }
    }

    private static void CheckTiers(Argument argument, string member, ProductPriceSeatTiersCreate? tiers)
    {
        argument.NeedsSome($"{member}.{nameof(tiers.Tiers)}", tiers?.Tiers);
        foreach (var (index, tier) in tiers!.Tiers.Numbered())
        {
            var name = $"{member}.{nameof(tiers.Tiers)}[{index}]";
            argument.Least<int>($"{name}.{nameof(tier.MinSeats)}", tier.MinSeats, 1);
            argument.Ordered($"{name}.{nameof(tier.MaxSeats)}", tier.MinSeats, tier.MaxSeats);
            argument.Least<long>($"{name}.{nameof(tier.PricePerSeat)}", tier.PricePerSeat, 0);
        }
    }

    private static void CheckMetered(Argument argument, string member, ProductPriceMeteredUnitCreate price)
    {
        argument.Needs($"{member}.{nameof(price.MeterId)}", price.MeterId);
        if (
            !decimal.TryParse(
                price.UnitAmount,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
            || amount <= 0
        )
        {
            argument.Refuse($"{member}.{nameof(price.UnitAmount)}", "It must be a decimal number above 0.");
        }

        argument.Least($"{member}.{nameof(price.CapAmount)}", price.CapAmount, 0);
    }
}
