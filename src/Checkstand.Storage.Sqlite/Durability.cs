namespace Checkstand.Storage.Sqlite;

/// <summary>What an acknowledged write survives.</summary>
public enum Durability
{
    /// <summary>A power cut: the log is on the disk before the answer (<c>synchronous=FULL</c>).</summary>
    PowerCut,

    /// <summary>The death of the process, not of the machine (<c>synchronous=NORMAL</c>): for books of play money.</summary>
    ProcessDeath,
}
