using System.Diagnostics;
using System.Text.Json;
using Checkstand.Core.Products;
using Checkstand.Wire;

namespace Checkstand.Polar.Products;

/// <summary>How a price looks in answers: what the contract has now, and the keys that older SDKs can't do without (section 2.8).</summary>
internal static class PriceBody
{
    public static void Write(Utf8JsonWriter writer, Price price, Product product)
    {
        writer.WriteStartObject();
        writer.WriteInstant("created_at", price.CreatedAt);
        writer.WriteInstant("modified_at", price.ModifiedAt);
        writer.WriteString("id"u8, price.Id);
        writer.WriteString("source"u8, price.IsAdHoc ? "ad_hoc"u8 : "catalog"u8);
        writer.WriteString("amount_type"u8, AmountTypeOf(price));
        writer.WriteString("price_currency"u8, price.Currency);
        writer.WriteString("tax_behavior"u8, price.TaxBehavior is { } behavior ? CatalogueWords.Of(behavior) : null);
        writer.WriteBoolean("is_archived"u8, price.IsArchived);
        writer.WriteString("product_id"u8, product.Id);
        WriteAmounts(writer, price);
        writer.WriteString("type"u8, product.IsRecurring ? "recurring"u8 : "one_time"u8);
        writer.WriteString("recurring_interval"u8, product.Recurs is { } span ? CatalogueWords.Of(span.Unit) : null);
        writer.WriteEndObject();
    }

    /// <summary>The contract's word for the kind of a price. A free one is a fixed one of 0.</summary>
    public static string AmountTypeOf(Price price) =>
        price switch
        {
            Price.Fixed => "fixed",
            Price.Custom => "custom",
            Price.SeatBased => "seat_based",
            Price.Metered => "metered_unit",
            _ => throw new UnreachableException($"No word is defined for {price.GetType().Name}."),
        };

    private static void WriteAmounts(Utf8JsonWriter writer, Price price)
    {
        switch (price)
        {
            case Price.Fixed fixedPrice:
                writer.WriteNumber("price_amount"u8, fixedPrice.MinorUnits);
                break;
            case Price.Custom custom:
                writer.WriteNumber("minimum_amount"u8, custom.MinorUnitsMin);
                WriteNumber(writer, "maximum_amount", custom.MinorUnitsMax);
                WriteNumber(writer, "preset_amount", custom.MinorUnitsPreset);
                break;
            case Price.SeatBased seats:
                WriteTiers(writer, seats);
                break;
            case Price.Metered metered:
                writer.WriteString("unit_amount"u8, metered.UnitAmount);
                WriteNumber(writer, "cap_amount", metered.CapMinorUnits);
                WriteMeter(writer, metered.Meter);
                break;
            default:
                throw new UnreachableException($"No amounts are written for {price.GetType().Name}.");
        }
    }

    private static void WriteTiers(Utf8JsonWriter writer, Price.SeatBased seats)
    {
        writer.WriteStartObject("seat_tiers"u8);
        writer.WriteString("seat_tier_type"u8, seats.IsGraduated ? "graduated"u8 : "volume"u8);
        writer.WriteStartArray("tiers"u8);
        foreach (var tier in seats.Tiers)
        {
            writer.WriteStartObject();
            writer.WriteNumber("min_seats"u8, tier.SeatsMin);
            WriteNumber(writer, "max_seats", tier.SeatsMax);
            writer.WriteNumber("price_per_seat"u8, tier.MinorUnitsPerSeat);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("minimum_seats"u8, seats.SeatsMin);
        WriteNumber(writer, "maximum_seats", seats.SeatsMax);
        writer.WriteEndObject();
        writer.WriteNumber("price_per_seat"u8, seats.Tiers[0].MinorUnitsPerSeat);
    }

    private static void WriteMeter(Utf8JsonWriter writer, PricedMeter meter)
    {
        writer.WriteString("meter_id"u8, meter.Id);
        writer.WriteStartObject("meter"u8);
        writer.WriteString("id"u8, meter.Id);
        writer.WriteString("name"u8, meter.Name);
        writer.WriteString("unit"u8, CatalogueWords.Of(meter.Unit));
        writer.WriteString("custom_label"u8, meter.Label);
        WriteNumber(writer, "custom_multiplier", meter.Multiplier);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
