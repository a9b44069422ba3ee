using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A discount in a checkout: one of the kinds below, or <see cref="CheckoutDiscountUnknown"/>.</summary>
[JsonConverter(typeof(CheckoutDiscountConverter))]
public abstract class CheckoutDiscount : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The code that it can be had by; null for none.</summary>
    public string? Code { get; set; }

    /// <summary>How it is measured.</summary>
    public DiscountType Type { get; set; }

    /// <summary>For how many payments it counts.</summary>
    public DiscountDuration Duration { get; set; }

    /// <summary>For how many months, when it repeats.</summary>
    public int? DurationInMonths { get; set; }
}

/// <summary>A discount of an amount of money.</summary>
public sealed class CheckoutDiscountFixed : CheckoutDiscount
{
    /// <summary>What it takes off, in minor units, by currency.</summary>
    public AmountsByCurrency Amounts { get; set; } = new();

    /// <summary>What it takes off in <see cref="Currency"/>. Older than <see cref="Amounts"/>.</summary>
    public long? Amount { get; set; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    public string? Currency { get; set; }
}

/// <summary>A discount of a part of the price.</summary>
public sealed class CheckoutDiscountPercentage : CheckoutDiscount
{
    /// <summary>What it takes off in hundredths of a percent: 1 to 10 000.</summary>
    public int BasisPoints { get; set; }
}

/// <summary>A discount of a kind that this version of the client does not know. What it says is in <see cref="PolarObject.AdditionalProperties"/>.</summary>
public sealed class CheckoutDiscountUnknown : CheckoutDiscount { }
