using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>Meters in requests and answers.</summary>
internal static class MeterShapes
{
    // The vendor's document lets filters hold filters without end; the body's depth ends them too.
    private const int FilterDepthMax = 8;

    private static readonly TextShape Name = new() { LengthMin = 3 };
    private static readonly TextShape Unit = Forms.OneOf("MeterUnit", CatalogueWords.MeterUnits);
    private static readonly IntegerShape Multiplier = new(1, int.MaxValue) { IsMinStatedExclusive = true };
    private static readonly ObjectShape Filter = FilterOf(FilterDepthMax);

    private static readonly ObjectShape OfProperty = Forms.Object(
        "PropertyAggregation",
        Forms.Must("func", new TextShape { Values = ["sum", "max", "min", "avg"] }),
        Forms.Must("property", Forms.AnyText)
    );

    private static readonly UnionShape Aggregation = new(
        "func",
        [
            new UnionCase("count", Forms.Object("CountAggregation", Forms.Must("func", Forms.Constant("count")))),
            new UnionCase("sum", OfProperty),
            new UnionCase("max", OfProperty),
            new UnionCase("min", OfProperty),
            new UnionCase("avg", OfProperty),
            new UnionCase(
                "unique",
                Forms.Object(
                    "UniqueAggregation",
                    Forms.Must("func", Forms.Constant("unique")),
                    Forms.Must("property", Forms.AnyText)
                )
            ),
        ]
    );

    public static readonly ObjectShape Create = Forms.Object(
        "MeterCreate",
        Forms.NotNull("metadata", Forms.Metadata),
        Forms.Must("name", Name),
        Forms.Defaulted("unit", Unit, "\"scalar\""),
        Forms.Maybe("custom_label", Forms.AnyText),
        Forms.Maybe("custom_multiplier", Multiplier),
        Forms.Must("filter", Filter),
        Forms.Must("aggregation", Aggregation),
        OwnOrganization.Body
    );

    public static readonly ObjectShape Update = Forms.Object(
        "MeterUpdate",
        Forms.NotNull("metadata", Forms.Metadata),
        Forms.Maybe("name", Name),
        Forms.Maybe("unit", Unit),
        Forms.Maybe("custom_label", Forms.AnyText),
        Forms.Maybe("custom_multiplier", Multiplier),
        Forms.Maybe("filter", Filter),
        Forms.Maybe("aggregation", Aggregation),
        Forms.Maybe("is_archived", Forms.Boolean)
    );

    public static readonly ObjectShape ListQuery = new(
        "MetersListQuery",
        [
            OwnOrganization.Query,
            Forms.Maybe("query", Forms.AnyText),
            Forms.Maybe("is_archived", Forms.Boolean),
            .. Paging.Parameters,
            Paging.SortingBy("MeterSortProperty", "created_at", "name"),
        ]
    );

    /// <summary>A meter in answers.</summary>
    public static readonly ObjectShape Meter = new(
        "Meter",
        Forms.Must("metadata", Forms.Metadata),
        Forms.Must("created_at", Forms.DateTime),
        Forms.MustOrNull("modified_at", Forms.DateTime),
        Forms.Must("id", Forms.Uuid4),
        Forms.Must("name", Forms.AnyText),
        Forms.Must("unit", Unit),
        Forms.MustOrNull("custom_label", Forms.AnyText),
        Forms.MustOrNull("custom_multiplier", IntegerShape.Any),
        Forms.Must("filter", Filter),
        Forms.Must("aggregation", Aggregation),
        Forms.Must("organization_id", Forms.Uuid4),
        Forms.MustOrNull("archived_at", Forms.DateTime)
    );

    public static readonly ObjectShape Meters = Paging.ListOf("Meter", Meter);

    private static ObjectShape FilterOf(int depth)
    {
        var clause = Forms.Object(
            "FilterClause",
            Forms.Must("property", Forms.AnyText),
            Forms.Must(
                "operator",
                Forms.OneOf("FilterOperator", "eq", "ne", "gt", "gte", "lt", "lte", "like", "not_like")
            ),
            Forms.Must("value", new ScalarShape(0, 1000) { TakesFractions = false })
        );
        var last = new ChoiceCase("property", clause);
        return Forms.Object(
            "Filter",
            Forms.Must("conjunction", Forms.OneOf("FilterConjunction", "and", "or")),
            Forms.Must(
                "clauses",
                new ArrayShape(
                    new ChoiceShape(depth == 1 ? [last] : [new ChoiceCase("conjunction", FilterOf(depth - 1)), last])
                )
            )
        );
    }
}
