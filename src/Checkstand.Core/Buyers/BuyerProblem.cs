namespace Checkstand.Core.Buyers;

/// <summary>Why a verb on buyers refuses, in order of precedence.</summary>
public abstract record BuyerProblem
{
    private BuyerProblem() { }

    /// <summary>There is no such buyer, or shipping details, for this merchant account; a foreign one answers exactly so.</summary>
    public sealed record NotFound : BuyerProblem;

    /// <summary>Another buyer of the merchant account has this external identifier.</summary>
    /// <param name="By">That buyer.</param>
    public sealed record ExternalIdentifierTaken(Guid By) : BuyerProblem;

    /// <summary>The buyer has as many shipping details as it may have.</summary>
    /// <param name="Most">How many that is.</param>
    public sealed record TooManyShippingDetails(int Most) : BuyerProblem;
}
