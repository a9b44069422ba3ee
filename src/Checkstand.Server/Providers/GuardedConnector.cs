using System.Runtime.CompilerServices;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Server.Providers;

/// <summary>
/// Stands around every connector: bounds the time of a call, takes whatever is thrown for an unknown outcome, because
/// the money may have moved by then, and logs what somebody should look at.
/// </summary>
internal sealed partial class GuardedConnector(IPaymentConnector inner, ILogger<GuardedConnector> logger)
    : IPaymentConnector
{
    // Longer than any connector's own limit, shorter than the minute after which an operation is looked up.
    private static readonly TimeSpan CallMax = TimeSpan.FromSeconds(45);

    public string DefinitionId => inner.DefinitionId;

    public bool ChecksCards => inner.ChecksCards;

    public Task<ProviderAnswer> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellation) =>
        GuardAsync(request.OperationId, token => inner.AuthorizeAsync(request, token), cancellation);

    public Task<ProviderAnswer> CaptureAsync(CaptureRequest request, CancellationToken cancellation) =>
        GuardAsync(request.OperationId, token => inner.CaptureAsync(request, token), cancellation);

    public Task<ProviderAnswer> VoidAsync(VoidRequest request, CancellationToken cancellation) =>
        GuardAsync(request.OperationId, token => inner.VoidAsync(request, token), cancellation);

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellation) =>
        GuardAsync(request.OperationId, token => inner.RefundAsync(request, token), cancellation);

    public Task<ProviderAnswer> FindAsync(FindRequest request, CancellationToken cancellation) =>
        GuardAsync(request.OperationId, token => inner.FindAsync(request, token), cancellation);

    public IAsyncEnumerable<ProviderMovement> ListMovementsAsync(
        ProviderAccount service,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    ) => inner.ListMovementsAsync(service, from, until, cancellation);

    private async Task<ProviderAnswer> GuardAsync(
        OperationId operation,
        Func<CancellationToken, Task<ProviderAnswer>> call,
        CancellationToken cancellation,
        [CallerMemberName] string verb = ""
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(CallMax);
        try
        {
            var answer = await call(limit.Token);
            if (answer is ProviderAnswer.Unknown unknown)
            {
                LogUnknown(verb, operation, DefinitionId, unknown.Why);
            }

            return answer;
        }
        // Whatever it is, the provider may have been reached: the outcome is unknown, and looked up later.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(verb, operation, DefinitionId, failure);
            return new ProviderAnswer.Unknown(failure.GetType().Name);
        }
    }

    [LoggerMessage(1411, LogLevel.Warning, "{Verb} of {Operation} at {Provider}: outcome unknown ({Why})")]
    private partial void LogUnknown(string verb, OperationId operation, string provider, string why);

    [LoggerMessage(1412, LogLevel.Error, "{Verb} of {Operation} at {Provider} failed; its outcome is unknown")]
    private partial void LogFailed(string verb, OperationId operation, string provider, Exception failure);
}
