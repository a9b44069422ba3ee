namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>Puts a stored payment method on a session.</summary>
    /// <remarks>Payment methods can't be stored yet, so every one is unknown; a session that is gone is said first.</remarks>
    /// <returns>NotFound, Expired or PaymentMethodUnknown.</returns>
    public async Task<SessionProblem> AttachStoredMethodAsync(SessionId id, CancellationToken cancellation)
    {
        var found = await GetAsync(id, cancellation);
        return found.TryGet(out _, out var refused) ? new SessionProblem.PaymentMethodUnknown() : refused;
    }
}
