using System.Collections.Concurrent;

namespace Checkstand.Server.Tests.Payments;

/// <summary>Requests that are sent at the same moment, and the sum of what came back.</summary>
internal sealed class Race(ApiClient api, Random random)
{
    public const int Runners = 64;

    // A hundred times over what the slowest runner needs; past it, somebody holds a payment open for ever.
    private const int TriesMax = 2000;

    private readonly ConcurrentDictionary<int, int> statuses = new();

    public ApiClient Api => api;

    /// <summary>Statuses of all runners so far, for the figures.</summary>
    public string Statuses =>
        string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} x {pair.Key}"));

    /// <summary>How many answers were 5xx, beside the runners too.</summary>
    public int Faults => statuses.Where(pair => pair.Key >= 500).Sum(pair => pair.Value);

    /// <summary>Sends 64 requests at once.</summary>
    /// <param name="run">The request of a runner.</param>
    /// <param name="beside">What is asked for in between, anywhere.</param>
    /// <returns>The runners' answers, by their numbers.</returns>
    public async Task<IReadOnlyList<Answer>> RunAsync(Func<int, Task<Answer>> run, params Func<Task<Answer>>[] beside)
    {
        var answers = new Answer[Runners];
        var starts = Enumerable
            .Range(0, Runners)
            .Select(i => (Func<Task>)(async () => answers[i] = await run(i)))
            .Concat(beside.Select(ask => (Func<Task>)(async () => Note(await ask()))))
            .ToArray();
        random.Shuffle(starts);
        await Task.WhenAll(starts.Select(start => Task.Run(start)));
        foreach (var answer in answers)
        {
            Note(answer);
        }

        return answers;
    }

    /// <summary>Asks again as long as somebody else's operation is in the way, until the session is paid.</summary>
    public static async Task<Answer> PersistAsync(Func<Task<Answer>> ask, int? triesMax = null)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await ask();
            var isForGood = answer.Status != 409 || answer.Body.Contains("was paid by", StringComparison.Ordinal);
            if (isForGood || tries == (triesMax ?? TriesMax))
            {
                return answer;
            }
        }
    }

    private void Note(Answer answer)
    {
        statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
        Assert.True(answer.Status < 500, $"{answer.Status}: {answer.Body}");
    }
}
