using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Checkstand.Core;

/// <summary>
/// One JSON value as compact UTF-8 text that a dialect has already checked and normalised. The core carries such
/// values (a cart, a buyer, an itinerary) from request to store to answer without taking them apart.
/// </summary>
/// <remarks>The default value means "nothing was said", which in an update is not the same as <see cref="Null"/>.</remarks>
public readonly struct JsonText : IEquatable<JsonText>
{
    /// <summary>The JSON value <c>null</c>.</summary>
    public static readonly JsonText Null = new("null"u8.ToArray());

    /// <summary>Wraps text that is known to be one well-formed JSON value.</summary>
    public JsonText(ReadOnlyMemory<byte> utf8) => Utf8 = utf8;

    /// <summary>The text; empty when nothing was said.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>True when something was said, be it <c>null</c>.</summary>
    public bool IsPresent => !Utf8.IsEmpty;

    /// <summary>True when there is a value other than <c>null</c>.</summary>
    public bool HasValue => IsPresent && !Utf8.Span.SequenceEqual("null"u8);

    /// <summary>The value as an integer, or null when it is absent, null or no integer.</summary>
    public long? AsInt64() =>
        Utf8Parser.TryParse(Utf8.Span, out long number, out var used) && used == Utf8.Length ? number : null;

    /// <summary>The value as text; null when it is absent or null.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public string? AsText()
    {
        if (!HasValue)
        {
            return null;
        }

        var reader = new Utf8JsonReader(Utf8.Span);
        reader.Read();
        return reader.GetString();
    }

    /// <summary>
    /// What stands after an update that says this: nothing said keeps what was there before, <c>null</c> clears it, a
    /// value replaces it whole (docs/decisions/0004).
    /// </summary>
    public JsonText Over(JsonText before) =>
        !IsPresent ? before
        : HasValue ? this
        : default;

    /// <inheritdoc/>
    public bool Equals(JsonText other) => Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Utf8.Span);
        return hash.ToHashCode();
    }

    /// <summary>Equality of the texts.</summary>
    public static bool operator ==(JsonText left, JsonText right) => left.Equals(right);

    /// <summary>Inequality of the texts.</summary>
    public static bool operator !=(JsonText left, JsonText right) => !left.Equals(right);

    /// <summary>The text itself.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}
