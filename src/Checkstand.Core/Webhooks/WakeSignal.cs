using System.Threading.Channels;

namespace Checkstand.Core.Webhooks;

/// <summary>Wakes one who waits because there may be something to do. Raised many times before a wait, it wakes once.</summary>
public sealed class WakeSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Wakes whoever waits, or the next who will. Never waits.</summary>
    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Waits for <see cref="Raise"/>.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await raised.Reader.ReadAsync(cancellation);
}
