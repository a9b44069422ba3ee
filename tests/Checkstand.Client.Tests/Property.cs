using FsCheck;
using FsCheck.Fluent;

namespace Checkstand.Client.Tests;

/// <summary>Checks a claim over many generated inputs. A failure shows the smallest input and the seed that replays it.</summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> inputs, Func<T, bool> claim, int runs = 300) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(runs).WithQuietOnSuccess(true),
            Prop.ForAll(inputs.ToArbitrary(), claim)
        );
}
