using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Customers;

/// <summary>Customers in terms of the core, out of checked bodies.</summary>
internal static class CustomerRequest
{
    /// <summary>What of a body there is not here: customers that are teams, whose members have an owner.</summary>
    public static IEnumerable<FieldProblem> Unsupported(CheckedObject body)
    {
        if (body.Text("type") == "team")
        {
            yield return FieldProblem.Of("type", "There are no customers that are teams here.");
        }

        if (body.Shape!.IndexOf("owner") >= 0 && body.Has("owner"))
        {
            yield return FieldProblem.Of("owner", "There are no members of customers here.");
        }
    }

    public static CustomerDraft ReadDraft(CheckedObject body) =>
        new()
        {
            Email = body.Text("email")!,
            ExternalId = body.Text("external_id"),
            Name = body.Text("name"),
            BillingAddress = AddressOf(body),
            TaxId = body.Text("tax_id"),
            Locale = body.Text("locale"),
            Metadata = body.Json("metadata"),
        };

    public static CustomerChange ReadChange(CheckedObject body) =>
        new()
        {
            Email = body.Text("email"),
            ExternalId = body.Shape!.IndexOf("external_id") < 0 ? default : Said(body, "external_id"),
            Name = Said(body, "name"),
            BillingAddress = new(AddressOf(body), body.Json("billing_address").IsPresent),
            TaxId = Said(body, "tax_id"),
            Locale = Said(body, "locale"),
            Metadata = body.Json("metadata"),
        };

    private static Said<string?> Said(CheckedObject body, string name) =>
        new(body.Text(name), body.Json(name).IsPresent);

    private static PostalAddress? AddressOf(CheckedObject body)
    {
        if (!body.Has("billing_address"))
        {
            return null;
        }

        using var parsed = JsonDocument.Parse(body["billing_address"]);
        var sent = parsed.RootElement;
        return new PostalAddress
        {
            Country = sent.GetProperty("country").GetString()!,
            State = TextOf("state"),
            Line1 = TextOf("line1"),
            Line2 = TextOf("line2"),
            City = TextOf("city"),
            PostalCode = TextOf("postal_code"),
        };

        string? TextOf(string name) => sent.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
