using System.Text.Json.Nodes;
using Checkstand.Wire.Shapes;

namespace Checkstand.Wire;

/// <summary>
/// Writes declared shapes as the schemas of an OpenAPI 3.1 document. Objects and enumerations become named components,
/// collected as they are met.
/// </summary>
public sealed class OpenApiSchemas
{
    /// <summary>The components so far, by name, in the order in which they were met.</summary>
    public JsonObject Components { get; } = [];

    /// <summary>The schema of a shape: a reference for objects and enumerations, in place otherwise.</summary>
    public JsonObject SchemaOf(Shape shape) =>
        shape switch
        {
            ObjectShape { TakesOthers: true } => new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = true,
            },
            ObjectShape named => Reference(named.Name, () => ObjectSchema(named)),
            TextShape { EnumName: { } name, Values: { } values } => Reference(name, () => Enumeration(values)),
            TextShape text => TextSchema(text),
            IntegerShape integer => IntegerSchema(integer),
            NumberShape number => NumberSchema(number),
            DecimalShape => new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 },
                    new JsonObject { ["type"] = "string" }
                ),
            },
            BooleanShape => new JsonObject { ["type"] = "boolean" },
            UuidShape uuid => new JsonObject { ["type"] = "string", ["format"] = uuid.IsVersion4 ? "uuid4" : "uuid" },
            FormShape form => new JsonObject { ["type"] = "string", ["format"] = form.Format },
            ScalarShape => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
            DateTimeShape => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            DateShape => new JsonObject { ["type"] = "string", ["format"] = "date" },
            ArrayShape array => ArraySchema(array),
            MapShape map => MapSchema(map),
            AnyObjectShape => new JsonObject { ["type"] = "object", ["additionalProperties"] = true },
            UnionShape union => UnionSchema(union),
            ChoiceShape choice => new JsonObject
            {
                ["anyOf"] = new JsonArray([.. choice.Cases.Select(candidate => (JsonNode)SchemaOf(candidate.Shape))]),
            },
            _ => throw new System.Diagnostics.UnreachableException($"No schema is written for {shape.GetType().Name}."),
        };

    private JsonObject Reference(string name, Func<JsonObject> write)
    {
        if (!Components.ContainsKey(name))
        {
            // The name is taken first, so that a shape that contains itself would end.
            Components[name] = new JsonObject();
            Components[name] = write();
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private JsonObject ObjectSchema(ObjectShape shape)
    {
        var properties = new JsonObject();
        foreach (var field in shape.Fields.Where(field => !field.IsLegacy))
        {
            properties[field.Name] = FieldSchema(field);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = shape.Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        if (!shape.IgnoresOthers)
        {
            schema["additionalProperties"] = false;
        }

        return schema;
    }

    /// <summary>The schema of a field: its shape's, with its default and whether it may be null.</summary>
    public JsonObject FieldSchema(Field field)
    {
        var schema = SchemaOf(field.Shape);
        if (field.IsNullable)
        {
            schema = OrNull(schema);
        }

        if ((field.Default ?? field.DocumentedDefault) is { } value)
        {
            schema["default"] = JsonNode.Parse(value);
        }

        return schema;
    }

    private static JsonObject OrNull(JsonObject schema) =>
        new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private JsonObject MapSchema(MapShape map)
    {
        var value = SchemaOf(map.Value);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = map.IsValueNullable ? OrNull(value) : value,
        };
        if (map.CountMax is { } most)
        {
            schema["maxProperties"] = most;
        }

        if (map.Key is { } key)
        {
            schema["propertyNames"] = SchemaOf(key);
        }

        return schema;
    }

    private static JsonObject Enumeration(IReadOnlyList<string> values) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject TextSchema(TextShape text)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (text.Values is [var constant])
        {
            schema["const"] = constant;
        }
        else if (text.Values is { } values)
        {
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        if (text.LengthMin > 0)
        {
            schema["minLength"] = text.LengthMin;
        }

        if (text.LengthMax is { } most)
        {
            schema["maxLength"] = most;
        }

        if (text.Pattern is { } pattern)
        {
            schema["pattern"] = pattern.Expression;
        }

        return schema;
    }

    private static JsonObject IntegerSchema(IntegerShape integer)
    {
        // What 64 bits hold is this program's own limit and goes without saying.
        var schema = new JsonObject { ["type"] = "integer" };
        if (integer == IntegerShape.Any)
        {
            return schema;
        }

        if (integer.Max < long.MaxValue)
        {
            schema["maximum"] = integer.Max;
        }

        if (integer.IsMinStatedExclusive)
        {
            schema["exclusiveMinimum"] = integer.Min - 1;
        }
        else if (integer.Min > long.MinValue)
        {
            schema["minimum"] = integer.Min;
        }

        return schema;
    }

    private static JsonObject NumberSchema(NumberShape number)
    {
        var schema = new JsonObject { ["type"] = "number" };
        if (number != NumberShape.Any)
        {
            schema["minimum"] = number.Min;
            schema["maximum"] = number.Max;
        }

        return schema;
    }

    private JsonObject ArraySchema(ArrayShape array)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = SchemaOf(array.Item) };
        if (array.CountMin > 0)
        {
            schema["minItems"] = array.CountMin;
        }

        if (array.CountMax is { } most)
        {
            schema["maxItems"] = most;
        }

        return schema;
    }

    private JsonObject UnionSchema(UnionShape union)
    {
        var cases = union.Cases.Where(candidate => !candidate.IsLegacy).ToList();
        var mapping = new JsonObject();
        foreach (var candidate in cases)
        {
            mapping[candidate.Tag] = $"#/components/schemas/{candidate.Shape.Name}";
        }

        return new JsonObject
        {
            ["oneOf"] = new JsonArray([.. cases.Select(candidate => (JsonNode)SchemaOf(candidate.Shape))]),
            ["discriminator"] = new JsonObject { ["propertyName"] = union.Discriminator, ["mapping"] = mapping },
        };
    }
}
