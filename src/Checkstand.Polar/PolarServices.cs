using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Polar;

/// <summary>The verbs of the core that this dialect's operations call.</summary>
public sealed record PolarServices(
    OrganizationDirectory Organizations,
    DiscountRecords Discounts,
    CustomerRecords Customers,
    ProductCatalogue Products,
    Core.Products.Meters Meters,
    CustomFieldRecords CustomFields,
    PolarOptions Options,
    TimeProvider Clock
);
