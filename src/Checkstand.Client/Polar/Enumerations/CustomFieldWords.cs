using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>The kind of a custom field.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CustomFieldType>))]
public readonly record struct CustomFieldType(string Value) : IOpenEnum<CustomFieldType>
{
    /// <summary><c>text</c></summary>
    public static CustomFieldType Text { get; } = new("text");

    /// <summary><c>number</c></summary>
    public static CustomFieldType Number { get; } = new("number");

    /// <summary><c>date</c></summary>
    public static CustomFieldType Date { get; } = new("date");

    /// <summary><c>checkbox</c></summary>
    public static CustomFieldType Checkbox { get; } = new("checkbox");

    /// <summary><c>select</c></summary>
    public static CustomFieldType Select { get; } = new("select");

    /// <inheritdoc/>
    public static CustomFieldType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Whether a customer is one person or many.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CustomerType>))]
public readonly record struct CustomerType(string Value) : IOpenEnum<CustomerType>
{
    /// <summary><c>individual</c></summary>
    public static CustomerType Individual { get; } = new("individual");

    /// <summary><c>team</c></summary>
    public static CustomerType Team { get; } = new("team");

    /// <inheritdoc/>
    public static CustomerType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>How the clauses of a filter are joined.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<FilterConjunction>))]
public readonly record struct FilterConjunction(string Value) : IOpenEnum<FilterConjunction>
{
    /// <summary><c>and</c></summary>
    public static FilterConjunction And { get; } = new("and");

    /// <summary><c>or</c></summary>
    public static FilterConjunction Or { get; } = new("or");

    /// <inheritdoc/>
    public static FilterConjunction From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>How a clause of a filter compares.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<FilterOperator>))]
public readonly record struct FilterOperator(string Value) : IOpenEnum<FilterOperator>
{
    /// <summary><c>eq</c></summary>
    public static FilterOperator Eq { get; } = new("eq");

    /// <summary><c>ne</c></summary>
    public static FilterOperator Ne { get; } = new("ne");

    /// <summary><c>gt</c></summary>
    public static FilterOperator Gt { get; } = new("gt");

    /// <summary><c>gte</c></summary>
    public static FilterOperator Gte { get; } = new("gte");

    /// <summary><c>lt</c></summary>
    public static FilterOperator Lt { get; } = new("lt");

    /// <summary><c>lte</c></summary>
    public static FilterOperator Lte { get; } = new("lte");

    /// <summary><c>like</c></summary>
    public static FilterOperator Like { get; } = new("like");

    /// <summary><c>not_like</c></summary>
    public static FilterOperator NotLike { get; } = new("not_like");

    /// <inheritdoc/>
    public static FilterOperator From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a meter makes of the events that it counts.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<AggregationFunction>))]
public readonly record struct AggregationFunction(string Value) : IOpenEnum<AggregationFunction>
{
    /// <summary><c>count</c></summary>
    public static AggregationFunction Count { get; } = new("count");

    /// <summary><c>sum</c></summary>
    public static AggregationFunction Sum { get; } = new("sum");

    /// <summary><c>max</c></summary>
    public static AggregationFunction Max { get; } = new("max");

    /// <summary><c>min</c></summary>
    public static AggregationFunction Min { get; } = new("min");

    /// <summary><c>avg</c></summary>
    public static AggregationFunction Avg { get; } = new("avg");

    /// <summary><c>unique</c></summary>
    public static AggregationFunction Unique { get; } = new("unique");

    /// <inheritdoc/>
    public static AggregationFunction From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
