using System.Globalization;

namespace Checkstand.Server;

/// <summary>
/// The data directory, held by this process alone: a lock on a file in it, which the system drops when the process
/// ends, however it ends.
/// </summary>
internal sealed class DataDirectory : IDisposable
{
    private const string LockName = "checkstand.lock";
    private readonly FileStream held;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>Takes a directory that is there already; null when another process holds it.</summary>
    /// <exception cref="UsageException">It is not there: a slip of the pen must not make a new one.</exception>
    public static DataDirectory? TryHoldExisting(string path) =>
        Directory.Exists(path) ? TryHold(path) : throw new UsageException($"There is no data directory {path}.");

    /// <summary>Takes the directory, and makes it when it is new; null when another process holds it.</summary>
    public static DataDirectory? TryHold(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(full);
            }
            else
            {
                Directory.CreateDirectory(
                    full,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The data directory {path} can't be made: {unusable.Message}");
        }

        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var file = new FileStream(System.IO.Path.Combine(full, LockName), options);
            file.SetLength(0);
            file.Write(
                System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            );
            file.Flush();
            return new DataDirectory(full, file);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new UsageException($"The data directory {path} can't be written: {denied.Message}");
        }
        catch (IOException)
        {
            // The lock is taken. Any other I/O error would come back at once when the caller opens the database.
            return null;
        }
    }

    /// <summary>Takes the directory for a server.</summary>
    /// <exception cref="UsageException">Another process holds it.</exception>
    public static DataDirectory Hold(string path) =>
        TryHold(path)
        ?? throw new UsageException(
            $"The data directory {path} is in use by another checkstand process: stop that one, or give this one its own --data."
        );

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
