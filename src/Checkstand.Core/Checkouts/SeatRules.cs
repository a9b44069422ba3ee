using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>How many seats a checkout may have (contract polar sections 2.2 and 2.4).</summary>
internal static class SeatRules
{
    private const string OnlyForSeats = "This is only for seat-based pricing.";

    /// <summary>The seats after an update; null where the price has none.</summary>
    public static int? Choose(Checkout before, ProductChoice choice, int? asked, List<FieldProblem> problems)
    {
        if (choice.Prices.Prices.OfType<Price.SeatBased>().FirstOrDefault() is not { } price)
        {
            RefuseOthers(("seats", asked), problems);
            return null;
        }

        var (min, max) = Bounds(price, before.SeatsMin, before.SeatsMax);
        if (asked is { } seats)
        {
            CheckBounds("seats", seats, min, max, problems);
            return seats;
        }

        return choice.IsOther || before.Seats is null ? min : before.Seats;
    }

    /// <summary>The seats of a new checkout; null where the price has none.</summary>
    public static int? Choose(CheckoutRequest request, PriceChoice choice, List<FieldProblem> problems)
    {
        if (choice.Prices.OfType<Price.SeatBased>().FirstOrDefault() is not { } price)
        {
            RefuseOthers(("seats", request.Seats), problems);
            RefuseOthers(("min_seats", request.SeatsMin), problems);
            RefuseOthers(("max_seats", request.SeatsMax), problems);
            return null;
        }

        var before = problems.Count;
        if (request.SeatsMin is { } least)
        {
            CheckBounds("min_seats", least, price.SeatsMin, price.SeatsMax, problems);
        }

        if (request.SeatsMax is { } most)
        {
            CheckBounds("max_seats", most, price.SeatsMin, price.SeatsMax, problems);
        }

        if (request.SeatsMin > request.SeatsMax)
        {
            problems.Add(FieldProblem.Of("min_seats", "The fewest seats are more than the most."));
        }

        var (min, max) = Bounds(price, request.SeatsMin, request.SeatsMax);
        if (request.Seats is { } seats && problems.Count == before)
        {
            CheckBounds("seats", seats, min, max, problems);
        }

        return request.Seats ?? min;
    }

    // The seller's own bounds hold within the price's; where they have nothing in common (another product was chosen),
    // the price's own hold.
    private static (int Min, int? Max) Bounds(Price.SeatBased price, int? least, int? most)
    {
        var min = Math.Max(price.SeatsMin, least ?? 1);
        var max = Math.Min(price.SeatsMax ?? int.MaxValue, most ?? int.MaxValue);
        return min > max ? (price.SeatsMin, price.SeatsMax) : (min, max == int.MaxValue ? null : max);
    }

    private static void CheckBounds(string field, int seats, int min, int? max, List<FieldProblem> problems)
    {
        if (seats < min)
        {
            problems.Add(
                FieldProblem.Of(field, $"Input should be greater than or equal to {min}.", "greater_than_equal")
            );
        }
        else if (seats > max)
        {
            problems.Add(FieldProblem.Of(field, $"Input should be less than or equal to {max}.", "less_than_equal"));
        }
    }

    private static void RefuseOthers((string Field, int? Value) said, List<FieldProblem> problems)
    {
        if (said.Value is not null)
        {
            problems.Add(FieldProblem.Of(said.Field, OnlyForSeats));
        }
    }
}
