namespace Checkstand.Testing;

/// <summary>A directory that is gone after the test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("checkstand-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
