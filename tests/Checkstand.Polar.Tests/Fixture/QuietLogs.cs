namespace Checkstand.Polar.Tests.Fixture;

/// <summary>Hundreds of refused tokens would bury the report of the tests, so servers of tests log errors only.</summary>
internal static class QuietLogs
{
    private const string Name = "Logging__LogLevel__Default";

    public static void Set()
    {
        if (Environment.GetEnvironmentVariable(Name) is null)
        {
            Environment.SetEnvironmentVariable(Name, "Error");
        }
    }
}
