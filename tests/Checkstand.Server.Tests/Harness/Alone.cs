namespace Checkstand.Server.Tests.Harness;

/// <summary>Tests that measure time, or load the machine so that others could not: they run with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
