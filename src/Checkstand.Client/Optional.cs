namespace Checkstand.Client;

/// <summary>
/// A member of an update that may be absent, null or a value. An update changes only what it names, so leaving a member
/// out and setting it to null are different requests: <c>default</c> is left out, anything assigned is sent.
/// </summary>
/// <typeparam name="T">What is sent; nullable when null has a meaning, such as <c>Optional&lt;string?&gt;</c>.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T value;

    /// <summary>A member that is sent, null included.</summary>
    /// <param name="value">What is sent.</param>
    public Optional(T value)
    {
        this.value = value;
        IsSet = true;
    }

    /// <summary>Whether the member is sent. False for <c>default</c>.</summary>
    public bool IsSet { get; }

    /// <summary>What is sent.</summary>
    /// <exception cref="InvalidOperationException">Nothing was assigned.</exception>
    public T Value =>
        IsSet ? value : throw new InvalidOperationException("The member is absent: nothing was assigned.");

    /// <summary>The member as it is sent, so that it can be assigned without ceremony.</summary>
    /// <param name="value">What is sent.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent, or both are sent with equal values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether only one is sent, or both with different values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>The value, or another when the member is absent.</summary>
    /// <param name="absent">What to answer when nothing was assigned.</param>
    public T? ValueOr(T? absent) => IsSet ? value : absent;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) =>
        IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, value);

    /// <summary>Whether the member is sent; never the value, which may be a secret.</summary>
    public override string ToString() => IsSet ? "set" : "absent";
}
