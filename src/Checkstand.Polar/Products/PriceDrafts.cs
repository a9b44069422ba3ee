using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Products;

namespace Checkstand.Polar.Products;

/// <summary>Takes prices out of requests whose form was checked by <see cref="Shapes.PriceShapes"/>.</summary>
internal static class PriceDrafts
{
    /// <summary>The prices of a list; empty when nothing was said.</summary>
    public static IReadOnlyList<PriceDraft> Read(JsonText list)
    {
        if (!list.HasValue)
        {
            return [];
        }

        using var parsed = JsonDocument.Parse(list.Utf8);
        return ReadList(parsed.RootElement);
    }

    /// <summary>The prices of a map from a product's id to a list of prices; empty when nothing was said.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlyList<PriceDraft>> ReadByProduct(JsonText map)
    {
        if (!map.HasValue)
        {
            return new Dictionary<Guid, IReadOnlyList<PriceDraft>>();
        }

        using var parsed = JsonDocument.Parse(map.Utf8);
        return parsed
            .RootElement.EnumerateObject()
            .ToDictionary(entry => Guid.Parse(entry.Name), entry => ReadList(entry.Value));
    }

    private static IReadOnlyList<PriceDraft> ReadList(JsonElement list) => [.. list.EnumerateArray().Select(Read)];

    private static PriceDraft Read(JsonElement price) =>
        price.TryGetProperty("id", out var id)
            ? new PriceDraft.Kept(id.GetGuid())
            : new PriceDraft.Made(
                TextOf(price, "price_currency") ?? "usd",
                TextOf(price, "tax_behavior") is { } behavior ? CatalogueWords.TaxBehaviorOf(behavior) : null,
                ReadAmounts(price)
            );

    private static PriceAmounts ReadAmounts(JsonElement price) =>
        TextOf(price, "amount_type") switch
        {
            "fixed" => new PriceAmounts.Fixed(price.GetProperty("price_amount").GetInt64()),
            "free" => new PriceAmounts.Fixed(0),
            "custom" => new PriceAmounts.Custom(
                NumberOf(price, "minimum_amount"),
                NumberOf(price, "maximum_amount"),
                NumberOf(price, "preset_amount")
            ),
            "seat_based" => ReadSeats(price.GetProperty("seat_tiers")),
            "metered_unit" => new PriceAmounts.Metered(
                TextOf(price, "unit_amount")!,
                NumberOf(price, "cap_amount"),
                price.GetProperty("meter_id").GetGuid()
            ),
            var other => throw new System.Diagnostics.UnreachableException($"No price is read from {other}."),
        };

    private static PriceAmounts.SeatBased ReadSeats(JsonElement tiers) =>
        new(
            TextOf(tiers, "seat_tier_type") == "graduated",
            [
                .. tiers
                    .GetProperty("tiers")
                    .EnumerateArray()
                    .Select(tier => new SeatTier(
                        (int)NumberOf(tier, "min_seats")!,
                        (int?)NumberOf(tier, "max_seats"),
                        NumberOf(tier, "price_per_seat")!.Value
                    )),
            ]
        );

    private static string? TextOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long? NumberOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetInt64() : null;
}
