namespace Checkstand.Core.Buyers;

/// <summary>The verbs on buyers and their shipping details, one file each. This file holds what they share.</summary>
public sealed partial class BuyerRecords(IBuyerStore store, TimeProvider clock)
{
    // They are listed without pages, so one buyer's must fit into an answer.
    private const int ShippingDetailsMax = 100;
}
