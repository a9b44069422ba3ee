using System.Text.Json.Nodes;

namespace Checkstand.Wire;

/// <summary>The pieces of an OpenAPI document that every dialect writes alike.</summary>
public static class OpenApiParts
{
    /// <summary>A parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="place">Where it is sent: <c>path</c>, <c>query</c> or <c>header</c>.</param>
    /// <param name="schema">The schema of its value.</param>
    /// <param name="isRequired">Whether it must be there; those of a path always must.</param>
    public static JsonObject Parameter(string name, string place, JsonObject schema, bool isRequired = false) =>
        new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = isRequired || place == "path",
            ["schema"] = schema,
        };

    /// <summary>A body that is JSON.</summary>
    public static JsonObject JsonContent(JsonObject schema) =>
        new() { ["application/json"] = new JsonObject { ["schema"] = schema } };
}
