using System.Collections.Concurrent;
using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Server.Dev.Faults;

/// <summary>
/// Ends the process by SIGKILL when payments reach a step for the given time: no finally block, no flush, nothing that a
/// crash would not do either.
/// </summary>
internal sealed class KillSwitch(FaultPoint point, int times)
{
    // Operations whose next answer comes from a look-up; each leaves when that answer is stored.
    private readonly ConcurrentDictionary<OperationId, byte> lookedUp = new();
    private int reached;

    /// <summary>A switch for a setting that was validated.</summary>
    public static KillSwitch Of(string setting) =>
        FaultPoint.TryParse(setting, out var point, out var times)
            ? new KillSwitch(point, times)
            : throw new UnreachableException("The setting was validated before.");

    public void Before(PaymentStep step) => Pass(new FaultPoint(step, IsBefore: true));

    public void After(PaymentStep step) => Pass(new FaultPoint(step, IsBefore: false));

    /// <summary>Notes that an operation is being looked up, so that what is stored next is known to come from there.</summary>
    public void NoteLookUp(OperationId operation) => lookedUp[operation] = 0;

    public bool IsLookedUp(OperationId operation) => lookedUp.ContainsKey(operation);

    public void ForgetLookUp(OperationId operation) => lookedUp.TryRemove(operation, out _);

    /// <summary>One of four steps that differ by the kind of operation.</summary>
    public static PaymentStep For(
        OperationKind kind,
        PaymentStep authorize,
        PaymentStep capture,
        PaymentStep release,
        PaymentStep refund
    ) =>
        kind switch
        {
            OperationKind.Authorize => authorize,
            OperationKind.Capture => capture,
            OperationKind.Void => release,
            OperationKind.Refund => refund,
            _ => throw new UnreachableException($"No step is defined for {kind}."),
        };

    private void Pass(FaultPoint passed)
    {
        if (passed != point || Interlocked.Increment(ref reached) != times)
        {
            return;
        }

        // Written without a buffer, so it is out before the end; the proofs look for it.
        Console.Error.WriteLine($"checkstand: killed at {point.Name}, as Checkstand:Dev:KillAt asks.");
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // The signal ends a process before the call returns, unless it is the first of its container.
        throw new UnreachableException("A process with id 1 can't kill itself: start the container with an init.");
    }
}
