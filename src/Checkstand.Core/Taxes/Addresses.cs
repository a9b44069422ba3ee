using System.Collections.Frozen;
using Checkstand.Core.Payments;

namespace Checkstand.Core.Taxes;

/// <summary>Which billing addresses are accepted, and their normal form (contract polar section 2.5).</summary>
public static class Addresses
{
    // Without those that the vendor does not sell to.
    private static readonly FrozenSet<string> Accepted = IsoCodes
        .Countries.Except(["CU", "IR", "KP", "RU", "SY"])
        .ToFrozenSet(StringComparer.Ordinal);

    // The fifty states and the District of Columbia; no territories.
    private static readonly FrozenSet<string> UsStates = (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
        + "OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CaSubdivisions = "AB BC MB NB NL NS NT NU ON PE QC SK YT"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The countries that addresses may be in: ISO 3166-1 alpha-2, upper case.</summary>
    public static IReadOnlyList<string> Countries { get; } = [.. Accepted.Order(StringComparer.Ordinal)];

    /// <summary>A country's code in upper case; null when addresses can't be there.</summary>
    public static string? NormalizeCountry(string text)
    {
        var country = text.ToUpperInvariant();
        return Accepted.Contains(country) ? country : null;
    }

    /// <summary>Whether a country's states are checked, and written <c>US-CA</c>.</summary>
    public static bool HasStates(string country) => country is "US" or "CA";

    /// <summary>An address in its normal form: without blank parts, states of the United States and Canada as ISO 3166-2.</summary>
    /// <param name="sent">As it was sent.</param>
    /// <param name="path">Its place in the request.</param>
    public static Result<PostalAddress, FieldProblem> Check(PostalAddress sent, IReadOnlyList<object> path)
    {
        if (NormalizeCountry(sent.Country) is not { } country)
        {
            return new FieldProblem([.. path, "country"], "Country is not accepted.", "enum");
        }

        var state = TextOf(sent.State);
        if (state is not null && HasStates(country))
        {
            state = StateOf(country, state);
            if (state is null)
            {
                return new FieldProblem(
                    [.. path, "state"],
                    country == "US" ? "Invalid US state" : "Invalid CA subdivision"
                );
            }
        }

        return new PostalAddress
        {
            Country = country,
            State = state,
            Line1 = TextOf(sent.Line1),
            Line2 = TextOf(sent.Line2),
            City = TextOf(sent.City),
            PostalCode = TextOf(sent.PostalCode),
        };
    }

    private static string? StateOf(string country, string text)
    {
        var upper = text.ToUpperInvariant();
        var code = upper.StartsWith($"{country}-", StringComparison.Ordinal) ? upper[3..] : upper;
        return (country == "US" ? UsStates : CaSubdivisions).Contains(code) ? $"{country}-{code}" : null;
    }

    private static string? TextOf(string? sent) => string.IsNullOrWhiteSpace(sent) ? null : sent.Trim();
}
