namespace Checkstand.Core.Subscriptions;

/// <summary>Why something can't be done with a subscription. A closed set, in the order in which they win.</summary>
public abstract record SubscriptionProblem
{
    private SubscriptionProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : SubscriptionProblem;

    /// <summary>It ended, or was cancelled already (AlreadyCanceledSubscription).</summary>
    public sealed record AlreadyCanceled : SubscriptionProblem;

    /// <summary>What was said breaks rules of subscriptions.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : SubscriptionProblem;
}
