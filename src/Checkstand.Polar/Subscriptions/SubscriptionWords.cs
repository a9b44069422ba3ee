using System.Diagnostics;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Polar.Subscriptions;

/// <summary>The contract's words for subscriptions.</summary>
internal static class SubscriptionWords
{
    /// <summary>How a subscription may stand upstream; here it is one of three.</summary>
    public static readonly string[] Statuses =
    [
        "incomplete",
        "incomplete_expired",
        "trialing",
        "active",
        "past_due",
        "canceled",
        "unpaid",
        "paused",
    ];

    /// <summary>Why a customer leaves.</summary>
    public static readonly string[] CancellationReasons =
    [
        "customer_service",
        "low_quality",
        "missing_features",
        "switched_service",
        "too_complex",
        "too_expensive",
        "unused",
        "other",
    ];

    public static string Of(SubscriptionStatus status) =>
        status switch
        {
            SubscriptionStatus.Trialing => "trialing",
            SubscriptionStatus.Active => "active",
            SubscriptionStatus.Canceled => "canceled",
            _ => throw new UnreachableException($"No word is defined for {status}."),
        };

    /// <summary>The status of a word; null for one that no subscription has here.</summary>
    public static SubscriptionStatus? StatusOf(string word) =>
        Enum.GetValues<SubscriptionStatus>()
            .Cast<SubscriptionStatus?>()
            .FirstOrDefault(status => Of(status!.Value) == word);
}
