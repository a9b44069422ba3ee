using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Checkstand.Server.Logs;

/// <summary>
/// Writes log lines: text in the sandbox, one JSON object a line in production. The last thing it does is to mask
/// whatever looks like a card number or a secret of a checkout. Card data are types that print nothing, and no path is
/// logged, so this net should stay empty; it is here for URLs, exceptions and log levels that somebody turns up one day.
/// </summary>
internal sealed class MaskedConsoleFormatter(bool json, TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "checkstand";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var line = json ? Json(logEntry, message) : Text(logEntry, message);
        textWriter.WriteLine(SecretMask.Apply(CardNumberMask.Apply(line)));
    }

    private string Text<TState>(in LogEntry<TState> entry, string message)
    {
        var level = entry.LogLevel.ToString().ToLowerInvariant();
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss.fff} {level}: {message}"
        );
        return entry.Exception is { } exception ? $"{line}{Environment.NewLine}{exception}" : line;
    }

    private string Json<TState>(in LogEntry<TState> entry, string message)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("time", clock.GetUtcNow());
            writer.WriteString("level", entry.LogLevel.ToString().ToLowerInvariant());
            writer.WriteString("category", entry.Category);
            writer.WriteNumber("event_id", entry.EventId.Id);
            writer.WriteString("message", message);
            if (entry.Exception is { } exception)
            {
                writer.WriteString("exception", exception.ToString());
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
