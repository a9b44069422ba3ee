using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Sessions;

/// <summary>The verbs on checkout sessions, one file each. This file holds what they share.</summary>
public sealed partial class CheckoutSessions(
    ISessionStore store,
    IPaymentMethodStore methods,
    CardVault vault,
    SessionOptions options,
    TimeProvider clock
)
{
    private TimeSpan? LifeAfterFields =>
        options.LifeAfterFieldsSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
