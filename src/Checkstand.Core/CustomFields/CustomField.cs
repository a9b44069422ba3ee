using System.Text.Json.Serialization;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.CustomFields;

/// <summary>A question that a seller adds to checkouts (contract polar section 2.7).</summary>
public sealed record CustomField
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The key of its answer; unique in its organization.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What may be answered.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>How a form shows it, carried and not judged: <c>form_label</c>, <c>form_help_text</c>, <c>form_placeholder</c>, <c>textarea</c>.</summary>
    public JsonText Form { get; init; }

    /// <summary>The seller's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }
}

/// <summary>What may be answered to a custom field. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Instant), "date")]
[JsonDerivedType(typeof(Checkbox), "checkbox")]
[JsonDerivedType(typeof(Choice), "select")]
public abstract record FieldKind
{
    private FieldKind() { }

    /// <summary>A text of so many characters; null for no bound.</summary>
    public sealed record Text(int? LengthMin, int? LengthMax) : FieldKind;

    /// <summary>An integer between two, included; null for the bounds of 32 bits.</summary>
    public sealed record Number(int? Min, int? Max) : FieldKind;

    /// <summary>An instant between two, Unix seconds, included; null for no bound.</summary>
    public sealed record Instant(long? MinUnixSeconds, long? MaxUnixSeconds) : FieldKind;

    /// <summary>Yes or no. Where it is required, only yes will do.</summary>
    public sealed record Checkbox : FieldKind;

    /// <summary>One of some values.</summary>
    public sealed record Choice(IReadOnlyList<SelectOption> Options) : FieldKind;
}

/// <summary>A value of a selection.</summary>
/// <param name="Value">What is kept.</param>
/// <param name="Label">What is shown.</param>
public sealed record SelectOption(string Value, string Label);
