using System.Text.Json.Nodes;
using Checkstand.Wire.Shapes;
using Checkstand.Wire.Tests.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests;

public sealed class OpenApiSchemasTests
{
    private readonly OpenApiSchemas schemas = new();

    public static TheoryData<Shape, string> InPlace =>
        new()
        {
            { new TextShape(), """{"type":"string"}""" },
            {
                new TextShape { LengthMin = 1, LengthMax = 5 },
                """{"type":"string","minLength":1,"maxLength":5}"""
            },
            {
                new TextShape { Pattern = TextPattern.Country },
                """{"type":"string","pattern":"^[A-Z]{2}$"}"""
            },
            {
                new TextShape { Values = ["card"] },
                """{"type":"string","const":"card"}"""
            },
            {
                new TextShape { Values = ["a", "b"] },
                """{"type":"string","enum":["a","b"]}"""
            },
            { new IntegerShape(0, 99), """{"type":"integer","maximum":99,"minimum":0}""" },
            {
                new IntegerShape(1, 99) { IsMinStatedExclusive = true },
                """{"type":"integer","maximum":99,"exclusiveMinimum":0}"""
            },
            { new NumberShape(3600, 86_400), """{"type":"number","minimum":3600,"maximum":86400}""" },
            { new BooleanShape(), """{"type":"boolean"}""" },
            { new UuidShape(), """{"type":"string","format":"uuid"}""" },
            { new DateTimeShape(), """{"type":"string","format":"date-time"}""" },
            { new DateShape(), """{"type":"string","format":"date"}""" },
            { new ArrayShape(new BooleanShape()), """{"type":"array","items":{"type":"boolean"}}""" },
            {
                new ArrayShape(new BooleanShape(), CountMax: 20),
                """{"type":"array","items":{"type":"boolean"},"maxItems":20}"""
            },
            { new IntegerShape(long.MinValue, long.MaxValue), """{"type":"integer"}""" },
            {
                new ArrayShape(new BooleanShape()) { CountMin = 1 },
                """{"type":"array","items":{"type":"boolean"},"minItems":1}"""
            },
            {
                new MapShape(new BooleanShape())
                {
                    IsValueNullable = true,
                    Key = new TextShape { Values = ["a", "b"] },
                },
                """{"type":"object","additionalProperties":{"anyOf":[{"type":"boolean"},{"type":"null"}]},"propertyNames":{"type":"string","enum":["a","b"]}}"""
            },
            {
                new ObjectShape("Anything") { TakesOthers = true },
                """{"type":"object","additionalProperties":true}"""
            },
            { new MapShape(new TextShape()), """{"type":"object","additionalProperties":{"type":"string"}}""" },
        };

    [Theory]
    [MemberData(nameof(InPlace), DisableDiscoveryEnumeration = true)]
    public void A_value_is_written_in_place(Shape shape, string expected)
    {
        AssertJson(expected, schemas.SchemaOf(shape));
        Assert.Empty(schemas.Components);
    }

    [Fact]
    public void An_object_becomes_a_component_that_is_referred_to()
    {
        AssertJson("""{"$ref":"#/components/schemas/Line"}""", schemas.SchemaOf(Everything.Line));
        AssertJson(
            """
            {
              "type": "object",
              "properties": {
                "name": {"type":"string","minLength":1,"maxLength":5},
                "tax": {"anyOf":[{"type":"integer","maximum":9,"minimum":0},{"type":"null"}],"default":0},
                "delivery": {"anyOf":[{"type":"string","enum":["post","pick-up"]},{"type":"null"}],"default":"post"}
              },
              "required": ["name"],
              "additionalProperties": false
            }
            """,
            schemas.Components["Line"]
        );
    }

    [Fact]
    public void An_object_that_requires_nothing_says_nothing_of_it()
    {
        schemas.SchemaOf(Everything.Second);

        Assert.False(schemas.Components["Second"]!.AsObject().ContainsKey("required"));
    }

    [Fact]
    public void A_named_enumeration_becomes_a_component()
    {
        var word = new TextShape { Values = ["yes", "no"], EnumName = "Word" };

        AssertJson("""{"$ref":"#/components/schemas/Word"}""", schemas.SchemaOf(word));
        AssertJson("""{"type":"string","enum":["yes","no"]}""", schemas.Components["Word"]);
    }

    [Fact]
    public void A_component_that_is_met_twice_is_written_once()
    {
        schemas.SchemaOf(Everything.Line);
        var first = schemas.Components["Line"];
        schemas.SchemaOf(new ArrayShape(Everything.Line));

        Assert.Same(first, schemas.Components["Line"]);
        Assert.Single(schemas.Components);
    }

    [Fact]
    public void A_union_names_its_discriminator_and_maps_its_values()
    {
        var union = new UnionShape(
            "kind",
            [
                new UnionCase("a", Everything.First),
                new UnionCase("b", Everything.Second),
                new UnionCase("B", Everything.Second) { IsLegacy = true },
            ]
        );

        AssertJson(
            """
            {
              "oneOf": [{"$ref":"#/components/schemas/First"},{"$ref":"#/components/schemas/Second"}],
              "discriminator": {
                "propertyName": "kind",
                "mapping": {"a":"#/components/schemas/First","b":"#/components/schemas/Second"}
              }
            }
            """,
            schemas.SchemaOf(union)
        );
        Assert.Equal(["First", "Second"], schemas.Components.Select(component => component.Key));
    }

    [Fact]
    public void A_field_that_is_not_nullable_is_written_bare_and_a_documented_default_is_shown()
    {
        schemas.SchemaOf(
            new ObjectShape(
                "Update",
                new Field("expires_in", new NumberShape(3600, 86_400))
                {
                    IsNullable = false,
                    DocumentedDefault = "3600",
                }
            )
        );

        AssertJson(
            """{"type":"number","minimum":3600,"maximum":86400,"default":3600}""",
            schemas.Components["Update"]!["properties"]!["expires_in"]
        );
    }

    [Fact]
    public void What_only_older_clients_send_is_left_out()
    {
        schemas.SchemaOf(
            new ObjectShape(
                "Card",
                new Field("number", new TextShape()),
                new Field("buyer_id", new UuidShape()) { IsLegacy = true }
            )
        );

        Assert.Equal(
            ["number"],
            schemas.Components["Card"]!["properties"]!.AsObject().Select(property => property.Key)
        );
    }

    [Fact]
    public void A_whole_declaration_can_be_written()
    {
        schemas.SchemaOf(Everything.Shape);

        Assert.Equal(
            ["Everything", "Word", "Line", "First", "Second"],
            schemas.Components.Select(component => component.Key)
        );
        Assert.Equal(
            Everything.Shape.Fields.Select(field => field.Name),
            schemas.Components["Everything"]!["properties"]!.AsObject().Select(property => property.Key)
        );
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual!.ToJsonString())),
            $"Expected {expected}, got {actual.ToJsonString()}"
        );
}
