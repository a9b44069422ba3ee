namespace Checkstand.Core.Payments.Providers;

/// <summary>What a provider says about an operation. A closed set: every caller handles every case.</summary>
public abstract record ProviderAnswer
{
    private ProviderAnswer() { }

    /// <summary>The provider's own id of the payment (for an authorization) or of the operation; null when it gave none.</summary>
    public string? Reference { get; init; }

    /// <summary>The provider's or issuer's response code as received, at most 50 characters; null when there is none.</summary>
    public string? RawCode { get; init; }

    /// <summary>The provider's words as received, at most 200 characters, never card data; null when there are none.</summary>
    public string? RawDescription { get; init; }

    /// <summary>It is done: the money is reserved, captured, released or given back.</summary>
    public sealed record Approved : ProviderAnswer
    {
        /// <summary>What the issuer found about the address; null when it was not checked.</summary>
        public AvsResult? Avs { get; init; }

        /// <summary>What the issuer found about the security code; null when it was not checked.</summary>
        public CvvResult? Cvv { get; init; }

        /// <summary>The scheme's id of the transaction, for later merchant-initiated payments.</summary>
        public string? SchemeTransactionId { get; init; }
    }

    /// <summary>It was refused, by the issuer or by the provider's rules. Nothing moved.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="MayTryElsewhere">
    /// Whether another provider may be asked for the same payment. False for what every provider would refuse and what
    /// schemes forbid to retry (stolen card, suspected fraud).
    /// </param>
    public sealed record Declined(PaymentErrorCode Error, bool MayTryElsewhere) : ProviderAnswer
    {
        /// <summary>As for an approval.</summary>
        public AvsResult? Avs { get; init; }

        /// <summary>As for an approval.</summary>
        public CvvResult? Cvv { get; init; }
    }

    /// <summary>The provider failed or is sure that it did nothing. Nothing moved, and another provider may be asked.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Failed(PaymentErrorCode Error) : ProviderAnswer;

    /// <summary>The buyer must pass a challenge first (3-D Secure).</summary>
    /// <param name="ApprovalUrl">The page to send the buyer to: absolute, or a path on this server.</param>
    public sealed record NeedsAction(string ApprovalUrl) : ProviderAnswer;

    /// <summary>Accepted; the outcome follows by notification.</summary>
    public sealed record Pending : ProviderAnswer;

    /// <summary>No answer, or none that can be understood: the money may have moved. Ask again, never charge again.</summary>
    /// <param name="Why">For the log; no card data.</param>
    public sealed record Unknown(string Why) : ProviderAnswer;
}

/// <summary>What an issuer found about the billing address (AVS).</summary>
public enum AvsResult
{
    /// <summary>Address and postal code match.</summary>
    Match,

    /// <summary>Neither matches.</summary>
    NoMatch,

    /// <summary>The address matches, the postal code does not.</summary>
    AddressOnly,

    /// <summary>The postal code matches, the address does not.</summary>
    PostalCodeOnly,

    /// <summary>The issuer does not check or could not.</summary>
    Unavailable,
}

/// <summary>What an issuer found about the security code.</summary>
public enum CvvResult
{
    /// <summary>It matches.</summary>
    Match,

    /// <summary>It does not match.</summary>
    NoMatch,

    /// <summary>None was sent, or it could not be read.</summary>
    NotProvided,

    /// <summary>The issuer does not check or could not.</summary>
    Unavailable,
}
