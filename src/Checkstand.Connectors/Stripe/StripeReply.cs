namespace Checkstand.Connectors.Stripe;

/// <summary>What became of a request to Stripe. A closed set.</summary>
internal abstract record StripeReply
{
    private StripeReply() { }

    /// <summary>Whether the same request with the same key may be sent again at once.</summary>
    public bool MayRetry { get; init; }

    /// <summary>Whether this reply leaves open what Stripe did with the key.</summary>
    public abstract bool LeavesDoubt { get; }

    /// <summary>Stripe's id of the request, for its support; null when there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>An answer was read to its end.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Body">The body; absent when it is no JSON object.</param>
    public sealed record Answered(int Status, StripeObject Body) : StripeReply
    {
        /// <summary>Whether Stripe did what was asked.</summary>
        public bool IsSuccess => Status is >= 200 and <= 299;

        /// <summary>Another request with this key is under way, or an object is locked by another request.</summary>
        public override bool LeavesDoubt =>
            Status == StripeErrors.Conflict || StripeErrors.IsLockTimeout(Body.Object("error"));
    }

    /// <summary>Nothing of the body left this process.</summary>
    /// <param name="Why">For the log.</param>
    public sealed record NotSent(string Why) : StripeReply
    {
        public override bool LeavesDoubt => false;
    }

    /// <summary>The request may have arrived, and there is no answer that can be read.</summary>
    /// <param name="Why">For the log.</param>
    public sealed record Lost(string Why) : StripeReply
    {
        public override bool LeavesDoubt => true;
    }
}
