namespace Checkstand.Server.Tests.Harness;

/// <summary>Figures that a proof found, for whoever reads the run: <c>./test</c> shows these lines.</summary>
internal static class Figures
{
    public static void Report(string figure) => Console.WriteLine($"figure: {figure}");
}
