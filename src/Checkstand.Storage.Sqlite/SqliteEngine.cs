using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Checkstand.Storage.Sqlite;

/// <summary>
/// Chooses the SQLite library: the system's, where there is one, because the packages that can be had here bring an
/// engine of 2021. This file and Directory.Packages.props are all that a newer package pair would change
/// (docs/decisions/0003).
/// </summary>
public static class SqliteEngine
{
    /// <summary>The oldest engine that production runs on: 3.37 of 2021-11, with the fixes to WAL recovery before it.</summary>
    public static readonly Version ProductionMin = new(3, 37);

    // SQLITE_CONFIG_MEMSTATUS of sqlite3.h.
    private const int ConfigMemoryStatus = 9;

    private static readonly Lazy<Version> Loaded = new(Load);

    /// <summary>Version of the engine in use.</summary>
    public static Version Version => Loaded.Value;

    private static Version Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();

        // Statistics of memory, which nobody asks for, take a lock that all connections share for every allocation.
        raw.sqlite3_config(ConfigMemoryStatus, 0);
        return Version.Parse(raw.sqlite3_libversion().utf8_to_string());
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        // Zero lets the package's own library be found in the usual way.
        return name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var system) ? system : 0;
    }
}
