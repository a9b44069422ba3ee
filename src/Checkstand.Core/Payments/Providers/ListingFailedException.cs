namespace Checkstand.Core.Payments.Providers;

/// <summary>
/// A provider's ledger could not be listed to its end. Thrown by <see cref="IPaymentConnector.ListMovementsAsync"/>, because a list that stops
/// early looks like a ledger in which money is missing.
/// </summary>
public sealed class ListingFailedException : Exception
{
    /// <summary>A listing that failed for the reason given; it holds no secrets and no card data.</summary>
    public ListingFailedException(string message)
        : base(message) { }
}
