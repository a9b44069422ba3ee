using Checkstand.Core.Buyers;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Gr4vy;

/// <summary>The verbs of the core that this dialect's operations call.</summary>
public sealed record Gr4vyServices(
    CheckoutSessions Sessions,
    CardPayments Payments,
    BuyerRecords Buyers,
    MerchantDirectory Merchants,
    StoredPaymentMethods PaymentMethods,
    PaymentServiceDirectory PaymentServices,
    PaymentServiceDefinitions Definitions,
    IdempotentRequests Idempotency,
    CardVault Vault,
    FieldsRateLimit FieldsRateLimit,
    TimeProvider Clock
);
