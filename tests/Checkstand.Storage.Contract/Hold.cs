using Checkstand.Core.Sessions;

namespace Checkstand.Storage.Contract;

/// <summary>A change of a session that stays inside its decision until it is released; then it adds one to the amount.</summary>
public sealed class Hold : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim gate = new();

    public Hold(ISessionStore store, SessionId id) =>
        Change = Task.Run(() =>
            store.ChangeAsync(
                id,
                session =>
                {
                    entered.TrySetResult();
                    gate.Wait(Patience);
                    return new SessionChange.Save(session.WithAmount((session.Content.AmountMinorUnits ?? 0) + 1));
                },
                CancellationToken.None
            )
        );

    /// <summary>The change itself.</summary>
    public Task<SessionProblem?> Change { get; }

    /// <summary>Completes once the store is inside the decision.</summary>
    public Task EnteredAsync() => entered.Task.WaitAsync(Patience);

    public void Release() => gate.Set();

    public void Dispose()
    {
        gate.Set();
        // The decision may still be on its way past the gate.
        Change.Wait(Patience);
        gate.Dispose();
    }
}
