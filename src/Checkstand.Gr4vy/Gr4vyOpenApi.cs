using System.Globalization;
using System.Text.Json.Nodes;
using Checkstand.Core.Idempotency;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using static Checkstand.Wire.OpenApiParts;

namespace Checkstand.Gr4vy;

/// <summary>The OpenAPI 3.1 document of this dialect as implemented, written from the route table and the declared shapes.</summary>
public static class Gr4vyOpenApi
{
    // What any operation may answer besides success (contract section 1.1), and what this server adds for bad input.
    private static readonly int[] EveryOperation = [400, 404, 405, 408, 413, 415, 500, 503];
    private static readonly int[] WithToken = [401, 403];

    private static readonly ObjectShape ErrorDetail = new(
        "ErrorDetail",
        Forms.Must("location", Enums.ErrorLocation),
        Forms.Must("pointer", Forms.AnyText),
        Forms.Must("message", Forms.AnyText),
        Forms.Must("type", Forms.AnyText)
    );

    private static readonly Field[] Envelope =
    [
        Forms.Must("type", Forms.Constant("error")),
        Forms.Must("code", Forms.AnyText),
        Forms.Must("status", new IntegerShape(400, 599)),
        Forms.Must("message", Forms.AnyText),
        Forms.Must("details", new ArrayShape(ErrorDetail)),
    ];

    private static readonly ObjectShape Error = new("Error", Envelope);

    // The one error that says what it is about.
    private static readonly ObjectShape Conflict = new(
        "Conflict",
        [.. Envelope, Forms.Maybe("resource_id", Forms.AnyText)]
    );

    /// <summary>Writes the document.</summary>
    /// <param name="version">Version of the program.</param>
    public static JsonObject Write(string version)
    {
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var operation in Gr4vyApi.Operations)
        {
            if (paths[operation.Path] is not JsonObject path)
            {
                path = [];
                paths[operation.Path] = path;
            }

            path[operation.Method.ToLowerInvariant()] = Describe(operation, schemas);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Checkstand, Gr4vy dialect",
                ["version"] = version,
                ["description"] = "What this server implements of the Gr4vy API. Anything not listed answers 404.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["BearerAuth"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["bearerFormat"] = "JWT",
                    },
                },
                ["schemas"] = schemas.Components,
            },
        };
    }

    private static JsonObject Describe(Operation operation, OpenApiSchemas schemas)
    {
        var described = new JsonObject { ["operationId"] = operation.Id };
        if (operation.MissingBecause is { } reason)
        {
            described["description"] = $"Always answers an error: {reason}";
        }

        described["security"] = operation.Scope is { } scope
            ? new JsonArray(new JsonObject { ["BearerAuth"] = new JsonArray(scope) })
            : [];
        described["parameters"] = Parameters(operation, schemas);
        if (operation.Request is { } request)
        {
            described["requestBody"] = new JsonObject
            {
                ["required"] = !operation.IsRequestOptional,
                ["content"] = JsonContent(schemas.SchemaOf(request)),
            };
        }

        described["responses"] = Responses(operation, schemas);
        return described;
    }

    private static JsonArray Parameters(Operation operation, OpenApiSchemas schemas)
    {
        var parameters = new JsonArray();
        foreach (var name in operation.PathParameters)
        {
            var schema = new JsonObject { ["type"] = "string" };
            if (!operation.TextParameters.Contains(name))
            {
                schema["format"] = "uuid";
            }

            parameters.Add((JsonNode)Parameter(name, "path", schema));
        }

        foreach (var field in operation.Query?.Fields ?? [])
        {
            parameters.Add((JsonNode)Parameter(field.Name, "query", schemas.FieldSchema(field), field.IsRequired));
        }

        if (operation is { Scope: not null, IsOfAccount: true })
        {
            parameters.Add(
                (JsonNode)Parameter("x-gr4vy-merchant-account-id", "header", new JsonObject { ["type"] = "string" })
            );
        }

        if (operation.TakesKey)
        {
            parameters.Add((JsonNode)Parameter(Gr4vyEndpoint.KeyHeader, "header", KeySchema()));
        }

        if (operation.Preferable is not null)
        {
            parameters.Add((JsonNode)Parameter("prefer", "header", new JsonObject { ["type"] = "string" }));
        }

        return parameters;
    }

    private static JsonObject KeySchema() =>
        new()
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["maxLength"] = IdempotentRequests.KeyLengthMax,
        };

    private static JsonObject Responses(Operation operation, OpenApiSchemas schemas)
    {
        var responses = new JsonObject();
        if (operation.MissingBecause is null)
        {
            var success = new JsonObject { ["description"] = "Success" };
            if (operation.Response is { } shape)
            {
                success["content"] = JsonContent(
                    operation.Preferable is { } other
                        ? new JsonObject { ["oneOf"] = new JsonArray(schemas.SchemaOf(shape), schemas.SchemaOf(other)) }
                        : schemas.SchemaOf(shape)
                );
            }

            responses[operation.SuccessStatus.ToString(CultureInfo.InvariantCulture)] = success;
        }

        var statuses = EveryOperation
            .Concat(operation.Scope is null ? [] : WithToken)
            .Concat(operation.MayConflict || operation.TakesKey ? [409] : [])
            .Concat(operation.IsLimited ? [429] : []);
        foreach (var status in statuses.Order())
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["description"] = "Error",
                ["content"] = JsonContent(schemas.SchemaOf(status == 409 ? Conflict : Error)),
            };
        }

        return responses;
    }
}
