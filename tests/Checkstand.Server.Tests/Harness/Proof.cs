using System.Globalization;

namespace Checkstand.Server.Tests.Harness;

/// <summary>How long the proofs run: short ones in the suite, long ones when the environment asks for them.</summary>
internal static class Proof
{
    /// <summary><c>CHECKSTAND_PROOF_ROUNDS</c>, or what the suite runs.</summary>
    public static int Rounds(int inSuite) => Setting("CHECKSTAND_PROOF_ROUNDS") ?? inSuite;

    /// <summary><c>CHECKSTAND_PROOF_CARDS</c>, or what the suite uses.</summary>
    public static int Cards(int inSuite) => Setting("CHECKSTAND_PROOF_CARDS") ?? inSuite;

    /// <summary><c>CHECKSTAND_PROOF_SEED</c>, which repeats the load of a run, or another one each time.</summary>
    public static int Seed() => Setting("CHECKSTAND_PROOF_SEED") ?? Environment.TickCount & 0xFFFFFF;

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
