using Checkstand.Core.Buyers;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Sessions;

namespace Checkstand.Gr4vy;

/// <summary>The verbs of the core that this dialect's operations call.</summary>
public sealed record Gr4vyServices(
    CheckoutSessions Sessions,
    BuyerRecords Buyers,
    MerchantDirectory Merchants,
    PaymentServiceDirectory PaymentServices,
    PaymentServiceDefinitions Definitions,
    TimeProvider Clock
);
