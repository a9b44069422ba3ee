using Checkstand.Core.Customers;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Checkouts;

/// <summary>What is known of a checkout's buyer, and which of it is accepted (contract polar sections 2.2, 2.3, 2.5 and 2.6).</summary>
internal static class BuyerRules
{
    private const string AddressPlace = "customer_billing_address";
    private const string TaxIdPlace = "customer_tax_id";

    /// <summary>The buyer of a new checkout.</summary>
    public static Buyer Begin(CheckoutRequest request, Customer? customer, List<FieldProblem> problems)
    {
        var address = AddressOf(request.BillingAddress, problems) ?? customer?.BillingAddress;
        var billingName = TextOf(request.BillingName) ?? customer?.BillingName;
        var isBusiness =
            request.IsBusiness ?? (customer?.BillingName is not null && customer.BillingAddress is not null);
        return new Buyer
        {
            CustomerId = customer?.Id,
            ExternalId = customer?.ExternalId ?? request.ExternalCustomerId,
            Name = TextOf(request.Name) ?? customer?.Name,
            Email = request.Email ?? customer?.Email,
            IpAddress = request.IpAddress,
            BillingName = billingName,
            BillingAddress = address,
            TaxId = TextOf(request.TaxId) is { } typed
                ? TaxIdOf(typed, address?.Country, problems)
                : KnownTaxId(customer, address?.Country),
            IsBusiness = isBusiness,
            Locale = request.Locale,
        };
    }

    /// <summary>The buyer after an update.</summary>
    public static Buyer Update(Buyer before, CheckoutUpdate update, List<FieldProblem> problems)
    {
        var address = AddressOf(update.BillingAddress, problems) ?? before.BillingAddress;
        var after = before with
        {
            Name = TextOf(update.Name).Over(before.Name),
            Email = before.CustomerId is null ? update.Email.Over(before.Email) : before.Email,
            IpAddress = update.IpAddress.Over(before.IpAddress),
            BillingName = TextOf(update.BillingName).Over(before.BillingName),
            BillingAddress = address,
            IsBusiness = update.IsBusiness ?? before.IsBusiness,
            Locale = update.Locale.Over(before.Locale),
        };
        return update.IsBusiness == false
            ? after with
            {
                TaxId = null,
                BillingName = null,
            }
            : after with
            {
                TaxId = TaxIdAfter(before, update, address?.Country, problems),
            };
    }

    /// <summary>Whether a preset address says so much that the rest of it is to be asked for too.</summary>
    public static bool IsPartOfAWhole(PostalAddress? address) =>
        address is not null
        && (
            address.Line1
            ?? address.Line2
            ?? address.City
            ?? address.PostalCode
            ?? (Addresses.HasStates(address.Country) ? null : address.State)
        )
            is not null;

    private static TaxId? TaxIdAfter(Buyer before, CheckoutUpdate update, string? country, List<FieldProblem> problems)
    {
        if (update.TaxId.IsSaid)
        {
            return TextOf(update.TaxId.Value) is { } typed ? TaxIdOf(typed, country, problems) : null;
        }

        // What was good in one country need not be in another.
        return before.TaxId is { } kept && country != before.BillingAddress?.Country
            ? TaxIdOf(kept.Value, country, problems)
            : before.TaxId;
    }

    private static TaxId? TaxIdOf(string typed, string? country, List<FieldProblem> problems)
    {
        if (country is null)
        {
            problems.Add(FieldProblem.Of(AddressPlace, "A country is required to check the tax ID.", "missing"));
            return null;
        }

        if (TaxIds.Check(country, typed) is not { } checkedId)
        {
            problems.Add(FieldProblem.Of(TaxIdPlace, "Invalid tax ID."));
            return null;
        }

        return checkedId;
    }

    // A customer's tax id goes with the customer's country.
    private static TaxId? KnownTaxId(Customer? customer, string? country) =>
        customer?.BillingAddress?.Country == country ? customer?.TaxId : null;

    private static PostalAddress? AddressOf(PostalAddress? sent, List<FieldProblem> problems)
    {
        if (sent is null)
        {
            return null;
        }

        if (Addresses.Check(sent, [AddressPlace]).TryGet(out var address, out var problem))
        {
            return address;
        }

        problems.Add(problem);
        return null;
    }

    private static string? TextOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static Said<string?> TextOf(Said<string?> said) => said with { Value = TextOf(said.Value) };
}
