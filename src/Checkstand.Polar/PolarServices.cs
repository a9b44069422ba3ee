using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;

namespace Checkstand.Polar;

/// <summary>The verbs of the core that this dialect's operations call.</summary>
public sealed record PolarServices(
    OrganizationDirectory Organizations,
    DiscountRecords Discounts,
    PolarOptions Options,
    TimeProvider Clock
);
