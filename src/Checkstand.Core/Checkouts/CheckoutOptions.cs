namespace Checkstand.Core.Checkouts;

/// <summary>Settings of the checkout rules.</summary>
public sealed class CheckoutOptions
{
    /// <summary>How long a checkout can be paid, from its creation. Default 24 hours; 1 minute to 30 days.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What is wrong with the settings, in words; null when nothing is.</summary>
    public string? Problem =>
        Life < TimeSpan.FromMinutes(1) || Life > TimeSpan.FromDays(30)
            ? "Checkouts:Life must lie between 1 minute and 30 days."
            : null;
}
