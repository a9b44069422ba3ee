using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Discounts;

/// <summary>Discounts in terms of the core, out of checked bodies.</summary>
internal static class DiscountRequest
{
    // The older form's currency when it names none.
    private const string CurrencyDefault = "usd";

    /// <summary>What is missing of a new discount for the kind that it is.</summary>
    public static IEnumerable<FieldProblem> Missing(CheckedObject body)
    {
        if (KindOf(body) == DiscountKind.Percentage && !body.Has("basis_points"))
        {
            yield return FieldProblem.Of("basis_points", "Field required", "missing");
        }

        if (KindOf(body) == DiscountKind.Fixed && AmountsOf(body) is null)
        {
            yield return FieldProblem.Of("amounts", "Field required", "missing");
        }
    }

    /// <summary>A new discount of a body of which nothing is missing.</summary>
    public static DiscountDraft ReadDraft(CheckedObject body) =>
        new()
        {
            Name = body.Text("name")!,
            Code = body.Text("code"),
            Reduction =
                KindOf(body) == DiscountKind.Percentage
                    ? new Reduction.Percentage((int)body.Integer("basis_points")!)
                    : new Reduction.Fixed(AmountsOf(body)!),
            Duration = DurationWords.Read(body.Text("duration")!),
            DurationInMonths = (int?)body.Integer("duration_in_months"),
            StartsAt = body.Instant("starts_at"),
            EndsAt = body.Instant("ends_at"),
            RedemptionsMax = (int?)body.Integer("max_redemptions"),
            RedemptionsMaxPerCustomer = (int?)body.Integer("max_redemptions_per_customer"),
            ProductIds = [.. body.Texts("products").Select(Guid.Parse)],
            Metadata = body.Json("metadata"),
        };

    /// <summary>A change of a discount.</summary>
    public static DiscountChange ReadChange(CheckedObject body) =>
        new()
        {
            Name = body.Text("name"),
            Code = Said(body, "code", body.Text("code")),
            Kind = body.Text("type") is { } kind ? KindWords.Read(kind) : null,
            Amounts = AmountsOf(body),
            BasisPoints = (int?)body.Integer("basis_points"),
            Duration = body.Text("duration") is { } duration ? DurationWords.Read(duration) : null,
            DurationInMonths = (int?)body.Integer("duration_in_months"),
            StartsAt = Said(body, "starts_at", body.Instant("starts_at")),
            EndsAt = Said(body, "ends_at", body.Instant("ends_at")),
            RedemptionsMax = Said(body, "max_redemptions", (int?)body.Integer("max_redemptions")),
            RedemptionsMaxPerCustomer = Said(
                body,
                "max_redemptions_per_customer",
                (int?)body.Integer("max_redemptions_per_customer")
            ),
            ProductIds = body.Has("products") ? [.. body.Texts("products").Select(Guid.Parse)] : null,
            Metadata = body.Json("metadata"),
        };

    private static Said<T> Said<T>(CheckedObject body, string name, T value) => new(value, body.Json(name).IsPresent);

    private static DiscountKind KindOf(CheckedObject body) =>
        body.Text("type") is { } word ? KindWords.Read(word)
        : body.Has("basis_points") ? DiscountKind.Percentage
        : DiscountKind.Fixed;

    // The form of today wins over the older one of a single amount, which clients repeat out of an answer.
    private static Dictionary<string, long>? AmountsOf(CheckedObject body) =>
        body.Has("amounts") ? JsonSerializer.Deserialize(body["amounts"].Span, AmountMap.Default.DictionaryStringInt64)
        : body.Integer("amount") is { } amount
            ? new Dictionary<string, long> { [body.Text("currency") ?? CurrencyDefault] = amount }
        : null;
}

/// <summary>How amounts by currency are read, without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, long>))]
internal sealed partial class AmountMap : JsonSerializerContext;
