using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A JSON array of values of one form, none of them null.</summary>
/// <param name="Item">The form of each value.</param>
/// <param name="CountMax">Most values; null when only the body's size bounds them.</param>
public sealed record ArrayShape(Shape Item, int? CountMax = null) : Shape
{
    /// <summary>Fewest values. Default 0.</summary>
    public int CountMin { get; init; }

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            check.Refuse("Input should be a valid list.", "list_type");
            return;
        }

        check.Writer.WriteStartArray();
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            check.Enter(count++);
            Item.Check(ref reader, check);
            check.Leave();
        }

        if (count < CountMin)
        {
            check.Refuse($"List should have at least {CountMin} {(CountMin == 1 ? "item" : "items")}.", "too_short");
        }

        if (count > CountMax)
        {
            check.Refuse($"List should have at most {CountMax} items, not {count}.", "too_long");
        }

        check.Writer.WriteEndArray();
    }
}
