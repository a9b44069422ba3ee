using System.Collections;
using System.Runtime.CompilerServices;

namespace Checkstand.Client.Polar;

/// <summary>
/// What a list is narrowed by: nothing, one value, or several of which any may fit. <c>organizationId: id</c> and
/// <c>status: [CheckoutStatus.Open, CheckoutStatus.Expired]</c> are both written without ceremony.
/// </summary>
/// <typeparam name="T">What is looked for.</typeparam>
[CollectionBuilder(typeof(OneOrMany), nameof(OneOrMany.Create))]
public readonly struct OneOrMany<T> : IEnumerable<T>, IEquatable<OneOrMany<T>>
{
    private readonly T[]? values;

    internal OneOrMany(T[] values) => this.values = values;

    /// <summary>How many there are; 0 does not narrow the list.</summary>
    public int Count => values?.Length ?? 0;

    /// <summary>One value; null for none.</summary>
    /// <param name="value">What is looked for.</param>
    public static implicit operator OneOrMany<T>(T? value) => value is null ? default : new OneOrMany<T>([value]);

    /// <summary>Several values; null for none.</summary>
    /// <param name="values">What is looked for.</param>
    public static implicit operator OneOrMany<T>(T[]? values) =>
        values is null ? default : new OneOrMany<T>([.. values]);

    /// <summary>Several values; null for none.</summary>
    /// <param name="values">What is looked for.</param>
    public static implicit operator OneOrMany<T>(List<T>? values) =>
        values is null ? default : new OneOrMany<T>([.. values]);

    /// <summary>Whether both have the same values in the same order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(OneOrMany<T> left, OneOrMany<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(OneOrMany<T> left, OneOrMany<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(values ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(OneOrMany<T> other) => this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OneOrMany<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in this)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}

/// <summary>Makes <see cref="OneOrMany{T}"/> of what stands in brackets.</summary>
public static class OneOrMany
{
    /// <summary>Several values, or none.</summary>
    /// <typeparam name="T">What is looked for.</typeparam>
    /// <param name="values">The values.</param>
    public static OneOrMany<T> Create<T>(ReadOnlySpan<T> values) => new(values.ToArray());
}
