using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Checkstand.Server.Http;

/// <summary>
/// Counts requests by status and by duration. Plain counters that are read when somebody asks: a listener on every
/// request would cost more than the request.
/// </summary>
internal sealed class RequestMetrics
{
    // Upper bounds of the buckets. A read takes under a millisecond, a durable write a few, a fresh token two.
    private static readonly double[] BoundsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

    private readonly long[] byStatus = new long[600];
    private readonly long[] byDuration = new long[BoundsSeconds.Length + 1];
    private long totalTicks;

    public RequestMetrics(Meter meter)
    {
        meter.CreateObservableCounter("checkstand_requests_total", Statuses, description: "Answers by status.");
        meter.CreateObservableCounter(
            "checkstand_request_duration_seconds_bucket",
            Buckets,
            description: "Requests that took up to so many seconds."
        );
        meter.CreateObservableCounter(
            "checkstand_request_duration_seconds_sum",
            () => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref totalTicks)).TotalSeconds,
            description: "Seconds that all requests took together."
        );
        meter.CreateObservableCounter(
            "checkstand_request_duration_seconds_count",
            () => byDuration.Sum(),
            description: "Requests."
        );
    }

    /// <summary>Counts one answer.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="startedAt">When its request came, as <see cref="Stopwatch.GetTimestamp"/> said.</param>
    public void Count(int status, long startedAt)
    {
        var ticks = Stopwatch.GetTimestamp() - startedAt;
        var seconds = ticks / (double)Stopwatch.Frequency;
        var bucket = 0;
        while (bucket < BoundsSeconds.Length && seconds > BoundsSeconds[bucket])
        {
            bucket++;
        }

        Interlocked.Increment(ref byStatus[Math.Clamp(status, 0, byStatus.Length - 1)]);
        Interlocked.Increment(ref byDuration[bucket]);
        Interlocked.Add(ref totalTicks, ticks);
    }

    private IEnumerable<Measurement<long>> Statuses()
    {
        for (var status = 0; status < byStatus.Length; status++)
        {
            if (byStatus[status] > 0)
            {
                yield return new Measurement<long>(
                    byStatus[status],
                    Tag("status", status.ToString(CultureInfo.InvariantCulture))
                );
            }
        }
    }

    private IEnumerable<Measurement<long>> Buckets()
    {
        long upTo = 0;
        for (var i = 0; i < byDuration.Length; i++)
        {
            upTo += byDuration[i];
            var bound = i < BoundsSeconds.Length ? BoundsSeconds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            yield return new Measurement<long>(upTo, Tag("le", bound));
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
