using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Shapes;

// Ways to pay (section 6.7).
internal static partial class Enums
{
    public static readonly TextShape Method = Methods.Any;

    public static readonly TextShape Mode = Named(
        "Mode",
        ["card", "redirect", "applepay", "googlepay", "checkout-session", "click-to-pay", "gift-card", "bank", "paze"]
    );

    public static readonly TextShape PaymentMethodStatus = Named(
        "PaymentMethodStatus",
        ["processing", "buyer_approval_required", "succeeded", "failed", "paused"]
    );

    public static readonly TextShape NetworkTokenStatus = Named(
        "NetworkTokenStatus",
        ["active", "inactive", "suspended", "deleted"]
    );
}
