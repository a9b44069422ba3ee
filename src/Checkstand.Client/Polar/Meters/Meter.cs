using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>What counts usage.</summary>
public sealed class Meter : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it counts in.</summary>
    public MeterUnit Unit { get; set; }

    /// <summary>What a unit is called, when it is a custom one.</summary>
    public string? CustomLabel { get; set; }

    /// <summary>How many units are shown as one.</summary>
    public long? CustomMultiplier { get; set; }

    /// <summary>Which events it counts.</summary>
    public MeterFilter Filter { get; set; } = new();

    /// <summary>What it makes of them.</summary>
    public MeterAggregation Aggregation { get; set; } = new();

    /// <summary>The organization that it belongs to.</summary>
    public string OrganizationId { get; set; } = "";

    /// <summary>When it was archived; null while it counts.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }
}

/// <summary>Which events a meter counts: clauses that are joined. A clause compares, or is a filter of its own.</summary>
public sealed class MeterFilter : PolarObject
{
    /// <summary>How the clauses are joined. Required in a filter, absent in a clause that compares.</summary>
    public FilterConjunction? Conjunction { get; set; }

    /// <summary>What is joined. Required in a filter.</summary>
    public List<MeterFilter>? Clauses { get; set; }

    /// <summary>The property that is compared. Required in a clause that compares.</summary>
    public string? Property { get; set; }

    /// <summary>How it is compared. Required in a clause that compares.</summary>
    public FilterOperator? Operator { get; set; }

    /// <summary>What it is compared with: a text, a whole number, or true or false. Required in a clause that compares.</summary>
    public ScalarValue? Value { get; set; }
}

/// <summary>What a meter makes of the events that it counts.</summary>
public sealed class MeterAggregation : PolarObject
{
    /// <summary>The function. Required.</summary>
    public AggregationFunction Func { get; set; }

    /// <summary>The property that it is applied to; needed unless the events themselves are counted.</summary>
    public string? Property { get; set; }
}

/// <summary>A new meter.</summary>
public sealed class MeterCreate : PolarObject
{
    /// <summary>Its name, at least 3 characters. Required.</summary>
    public string Name { get; set; } = "";

    /// <summary>Which events it counts. Required.</summary>
    public MeterFilter Filter { get; set; } = new();

    /// <summary>What it makes of them. Required.</summary>
    public MeterAggregation Aggregation { get; set; } = new();

    /// <summary>What it counts in; otherwise plain numbers.</summary>
    public MeterUnit? Unit { get; set; }

    /// <summary>What a unit is called, when it is a custom one.</summary>
    public string? CustomLabel { get; set; }

    /// <summary>How many units are shown as one, at least 1.</summary>
    public long? CustomMultiplier { get; set; }

    /// <summary>The organization's own data: at most 50 keys of 40 characters.</summary>
    public Metadata? Metadata { get; set; }

    /// <summary>The organization; needed with tokens that act for several.</summary>
    public string? OrganizationId { get; set; }
}

/// <summary>A change of a meter: only what is set is sent.</summary>
public sealed class MeterUpdate : PolarObject
{
    /// <summary>Its name, at least 3 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>Which events it counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MeterFilter?> Filter { get; set; }

    /// <summary>What it makes of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MeterAggregation?> Aggregation { get; set; }

    /// <summary>What it counts in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MeterUnit?> Unit { get; set; }

    /// <summary>What a unit is called; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomLabel { get; set; }

    /// <summary>How many units are shown as one, at least 1; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> CustomMultiplier { get; set; }

    /// <summary>Whether it no longer counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> IsArchived { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}
