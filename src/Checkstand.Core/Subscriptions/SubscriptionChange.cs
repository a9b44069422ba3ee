using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Subscriptions;

/// <summary>A new state of a subscription and what it means to others.</summary>
/// <param name="Subscription">The state.</param>
/// <param name="Events">What happened, in order: to the subscription, or to its customer.</param>
public sealed record SubscriptionChange(Subscription Subscription, IReadOnlyList<EventType> Events);
