namespace Checkstand.Gr4vy;

/// <summary>The UUIDs of a path, by the names of its parameters.</summary>
internal readonly record struct PathIds(IReadOnlyList<string> Names, Guid[] Values)
{
    public static readonly PathIds None = new([], []);

    /// <summary>The id of a parameter.</summary>
    /// <exception cref="KeyNotFoundException">The operation's path has no such parameter.</exception>
    public Guid this[string name]
    {
        get
        {
            for (var i = 0; i < Names.Count; i++)
            {
                if (Names[i] == name)
                {
                    return Values[i];
                }
            }

            throw new KeyNotFoundException($"The path has no parameter '{name}'.");
        }
    }
}
