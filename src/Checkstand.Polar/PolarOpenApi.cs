using System.Globalization;
using System.Text.Json.Nodes;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using static Checkstand.Wire.OpenApiParts;

namespace Checkstand.Polar;

/// <summary>The OpenAPI 3.1 document of this dialect as implemented, written from the route table and the declared shapes.</summary>
public static class PolarOpenApi
{
    private const string TokenScheme = "AccessToken";

    // What any operation may answer besides success (contract section 3.2), and what this server adds for bad input.
    private static readonly int[] EveryOperation = [401, 403, 404, 405, 408, 413, 415, 422, 429, 500, 503];

    private static readonly ObjectShape Error = new(
        "Error",
        // An unknown route and a wrong method have none.
        Forms.NotNull("error", Forms.AnyText),
        Forms.Must("detail", Forms.AnyText)
    );

    private static readonly ObjectShape OAuthError = new(
        "OAuthError",
        Forms.Must("error", Forms.OneOf("OAuthErrorName", "invalid_token", "insufficient_scope")),
        Forms.Must("error_description", Forms.AnyText)
    );

    private static readonly ObjectShape Invalid = new(
        "HTTPValidationError",
        Forms.Must(
            "error",
            Forms.OneOf("ValidationErrorName", "RequestValidationError", "PolarRequestValidationError")
        ),
        Forms.Must(
            "detail",
            new ArrayShape(
                new ObjectShape(
                    "ValidationError",
                    Forms.Must("type", Forms.AnyText),
                    Forms.Must("loc", new ArrayShape(new ScalarShape(0, int.MaxValue))),
                    Forms.Must("msg", Forms.AnyText),
                    Forms.MustOrNull("input", Forms.AnyText)
                )
            )
        )
    );

    /// <summary>Writes the document.</summary>
    /// <param name="version">Version of the program.</param>
    public static JsonObject Write(string version)
    {
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var operation in PolarApi.Operations)
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
                ["title"] = "Checkstand, Polar dialect",
                ["version"] = version,
                ["description"] = "What this server implements of the Polar API. Anything not listed answers 404.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    [TokenScheme] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
                ["schemas"] = schemas.Components,
            },
        };
    }

    private static JsonObject Describe(Operation operation, OpenApiSchemas schemas)
    {
        var described = new JsonObject { ["operationId"] = operation.Id };
        if (operation.Missing is { } missing)
        {
            described["description"] = missing;
        }

        // Any one of the scopes will do, and a list inside of one requirement would mean all.
        described["security"] = new JsonArray([
            .. operation.Scopes.Select(scope => (JsonNode)new JsonObject { [TokenScheme] = new JsonArray(scope) }),
        ]);
        described["parameters"] = Parameters(operation, schemas);
        if (operation.Request is { } request)
        {
            described["requestBody"] = new JsonObject
            {
                ["required"] = true,
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
            var isText = operation.TextParameters.Contains(name);
            parameters.Add((JsonNode)Parameter(name, "path", schemas.SchemaOf(isText ? Forms.AnyText : Forms.Uuid4)));
        }

        foreach (var field in operation.Query?.Fields ?? [])
        {
            parameters.Add((JsonNode)Parameter(field.Name, "query", schemas.FieldSchema(field), field.IsRequired));
        }

        parameters.Add((JsonNode)Parameter(PolarVersion.Header, "header", schemas.SchemaOf(PolarVersion.Shape)));
        return parameters;
    }

    private static JsonObject Responses(Operation operation, OpenApiSchemas schemas)
    {
        var responses = new JsonObject();
        if (!operation.IsRefused)
        {
            var success = new JsonObject { ["description"] = "Success" };
            if (operation.Response is { } shape)
            {
                success["content"] = JsonContent(schemas.SchemaOf(shape));
            }

            responses[Text(operation.SuccessStatus)] = success;
        }

        foreach (var status in EveryOperation)
        {
            var error = new JsonObject { ["description"] = "Error" };
            if (Schema(status, schemas) is { } schema)
            {
                error["content"] = JsonContent(schema);
            }

            responses[Text(status)] = error;
        }

        return responses;
    }

    private static JsonObject? Schema(int status, OpenApiSchemas schemas) =>
        status switch
        {
            401 or 403 => new JsonObject
            {
                ["oneOf"] = new JsonArray(schemas.SchemaOf(Error), schemas.SchemaOf(OAuthError)),
            },
            422 => schemas.SchemaOf(Invalid),
            429 => null,
            _ => schemas.SchemaOf(Error),
        };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
