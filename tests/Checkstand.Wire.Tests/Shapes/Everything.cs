using Checkstand.Wire.Shapes;

namespace Checkstand.Wire.Tests.Shapes;

/// <summary>A declaration that uses every kind of shape and every property of a field.</summary>
internal static class Everything
{
    public static readonly ObjectShape Line = new(
        "Line",
        new Field("name", new TextShape { LengthMin = 1, LengthMax = 5 }) { IsRequired = true, IsNullable = false },
        new Field("tax", new IntegerShape(0, 9)) { Default = "0" },
        new Field("delivery", new TextShape { Values = ["post", "pick-up"] }) { Default = "\"post\"" }
    );

    public static readonly ObjectShape First = new(
        "First",
        new Field("kind", new TextShape { Values = ["a"] }) { IsNullable = false },
        new Field("digits", new TextShape { Pattern = TextPattern.Digits }) { IsRequired = true, IsNullable = false }
    );

    public static readonly ObjectShape Second = new(
        "Second",
        new Field("kind", new TextShape { Values = ["b"] }) { IsNullable = false }
    );

    public static readonly ObjectShape Shape = new(
        "Everything",
        new Field("text", new TextShape()),
        new Field("code", new TextShape { Pattern = TextPattern.Subdivision }),
        new Field("word", new TextShape { Values = ["yes", "no"], EnumName = "Word" }),
        new Field("integer", new IntegerShape(-100, 100)),
        new Field("number", new NumberShape(-1e9, 1e9)) { IsNullable = false },
        new Field("flag", new BooleanShape()),
        new Field("id", new UuidShape()),
        new Field("at", new DateTimeShape()),
        new Field("day", new DateShape()),
        new Field("list", new ArrayShape(Line, CountMax: 150)),
        new Field("map", new MapShape(new TextShape { LengthMax = 20 })),
        new Field("choice", new UnionShape("kind", [new UnionCase("a", First), new UnionCase("b", Second)]))
    );
}
