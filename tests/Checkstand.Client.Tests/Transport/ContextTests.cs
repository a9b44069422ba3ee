using System.Collections.Concurrent;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Transport;

/// <summary>
/// A window's thread, as WPF, WinForms and old ASP.NET have it: one thread runs what is posted to it. A caller that
/// blocks that thread waits forever for a call that wants to go on there.
/// </summary>
public sealed class ContextTests
{
    private const string OnePage = """{"items": [{"id": "1"}], "next_cursor": "b"}""";
    private const string LastPage = """{"items": [{"id": "2"}], "next_cursor": null}""";

    [Fact]
    public async Task A_call_that_is_blocked_on_completes_on_a_thread_with_a_context()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(503, "{}"),
            ScriptedStep.Answer(200, """{"id": "1"}""")
        );
        var client = server.Gr4vy(options =>
            options.Retries = new RetryOptions
            {
                InitialInterval = TimeSpan.FromMilliseconds(10),
                Jitter = TimeSpan.Zero,
            }
        );

        Task<Buyer>? call = null;
        var (isDone, posted) = Blocked(() => call = client.Buyers.GetAsync("1"));

        Assert.True(isDone);
        Assert.Equal("1", (await call!).Id);
        Assert.Equal(0, posted);
    }

    [Fact]
    public async Task A_list_that_is_blocked_on_completes_on_a_thread_with_a_context()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(200, OnePage),
            ScriptedStep.Answer(200, LastPage)
        );
        var client = server.Gr4vy();

        var (isDone, posted) = Blocked(async () =>
        {
            await foreach (var buyer in client.Buyers.ListAsync().ConfigureAwait(false))
            {
                Assert.NotNull(buyer.Id);
            }
        });

        Assert.True(isDone);
        Assert.Equal(0, posted);
    }

    /// <summary>Whether it completed while its thread was blocked, and how often it wanted that thread.</summary>
    private static (bool IsDone, int Posted) Blocked(Func<Task> call)
    {
        var context = new OneThread();
        var isDone = false;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            isDone = Task.WaitAny([call()], TimeSpan.FromSeconds(20)) == 0;
        });
        thread.Start();
        thread.Join();
        return (isDone, context.Posted.Count);
    }

    private sealed class OneThread : SynchronizationContext
    {
        public ConcurrentQueue<SendOrPostCallback> Posted { get; } = new();

        public override void Post(SendOrPostCallback d, object? state) => Posted.Enqueue(d);

        public override SynchronizationContext CreateCopy() => this;
    }
}
