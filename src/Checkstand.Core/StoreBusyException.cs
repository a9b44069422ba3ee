namespace Checkstand.Core;

/// <summary>The store's queue of writes is full. Nothing was written; the caller may try again in a second.</summary>
public sealed class StoreBusyException : Exception
{
    /// <summary>With a message that names the limit.</summary>
    public StoreBusyException(string message)
        : base(message) { }
}
