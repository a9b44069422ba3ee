using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>
/// One of several objects of which no field says which: each has a field that the others lack. The first whose field
/// is there is meant; the last is meant when none is, so that the violations are those of one object.
/// </summary>
/// <param name="Cases">The objects, each with the field that only it has.</param>
public sealed record ChoiceShape(IReadOnlyList<ChoiceCase> Cases) : Shape
{
    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            check.Refuse("Input should be an object.", "model_type");
            return;
        }

        // A copy of the reader looks ahead; the original then checks from the start of the object.
        var ahead = reader;
        var first = Cases.Count - 1;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            for (var i = 0; i < first; i++)
            {
                if (SentText.IsText(ref ahead) && ahead.ValueTextEquals(Cases[i].Marker))
                {
                    first = i;
                }
            }

            ahead.Read();
            ahead.Skip();
        }

        Cases[first].Shape.Check(ref reader, check);
    }
}

/// <summary>A case of a choice.</summary>
/// <param name="Marker">Name of the field that only this object has.</param>
/// <param name="Shape">The object, or a union of objects that all have the field.</param>
public sealed record ChoiceCase(string Marker, Shape Shape);
