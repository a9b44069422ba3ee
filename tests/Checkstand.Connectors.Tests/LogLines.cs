using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Checkstand.Connectors.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> lines = new();

    public IReadOnlyCollection<(LogLevel Level, int Id, string Text)> All => lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
}
