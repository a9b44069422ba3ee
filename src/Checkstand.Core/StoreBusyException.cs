namespace Checkstand.Core;

/// <summary>
/// The store's queue of writes is full, so it did not take this one; what the caller had stored before stays. It may try
/// again in a second.
/// </summary>
public sealed class StoreBusyException : Exception
{
    /// <summary>With a message that names the limit.</summary>
    public StoreBusyException(string message)
        : base(message) { }
}
