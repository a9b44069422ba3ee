using FsCheck;
using FsCheck.Fluent;

namespace Checkstand.Client.Tests.Transport;

/// <summary>Pauses of any options, whatever they are.</summary>
public sealed class RetryPlanTests
{
    private static readonly Gen<(RetryOptions Options, int Repetitions, int ElapsedMs)> Inputs =
        from initial in Gen.Frequency((1, Gen.Constant(0)), (9, Gen.Choose(0, 100_000)))
        from most in Gen.Choose(0, 100_000)
        from tenths in Gen.Choose(10, 100)
        from jitter in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 5000))
        from limit in Gen.Choose(0, 1_000_000)
        from repetitions in Gen.Choose(0, 5000)
        from elapsed in Gen.Choose(0, 1_000_000)
        select (
            new RetryOptions
            {
                InitialInterval = TimeSpan.FromMilliseconds(initial),
                MaxInterval = TimeSpan.FromMilliseconds(most),
                Exponent = tenths / 10.0,
                Jitter = TimeSpan.FromMilliseconds(jitter),
                MaxElapsed = TimeSpan.FromMilliseconds(limit),
            },
            repetitions,
            elapsed
        );

    [Fact]
    public void A_pause_is_within_its_bounds_and_ends_before_the_limit() =>
        Property.Holds(
            Inputs,
            input =>
            {
                var (options, repetitions, elapsed) = input;
                var pause = Pause(options, repetitions, elapsed);
                return pause is null
                    || (
                        (pause >= options.InitialInterval || pause >= options.MaxInterval)
                        && pause <= options.MaxInterval + options.Jitter
                        && TimeSpan.FromMilliseconds(elapsed) + pause <= options.MaxElapsed
                    );
            },
            2000
        );

    [Fact]
    public void Without_jitter_pauses_never_shrink() =>
        Property.Holds(
            Inputs,
            input =>
            {
                var options = new RetryOptions
                {
                    InitialInterval = input.Options.InitialInterval,
                    MaxInterval = input.Options.MaxInterval,
                    Exponent = input.Options.Exponent,
                    Jitter = TimeSpan.Zero,
                };
                return Pause(options, input.Repetitions, 0) <= Pause(options, input.Repetitions + 1, 0);
            },
            1000
        );

    [Fact]
    public void Jitter_is_different_each_time()
    {
        var options = new RetryOptions { InitialInterval = TimeSpan.Zero, Jitter = TimeSpan.FromSeconds(1) };

        Assert.InRange(Enumerable.Range(0, 50).Select(_ => Pause(options, 0, 0)).Distinct().Count(), 30, 50);
    }

    [Fact]
    public void What_may_not_be_repeated_has_no_pause()
    {
        Assert.Null(new RetryPlan(new RetryOptions(), mayRepeat: false).PauseAfter(Lost, 0, TimeSpan.Zero));
        Assert.Null(new RetryPlan(RetryOptions.None, mayRepeat: true).PauseAfter(Lost, 0, TimeSpan.Zero));
    }

    private static ApiAttempt Lost { get; } = new() { Call = new CallName("GET /x"), IsConnectionLost = true };

    private static TimeSpan? Pause(RetryOptions options, int repetitions, int elapsedMs) =>
        new RetryPlan(options, mayRepeat: true).PauseAfter(Lost, repetitions, TimeSpan.FromMilliseconds(elapsedMs));
}
