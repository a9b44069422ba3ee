using System.Collections.Concurrent;

namespace Checkstand.Server.Tests.Durability;

/// <summary>Clients that open, change and delete sessions until the server is gone, and remember every answer.</summary>
internal sealed class Load
{
    private const int Clients = 8;
    private const int ChangesMax = 5;

    private static readonly string[] Numbers = ["4242424242424242", "5555555555554444", "378282246310005"];

    private readonly ConcurrentQueue<KnownSession> sessions = [];
    private readonly TaskCompletionSource firstAnswer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int answers;

    private Load(Uri address, string token, int seed)
    {
        Ended = Task.WhenAll(
            Enumerable.Range(0, Clients).Select(i => Task.Run(() => RunAsync(address, token, new Random(seed + i))))
        );
    }

    /// <summary>Completes when every client has seen the server go; fails when a client was answered wrongly.</summary>
    public Task Ended { get; }

    /// <summary>Completes when the server has answered for the first time.</summary>
    public Task Begun => firstAnswer.Task;

    /// <summary>Acknowledged changes.</summary>
    public int Answers => answers;

    public IReadOnlyCollection<KnownSession> Sessions => sessions;

    public static Load Start(Uri address, string token, int seed) => new(address, token, seed);

    private async Task RunAsync(Uri address, string token, Random random)
    {
        using var api = new ApiClient(address, token);
        try
        {
            while (true)
            {
                await LiveAsync(api, random);
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed, which is what this waits for.
        }
    }

    private async Task LiveAsync(ApiClient api, Random random)
    {
        var opened = (await api.CreateAsync(SessionState.Opened.Body)).As(201);
        var session = new KnownSession(opened["id"]!.GetValue<string>(), opened["expires_at"]!.GetValue<string>());
        sessions.Enqueue(session);
        Count();
        for (var left = random.Next(ChangesMax + 1); left > 0; left--)
        {
            await (random.Next(3) == 0 ? PutCardAsync(api, session, random) : UpdateAsync(api, session));
            Count();
        }

        if (random.Next(4) == 0)
        {
            await session.ChangeAsync(SessionState.Deleted, 204, () => api.DeleteAsync(session.Id));
            Count();
        }
    }

    private static Task UpdateAsync(ApiClient api, KnownSession session)
    {
        var next = session.Acknowledged with { Step = session.Acknowledged.Step + 1 };
        return session.ChangeAsync(next, 200, () => api.UpdateAsync(session.Id, next.Body));
    }

    private static Task PutCardAsync(ApiClient api, KnownSession session, Random random)
    {
        var number = Numbers[random.Next(Numbers.Length)];
        var next = session.Acknowledged with { LastFour = number[^4..] };
        return session.ChangeAsync(next, 204, () => api.PutCardAsync(session.Id, number));
    }

    private void Count()
    {
        Interlocked.Increment(ref answers);
        firstAnswer.TrySetResult();
    }
}
