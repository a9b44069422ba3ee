using System.Diagnostics.CodeAnalysis;

namespace Checkstand.Core;

/// <summary>A value, or the problem that prevented it. Business refusals travel in here; bugs are exceptions.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <typeparam name="TProblem">The closed set of refusals of the verb that answers.</typeparam>
public readonly struct Result<T, TProblem>
    where T : notnull
    where TProblem : class
{
    private readonly T? value;
    private readonly TProblem? problem;

    private Result(T? value, TProblem? problem)
    {
        this.value = value;
        this.problem = problem;
    }

    /// <summary>Splits the two cases; exactly one of the outputs is set.</summary>
    /// <returns>True when there is a value.</returns>
    public bool TryGet([NotNullWhen(true)] out T? found, [NotNullWhen(false)] out TProblem? refused)
    {
        found = value;
        refused = problem;
        return problem is null;
    }

    /// <summary>A result that holds <paramref name="value"/>.</summary>
    public static implicit operator Result<T, TProblem>(T value) => new(value, null);

    /// <summary>A result that holds the refusal.</summary>
    public static implicit operator Result<T, TProblem>(TProblem problem) => new(default, problem);
}
