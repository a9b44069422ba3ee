using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A JSON string. Lengths count Unicode code points, as the vendors' validators do.</summary>
public sealed record TextShape : Shape
{
    private readonly FrozenSet<string>? values;

    /// <summary>Fewest code points. Default 0.</summary>
    public int LengthMin { get; init; }

    /// <summary>Most code points; null when only the body's size bounds it.</summary>
    public int? LengthMax { get; init; }

    /// <summary>The form its characters must have; null when any do.</summary>
    public TextPattern? Pattern { get; init; }

    /// <summary>The values it may take, in the order of the OpenAPI document; null when any.</summary>
    public IReadOnlyList<string>? Values
    {
        get;
        init
        {
            field = value;
            values = value?.ToFrozenSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Name of the enumeration that <see cref="Values"/> belongs to; null for a constant.</summary>
    public string? EnumName { get; init; }

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            check.Refuse("Input should be a valid string.", "string_type");
            return;
        }

        if (!reader.ValueIsEscaped)
        {
            CheckText(reader.ValueSpan, check);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        if (TryUnescape(ref reader, rented, out var length))
        {
            CheckText(rented.AsSpan(0, length), check);
        }
        else
        {
            check.Refuse("Input should be valid Unicode: a surrogate has no partner.", "string_unicode");
        }

        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    private static bool TryUnescape(ref Utf8JsonReader reader, byte[] target, out int length)
    {
        try
        {
            length = reader.CopyString(target);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader's way of saying that an escaped surrogate has no partner.
            length = 0;
            return false;
        }
    }

    private void CheckText(ReadOnlySpan<byte> utf8, ShapeCheck check)
    {
        if (utf8.Contains((byte)0))
        {
            check.Refuse("Input should not contain NUL characters.", "string_nul");
            return;
        }

        var length = CodePoints(utf8);
        if (length < LengthMin)
        {
            check.Refuse($"String should have at least {Characters(LengthMin)}.", "string_too_short");
            return;
        }

        if (length > LengthMax)
        {
            check.Refuse($"String should have at most {Characters(LengthMax.Value)}.", "string_too_long");
            return;
        }

        if (Pattern is { } pattern && !pattern.Matches(utf8))
        {
            check.Refuse($"String should match pattern '{pattern.Expression}'.", "string_pattern_mismatch");
            return;
        }

        if (values is not null && !values.Contains(Encoding.UTF8.GetString(utf8)))
        {
            RefuseValue(check);
            return;
        }

        check.Writer.WriteStringValue(utf8);
    }

    private void RefuseValue(ShapeCheck check)
    {
        var listed =
            Values!.Count == 1 ? $"'{Values[0]}'" : "one of " + string.Join(", ", Values.Select(value => $"'{value}'"));
        check.Refuse($"Input should be {listed}.", Values.Count == 1 ? "literal_error" : "enum");
    }

    private static string Characters(int count) => count == 1 ? "1 character" : $"{count} characters";

    // In UTF-8 every code point has exactly one byte that is not a continuation byte.
    private static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            count += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        return count;
    }
}
