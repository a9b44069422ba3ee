namespace Checkstand.Server;

/// <summary>Files that hold secrets: readable by their owner only from their first byte on, and never half written.</summary>
internal static class PrivateFile
{
    /// <summary>Replaces a file whole: after a crash it has its old content or its new one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var next = path + ".next";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(next, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
