using System.Diagnostics;

namespace Checkstand.Server.Tests.Harness;

/// <summary>Waits for the thing itself, with a limit.</summary>
internal static class Poll
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Asks until the answer is yes.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="TimeoutException">It did not come within the limit.</exception>
    public static async Task<TimeSpan> UntilAsync(string what, TimeSpan limit, Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds} s: {what}.");
            }

            await Task.Delay(Pause);
        }

        return watch.Elapsed;
    }

    public static Task<TimeSpan> UntilAsync(string what, TimeSpan limit, Func<bool> isSo) =>
        UntilAsync(what, limit, () => Task.FromResult(isSo()));
}
