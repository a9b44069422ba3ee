using System.Text.Json.Nodes;

namespace Checkstand.Gr4vy.Tests.OpenApi;

/// <summary>The document that the server describes itself with, and the facts of its fields in the vendor table's terms.</summary>
internal sealed class ServedDocument(string json)
{
    private readonly JsonNode root = JsonNode.Parse(json)!;

    public IEnumerable<string> SchemaNames => Schemas.Select(schema => schema.Key);

    public IEnumerable<(string Path, string Method, JsonNode Operation)> Operations =>
        from path in root["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select (path.Key, method.Key.ToUpperInvariant(), method.Value);

    private JsonObject Schemas => root["components"]!["schemas"]!.AsObject();

    public bool IsEnum(string name) => Schemas[name]!["enum"] is not null;

    public IEnumerable<string> ValuesOf(string name) => Texts(Schemas[name]!["enum"]!);

    /// <summary>A document of schemas alone.</summary>
    public static ServedDocument Of(JsonObject schemas) =>
        new(new JsonObject { ["components"] = new JsonObject { ["schemas"] = schemas.DeepClone() } }.ToJsonString());

    public bool TakesOtherProperties(string name) => Schemas[name]!["additionalProperties"]?.GetValue<bool>() ?? true;

    /// <summary>Name of a schema that is used by reference.</summary>
    public static string NameOf(JsonNode reference) => reference["$ref"]!.GetValue<string>().Split('/')[^1];

    /// <summary>The fields of an object, each as one line of facts.</summary>
    public IEnumerable<string> FactsOf(string schema)
    {
        var required = Schemas[schema]!["required"] is { } names ? Texts(names).ToHashSet() : [];
        foreach (var (name, node) in Schemas[schema]!["properties"]!.AsObject())
        {
            var (form, isNullable) = Unwrap(node!);
            yield return Line(schema, name, form, required.Contains(name) ? "yes" : "no", isNullable, node!["default"]);
            if (form["items"] is { } item && item["$ref"] is null && item["anyOf"] is null)
            {
                yield return Line(schema, $"{name}[]", item, "-", isNullable: false, null);
            }

            if (form["additionalProperties"] is JsonObject value && Unwrap(value).Form["$ref"] is null)
            {
                var (inner, isValueNullable) = Unwrap(value);
                yield return Line(schema, $"{name}{{}}", inner, "-", isValueNullable, null);
            }
        }
    }

    /// <summary>A parameter of an operation as one line of facts.</summary>
    public string FactsOf(string operation, JsonNode parameter)
    {
        var (form, isNullable) = Unwrap(parameter["schema"]!);
        var isRequired = parameter["required"]!.GetValue<bool>() ? "yes" : "no";
        var name = parameter["name"]!.GetValue<string>();
        return Line(operation, name, form, isRequired, isNullable, parameter["schema"]!["default"]);
    }

    /// <summary>The same line of facts from the vendor's table.</summary>
    public static string FactsOf(VendorField field) =>
        Line(
            field.Name,
            field.DeclaredType,
            field.Format,
            field.DeclaredType == "map" ? field.DeclaredRef ?? "any" : field.DeclaredRef,
            field.Name[^1] is ']' or '}' ? "-"
                : field.IsRequired ? "yes"
                : "no",
            field.IsNullable,
            [
                field.Minimum?.ToString(),
                field.Maximum?.ToString(),
                field.ExclusiveMinimum?.ToString(),
                field.MinLength?.ToString(),
                field.MaxLength?.ToString(),
                field.Pattern,
                field.MinItems?.ToString(),
                field.MaxItems?.ToString(),
                field.Default,
                field.Const,
            ]
        );

    private string Line(
        string schema,
        string name,
        JsonNode form,
        string required,
        bool isNullable,
        JsonNode? byDefault
    )
    {
        var (type, reference) = TypeOf(schema, name, form);
        return Line(
            name,
            type,
            form["format"]?.GetValue<string>(),
            reference,
            required,
            isNullable,
            [
                form["minimum"]?.ToJsonString(),
                form["maximum"]?.ToJsonString(),
                form["exclusiveMinimum"]?.ToJsonString(),
                form["minLength"]?.ToJsonString(),
                form["maxLength"]?.ToJsonString(),
                form["pattern"]?.GetValue<string>(),
                form["minItems"]?.ToJsonString(),
                form["maxItems"]?.ToJsonString(),
                byDefault?.ToJsonString(),
                form["const"]?.ToJsonString(),
            ]
        );
    }

    private static string Line(
        string name,
        string type,
        string? format,
        string? reference,
        string required,
        bool isNullable,
        string?[] rest
    )
    {
        string[] names =
        [
            "min",
            "max",
            "more than",
            "min length",
            "max length",
            "pattern",
            "min items",
            "max items",
            "default",
            "const",
        ];
        var facts = names
            .Zip(rest)
            .Where(fact => fact.Second is not null)
            .Select(fact => $", {fact.First} {fact.Second}");
        var nullable = isNullable ? "yes" : "no";
        return $"{name}: {type} {format} {reference}, required {required}, nullable {nullable}{string.Concat(facts)}";
    }

    private (string Type, string? Reference) TypeOf(string schema, string field, JsonNode form) =>
        form switch
        {
            { } when form["$ref"] is not null => (IsEnum(NameOf(form)) ? "string" : "object", NameOf(form)),
            { } when (form["oneOf"] ?? form["anyOf"]) is { } cases => ("union", NamesOf(cases)),
            { } when form["enum"] is not null => ("string", $"{schema}.{field}"),
            { } when form["items"] is JsonObject item => (
                "array",
                item["anyOf"] is { } items ? NamesOf(items)
                : item["$ref"] is null ? TypeText(item)
                : NameOf(item)
            ),
            { } when form["additionalProperties"] is JsonObject value => ("map", MapText(value)),
            { } when form["additionalProperties"] is JsonValue any && any.GetValue<bool>() => ("map", "any"),
            _ => (TypeText(form!), null),
        };

    /// <summary>Values of an enumeration that has no name of its own.</summary>
    public IEnumerable<string> InlineValuesOf(string schema, string field) =>
        Texts(Unwrap(Schemas[schema]!["properties"]![field]!).Form["enum"]!);

    private static string NamesOf(JsonNode cases) => string.Join('|', cases.AsArray().Select(one => NameOf(one!)));

    private static (JsonNode Form, bool IsNullable) Unwrap(JsonNode node)
    {
        if (
            node["anyOf"] is not { } choices
            || choices.AsArray().All(choice => choice!["type"]?.GetValue<string>() != "null")
        )
        {
            return (node, false);
        }

        var form = Assert.Single(choices.AsArray(), choice => choice!["type"]?.GetValue<string>() != "null")!;
        Assert.Equal(2, choices.AsArray().Count);
        return (form, true);
    }

    private static string MapText(JsonObject value)
    {
        var form = Unwrap(value).Form;
        return form["$ref"] is null ? TypeText(form) : NameOf(form);
    }

    private static string TypeText(JsonNode form) => form["type"]!.GetValue<string>();

    private static IEnumerable<string> Texts(JsonNode array) =>
        array.AsArray().Select(item => item!.GetValue<string>());
}
