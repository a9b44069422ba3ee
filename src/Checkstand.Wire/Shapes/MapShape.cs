using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A JSON object whose names the sender chooses and whose values have one form.</summary>
/// <param name="Value">The form of each value.</param>
public sealed record MapShape(Shape Value) : Shape
{
    /// <summary>The names that the sender may choose; null when any.</summary>
    public TextShape? Key { get; init; }

    /// <summary>Most entries; null when only the body's size bounds them.</summary>
    public int? CountMax { get; init; }

    /// <summary>Whether a value may be <c>null</c>.</summary>
    public bool IsValueNullable { get; init; }

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            check.Refuse("Input should be an object.", "dict_type");
            return;
        }

        check.Writer.WriteStartObject();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            CheckEntry(ref reader, check, names);
        }

        check.Writer.WriteEndObject();
        if (names.Count > CountMax)
        {
            check.Refuse($"Dictionary should have at most {CountMax} items after validation.", "too_long");
        }
    }

    private void CheckEntry(ref Utf8JsonReader reader, ShapeCheck check, HashSet<string> names)
    {
        var isText = SentText.TryRead(ref reader, out var name) && !name.Contains('\0', StringComparison.Ordinal);
        check.Enter(SentText.ForDisplay(ref reader));
        reader.Read();
        if (!isText)
        {
            reader.Skip();
            check.Refuse("Keys should be valid Unicode without NUL characters.", "string_unicode");
        }
        else if (!names.Add(name))
        {
            reader.Skip();
            check.Refuse("The field appears more than once.", "duplicate_key");
        }
        else if (Key?.Values is { } allowed && !allowed.Contains(name, StringComparer.Ordinal))
        {
            reader.Skip();
            check.Refuse("The name is not one of those that are allowed here.", "enum");
        }
        else if (Key is { } key && (name.Length < key.LengthMin || name.Length > key.LengthMax))
        {
            reader.Skip();
            check.Refuse($"Keys should have {key.LengthMin} to {key.LengthMax} characters.", "string_length");
        }
        else
        {
            check.Writer.WritePropertyName(name);
            CheckValue(ref reader, check);
        }

        check.Leave();
    }

    private void CheckValue(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (IsValueNullable && reader.TokenType == JsonTokenType.Null)
        {
            check.Writer.WriteNullValue();
        }
        else
        {
            Value.Check(ref reader, check);
        }
    }
}
