using System.Collections.Concurrent;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Tests.Payments;

/// <summary>A provider that says what the test wants, and remembers what it was asked for.</summary>
internal sealed class FakeConnector(string definitionId) : IPaymentConnector
{
    public string DefinitionId => definitionId;

    /// <summary>Every call in its order: the verb, the operation and the whole request.</summary>
    public ConcurrentQueue<(string Verb, OperationId Operation, object Request)> Calls { get; } = new();

    public Func<AuthorizeRequest, Task<ProviderAnswer>> Authorize { get; set; } = _ => Task.FromResult(Paying.Approved);

    public Func<CaptureRequest, Task<ProviderAnswer>> Capture { get; set; } = _ => Task.FromResult(Paying.Approved);

    public Func<VoidRequest, Task<ProviderAnswer>> Void { get; set; } = _ => Task.FromResult(Paying.Approved);

    public Func<RefundRequest, Task<ProviderAnswer>> Refund { get; set; } = _ => Task.FromResult(Paying.Approved);

    public Func<FindRequest, Task<ProviderAnswer>> Find { get; set; } = _ => Task.FromResult(Paying.Unknown);

    public IEnumerable<string> Verbs => Calls.Select(call => call.Verb);

    public T Last<T>() => Calls.Select(call => call.Request).OfType<T>().Last();

    /// <summary>How often a verb was called.</summary>
    public int Count(string verb) => Verbs.Count(called => called == verb);

    public Task<ProviderAnswer> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellation) =>
        Note("authorize", request.OperationId, request, Authorize, cancellation);

    public Task<ProviderAnswer> CaptureAsync(CaptureRequest request, CancellationToken cancellation) =>
        Note("capture", request.OperationId, request, Capture, cancellation);

    public Task<ProviderAnswer> VoidAsync(VoidRequest request, CancellationToken cancellation) =>
        Note("void", request.OperationId, request, Void, cancellation);

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellation) =>
        Note("refund", request.OperationId, request, Refund, cancellation);

    public Task<ProviderAnswer> FindAsync(FindRequest request, CancellationToken cancellation) =>
        Note("find", request.OperationId, request, Find, cancellation);

    public IAsyncEnumerable<ProviderMovement> ListMovementsAsync(
        ProviderAccount service,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    ) => AsyncEnumerable.Empty<ProviderMovement>();

    private Task<ProviderAnswer> Note<T>(
        string verb,
        OperationId operation,
        T request,
        Func<T, Task<ProviderAnswer>> answer,
        CancellationToken cancellation
    )
        where T : notnull
    {
        // A client that goes away must not leave money in doubt.
        if (cancellation.CanBeCanceled)
        {
            throw new InvalidOperationException(
                "A call to a provider must not depend on whether anybody waits for it."
            );
        }

        Calls.Enqueue((verb, operation, request));
        return answer(request);
    }
}
