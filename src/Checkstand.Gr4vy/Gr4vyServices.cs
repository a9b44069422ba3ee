using Checkstand.Core.Buyers;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Sessions;

namespace Checkstand.Gr4vy;

/// <summary>The verbs of the core that this dialect's operations call.</summary>
public sealed record Gr4vyServices(
    CheckoutSessions Sessions,
    BuyerRecords Buyers,
    PaymentServiceDirectory PaymentServices,
    PaymentServiceDefinitions Definitions,
    TimeProvider Clock
);
