using Checkstand.Core.Payments.Providers;

namespace Checkstand.Server.Dev.Faults;

/// <summary>A connector with a kill switch around its calls: after a call the provider's books are written.</summary>
internal sealed class KillingConnector(IPaymentConnector inner, KillSwitch killSwitch) : IPaymentConnector
{
    public string DefinitionId => inner.DefinitionId;

    public bool ChecksCards => inner.ChecksCards;

    public Task<ProviderAnswer> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellation) =>
        AroundAsync(PaymentStep.SendAuthorize, () => inner.AuthorizeAsync(request, cancellation));

    public Task<ProviderAnswer> CaptureAsync(CaptureRequest request, CancellationToken cancellation) =>
        AroundAsync(PaymentStep.SendCapture, () => inner.CaptureAsync(request, cancellation));

    public Task<ProviderAnswer> VoidAsync(VoidRequest request, CancellationToken cancellation) =>
        AroundAsync(PaymentStep.SendVoid, () => inner.VoidAsync(request, cancellation));

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellation) =>
        AroundAsync(PaymentStep.SendRefund, () => inner.RefundAsync(request, cancellation));

    public Task<ProviderAnswer> FindAsync(FindRequest request, CancellationToken cancellation)
    {
        var step = KillSwitch.For(
            request.Kind,
            PaymentStep.FindAuthorize,
            PaymentStep.FindCapture,
            PaymentStep.FindVoid,
            PaymentStep.FindRefund
        );
        killSwitch.NoteLookUp(request.OperationId);
        return AroundAsync(step, () => inner.FindAsync(request, cancellation));
    }

    public IAsyncEnumerable<ProviderMovement> ListMovementsAsync(
        ProviderAccount service,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    ) => inner.ListMovementsAsync(service, from, until, cancellation);

    private async Task<ProviderAnswer> AroundAsync(PaymentStep step, Func<Task<ProviderAnswer>> call)
    {
        killSwitch.Before(step);
        var answer = await call();
        killSwitch.After(step);
        return answer;
    }
}
