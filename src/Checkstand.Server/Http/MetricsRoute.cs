using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Checkstand.Server.Http;

/// <summary>
/// <c>GET /metrics</c>: this program's instruments and the runtime's in Prometheus' text format (version 0.0.4). All of
/// them are read when they are asked for. OpenTelemetry's Prometheus exporter would replace this file.
/// </summary>
internal static class MetricsRoute
{
    private const string RuntimeMeter = "System.Runtime";

    public static void MapMetrics(this IEndpointRouteBuilder routes, Meter meter) =>
        routes.MapGet(
            "/metrics",
            (RequestDelegate)(
                context =>
                {
                    context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
                    return context.Response.WriteAsync(Collect(meter));
                }
            )
        );

    private static string Collect(Meter meter)
    {
        var families = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.IsObservable && (instrument.Meter == meter || instrument.Meter.Name == RuntimeMeter))
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => Write(families, instrument, value, tags)
        );
        listener.SetMeasurementEventCallback<int>(
            (instrument, value, tags, _) => Write(families, instrument, value, tags)
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => Write(families, instrument, value, tags)
        );
        listener.Start();
        listener.RecordObservableInstruments();
        return string.Concat(families.Values);
    }

    private static void Write(
        SortedDictionary<string, StringBuilder> families,
        Instrument instrument,
        double value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags
    )
    {
        var name = Name(instrument.Name);
        if (!families.TryGetValue(name, out var lines))
        {
            families[name] = lines = new StringBuilder();
            var isCounter = instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal);
            lines.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n");
            lines.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(isCounter ? "counter" : "gauge")}\n");
        }

        lines.Append(name);
        for (var i = 0; i < tags.Length; i++)
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{(i == 0 ? '{' : ',')}{Name(tags[i].Key)}=\"{tags[i].Value}\""
            );
        }

        lines
            .Append(tags.Length > 0 ? "} " : " ")
            .Append(value.ToString("R", CultureInfo.InvariantCulture))
            .Append('\n');
    }

    private static string Name(string name) => name.Replace('.', '_');
}
