using System.Text;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>A JSON object with declared fields and no others, or one variant of a union.</summary>
public sealed record ObjectShape : BodyShape
{
    // One bit for each field marks what has been seen.
    private const int FieldsMax = 128;

    private readonly Field[] fields;
    private readonly UInt128 required;
    private readonly UInt128 defaulted;

    // Made when it is first asked for: most shapes never are.
    private Dictionary<string, int>? places;

    /// <summary>Declares an object.</summary>
    /// <param name="name">Its name in the OpenAPI document.</param>
    /// <param name="fields">Its fields, in the order in which their normal form is written when they are defaulted.</param>
    public ObjectShape(string name, params Field[] fields)
    {
        if (fields.Length > FieldsMax)
        {
            throw new ArgumentException($"{name} declares more than {FieldsMax} fields.", nameof(fields));
        }

        Name = name;
        this.fields = fields;
        for (var i = 0; i < fields.Length; i++)
        {
            required |= fields[i].IsRequired ? UInt128.One << i : 0;
            defaulted |= fields[i].Default is not null ? UInt128.One << i : 0;
        }
    }

    /// <summary>Its name in the OpenAPI document.</summary>
    public string Name { get; }

    /// <summary>Its fields.</summary>
    public IReadOnlyList<Field> Fields => fields;

    /// <summary>
    /// Whether it takes properties that it does not declare. They are skipped and not kept, so nothing may read them.
    /// Such an object has no name in the OpenAPI document.
    /// </summary>
    public bool TakesOthers { get; init; }

    /// <summary>Whether properties that it does not declare are skipped, as a vendor's service skips them, and not refused.</summary>
    public bool IgnoresOthers { get; init; }

    /// <summary>The place of a field in the declaration; -1 when there is none of that name.</summary>
    public int IndexOf(string field) => (places ??= PlacesOf(fields)).GetValueOrDefault(field, -1);

    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check) => CheckFields(ref reader, check, null);

    internal override (ObjectShape Shape, Slice[] Slices) CheckRoot(ref Utf8JsonReader reader, ShapeCheck check)
    {
        var slices = new Slice[fields.Length];
        CheckFields(ref reader, check, slices);
        return (this, slices);
    }

    private void CheckFields(ref Utf8JsonReader reader, ShapeCheck check, Slice[]? slices)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            check.Refuse("Input should be an object.", "model_type");
            return;
        }

        check.Writer.WriteStartObject();
        UInt128 seen = 0;
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Senders mostly keep the declared order, so the next field is tried first.
            var index = Find(ref reader, expected);
            if (index < 0)
            {
                PassUnknown(ref reader, check);
                continue;
            }

            expected = index + 1;
            var bit = UInt128.One << index;
            var field = fields[index];
            check.Enter(field.Name);
            reader.Read();
            if ((seen & bit) != 0)
            {
                reader.Skip();
                check.Refuse("The field appears more than once.", "duplicate_key");
            }
            else
            {
                seen |= bit;
                var slice = CheckField(ref reader, check, field);
                if (slices is not null)
                {
                    slices[index] = slice;
                }
            }

            check.Leave();
        }

        Complete(check, seen);
        check.Writer.WriteEndObject();
    }

    private static Slice CheckField(ref Utf8JsonReader reader, ShapeCheck check, Field field)
    {
        check.Writer.WritePropertyName(field.EncodedName);
        var start = check.Written;
        if (reader.TokenType == JsonTokenType.Null && field.IsNullable)
        {
            check.Writer.WriteNullValue();
        }
        else
        {
            field.Shape.Check(ref reader, check);
        }

        return new Slice(start, check.Written - start);
    }

    private int Find(ref Utf8JsonReader reader, int expected)
    {
        if (!SentText.IsText(ref reader))
        {
            return -1;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            var index = (expected + i) % fields.Length;
            if (reader.ValueTextEquals(fields[index].Utf8Name))
            {
                return index;
            }
        }

        return -1;
    }

    private void PassUnknown(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (TakesOthers || IgnoresOthers)
        {
            reader.Read();
            reader.Skip();
            return;
        }

        check.Enter(check.IsFull ? "" : SentText.ForDisplay(ref reader));
        reader.Read();
        reader.Skip();
        check.Refuse("Extra inputs are not permitted.", "extra_forbidden");
        check.Leave();
    }

    private void Complete(ShapeCheck check, UInt128 seen)
    {
        if ((required & ~seen) == 0 && (defaulted & ~seen) == 0)
        {
            return;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            var bit = UInt128.One << i;
            if ((seen & bit) != 0)
            {
                continue;
            }

            if (fields[i].IsRequired)
            {
                check.Enter(fields[i].Name);
                check.Refuse("Field required.", "missing");
                check.Leave();
            }
            else if (fields[i].Default is { } value)
            {
                check.Writer.WritePropertyName(fields[i].EncodedName);
                check.Writer.WriteRawValue(value, skipInputValidation: true);
            }
        }
    }

    private static Dictionary<string, int> PlacesOf(Field[] fields)
    {
        var found = new Dictionary<string, int>(fields.Length, StringComparer.Ordinal);
        for (var i = 0; i < fields.Length; i++)
        {
            found.Add(fields[i].Name, i);
        }

        return found;
    }
}
