using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Products;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Products;

/// <summary>What the bodies that make and change products say, in terms of the core.</summary>
internal static class ProductRequest
{
    private const int NameLengthMin = 3;

    /// <summary>What is wrong with a body beyond its form, before anything is looked up.</summary>
    public static IEnumerable<FieldProblem> Problems(CheckedObject body)
    {
        if (body.Text("name") is { } name && name.Trim().Length < NameLengthMin)
        {
            yield return FieldProblem.Of("name", "String should have at least 3 characters.", "string_too_short");
        }

        foreach (var interval in (string[])["trial_interval", "meter_interval"])
        {
            // A count may stand for itself nowhere; an interval of a meter alone is of one.
            var isCounted = body.Shape!.IndexOf($"{interval}_count") >= 0 && body.Has($"{interval}_count");
            var isNamed = body.Shape.IndexOf(interval) >= 0 && body.Has(interval);
            if (isCounted && !isNamed)
            {
                yield return FieldProblem.Of(interval, "Field required", "missing");
            }
            else if (isNamed && !isCounted && interval == "trial_interval")
            {
                yield return FieldProblem.Of($"{interval}_count", "Field required", "missing");
            }
        }
    }

    public static ProductDraft ReadDraft(CheckedObject body)
    {
        var recurs = Span(body, "recurring_interval");
        return new ProductDraft
        {
            Name = body.Text("name")!.Trim(),
            Description = Description(body),
            Visibility = CatalogueWords.VisibilityOf(body.Text("visibility") ?? "public"),
            Recurs = recurs,
            // What a product that is paid once says about periods is skipped, as upstream does.
            MeterRecurs = recurs is null ? null : Span(body, "meter_interval"),
            Trial = recurs is null ? null : Span(body, "trial_interval"),
            Prices = PriceDrafts.Read(body.Json("prices")),
            Fields = ReadAttached(body.Json("attached_custom_fields")),
            MediaCount = body.Texts("medias").Count,
            Metadata = body.Json("metadata"),
        };
    }

    public static ProductPatch ReadPatch(CheckedObject body) =>
        new()
        {
            Name = body.Text("name")?.Trim(),
            Description = new Said<string?>(Description(body), body.Json("description").IsPresent),
            Visibility = body.Text("visibility") is { } word ? CatalogueWords.VisibilityOf(word) : null,
            IsArchived = body.Boolean("is_archived"),
            RecursUnit = new Said<CalendarUnit?>(
                body.Text("recurring_interval") is { } unit ? CatalogueWords.IntervalOf(unit) : null,
                body.Json("recurring_interval").IsPresent
            ),
            RecursCount = new Said<int?>(
                (int?)body.Integer("recurring_interval_count"),
                body.Json("recurring_interval_count").IsPresent
            ),
            Trial = new Said<CalendarSpan?>(
                Span(body, "trial_interval"),
                body.Json("trial_interval").IsPresent || body.Json("trial_interval_count").IsPresent
            ),
            Prices = body.Has("prices") ? PriceDrafts.Read(body.Json("prices")) : null,
            Fields = body.Has("attached_custom_fields") ? ReadAttached(body.Json("attached_custom_fields")) : null,
            MediaCount = body.Texts("medias").Count,
            Metadata = body.Json("metadata"),
        };

    private static string? Description(CheckedObject body) =>
        body.Text("description") is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static CalendarSpan? Span(CheckedObject body, string name) =>
        body.Text(name) is { } unit
            ? new CalendarSpan(CatalogueWords.IntervalOf(unit), (int)(body.Integer($"{name}_count") ?? 1))
            : null;

    private static IReadOnlyList<AttachedField> ReadAttached(JsonText list)
    {
        if (!list.HasValue)
        {
            return [];
        }

        using var parsed = JsonDocument.Parse(list.Utf8);
        return
        [
            .. parsed
                .RootElement.EnumerateArray()
                .Select(field => new AttachedField(
                    field.GetProperty("custom_field_id").GetGuid(),
                    field.GetProperty("required").GetBoolean()
                )),
        ];
    }
}
