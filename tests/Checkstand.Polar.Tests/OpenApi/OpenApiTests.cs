using System.Text.Json.Nodes;

namespace Checkstand.Polar.Tests.OpenApi;

/// <summary><c>GET /openapi/polar.json</c>: the dialect as implemented.</summary>
public sealed class OpenApiTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task It_has_every_operation_of_the_route_table_and_no_other()
    {
        var document = await ReadAsync();

        var found = document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation => $"{operation.Key} {path.Key} {operation.Value!["operationId"]}")
            );
        Assert.Equal(
            PolarApi
                .Operations.Select(operation =>
                    $"{operation.Method.ToLowerInvariant()} {operation.Path} {operation.Id}"
                )
                .Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await ReadAsync();
        var known = document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).ToHashSet();

        var references = References(document).Distinct().ToList();

        Assert.NotEmpty(references);
        Assert.All(
            references,
            reference => Assert.Contains(reference["#/components/schemas/".Length..], (IReadOnlySet<string>)known)
        );
    }

    [Fact]
    public async Task An_operation_says_its_scopes_its_success_and_its_errors()
    {
        var listed = (await ReadAsync())["paths"]!["/v1/organizations/"]!["get"]!;

        Assert.Equal(
            """[{"AccessToken":["organizations:read"]},{"AccessToken":["organizations:write"]}]""",
            listed["security"]!.ToJsonString()
        );
        Assert.Equal(
            ["200", "401", "403", "404", "405", "408", "413", "415", "422", "429", "500", "503"],
            listed["responses"]!.AsObject().Select(response => response.Key)
        );
        Assert.Equal(
            ["slug", "page", "limit", "sorting", "Polar-Version"],
            listed["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>())
        );
    }

    // What is always refused has no success to describe.
    [Fact]
    public async Task An_operation_that_is_refused_says_so()
    {
        var created = (await ReadAsync())["paths"]!["/v1/organizations/"]!["post"]!;

        Assert.Null(created["responses"]!["201"]);
        Assert.Contains("CannotCreateOrganizationError", created["description"]!.GetValue<string>());
    }

    // The bodies that the declarations describe are the bodies that are answered.
    [Fact]
    public async Task An_organization_is_answered_with_the_keys_that_are_declared()
    {
        var declared = (await ReadAsync())["components"]!["schemas"]!["Organization"]!["properties"]!.AsObject();

        var answered = (await server.Api.GetAsync($"/v1/organizations/{server.Acme.Id}")).Json;

        Assert.Equal(
            declared.Select(property => property.Key).Order(StringComparer.Ordinal),
            answered.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)
        );
    }

    private async Task<JsonNode> ReadAsync() =>
        JsonNode.Parse((await server.Public.GetAsync("/openapi/polar.json")).Expect(200).Text)!;

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject json => json.SelectMany(pair =>
                pair is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(pair.Value)
            ),
            JsonArray list => list.SelectMany(References),
            _ => [],
        };
}
