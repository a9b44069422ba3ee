using Checkstand.Core.Organizations;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Customers;

public sealed partial record Customer
{
    /// <summary>A new customer of a draft.</summary>
    /// <returns>The customer, or Invalid with everything that is wrong.</returns>
    public static Result<Customer, CustomerProblem> Of(
        OrganizationId organization,
        CustomerDraft draft,
        DateTimeOffset now
    )
    {
        var problems = new List<FieldProblem>();
        var address = AddressOf(draft.BillingAddress, problems);
        var made = new Customer
        {
            Id = RandomId.New(),
            OrganizationId = organization,
            CreatedAt = now,
            Email = draft.Email,
            ExternalId = NameOf(draft.ExternalId),
            Name = TextOf(draft.Name),
            BillingAddress = address,
            TaxId = TaxIdOf(TextOf(draft.TaxId), address ?? draft.BillingAddress, problems),
            Locale = draft.Locale,
            Metadata = draft.Metadata,
        };
        return problems.Count > 0 ? new CustomerProblem.Invalid(problems) : made;
    }

    /// <summary>This customer after a change. A tax id that is kept is checked again, because the country may be another.</summary>
    /// <returns>The customer, or Invalid with everything that is wrong.</returns>
    public Result<Customer, CustomerProblem> With(CustomerChange change, DateTimeOffset now)
    {
        var problems = new List<FieldProblem>();
        var externalId = change.ExternalId.IsSaid ? NameOf(change.ExternalId.Value) : ExternalId;
        if (ExternalId is not null && externalId != ExternalId)
        {
            problems.Add(FieldProblem.Of("external_id", "Customer external ID cannot be updated."));
        }

        if (change.BillingAddress is { IsSaid: true, Value: null })
        {
            problems.Add(
                FieldProblem.Of("billing_address", "Customer billing address cannot be reset to null once set.")
            );
        }

        var address = change.BillingAddress.Value is { } sent ? AddressOf(sent, problems) : BillingAddress;
        var typed = change.TaxId.IsSaid ? TextOf(change.TaxId.Value) : TaxId?.Value;
        var changed = this with
        {
            ModifiedAt = now,
            Email = change.Email ?? Email,
            ExternalId = externalId,
            Name = change.Name.IsSaid ? TextOf(change.Name.Value) : Name,
            BillingAddress = address,
            TaxId = TaxIdOf(typed, address ?? BillingAddress, problems),
            Locale = change.Locale.Over(Locale),
            Metadata = change.Metadata.HasValue ? change.Metadata : Metadata,
        };
        return problems.Count > 0 ? new CustomerProblem.Invalid(problems) : changed;
    }

    /// <summary>
    /// This customer, deleted: its email address and external id are free for others. Its orders keep naming it.
    /// </summary>
    public Customer Deleted(DateTimeOffset now) => this with { ExternalId = null, ModifiedAt = now, DeletedAt = now };

    /// <summary>
    /// This customer without what tells who it was: the address of its mailbox, its names and its billing address. A
    /// business, which has a tax id, keeps its name and tax id, because invoices need them.
    /// </summary>
    /// <param name="pseudonym">What stands for it, from which nobody can tell who it was; at most 64 letters and digits.</param>
    public Customer Anonymized(string pseudonym) =>
        this with
        {
            Email = $"{pseudonym}@anonymized.invalid",
            Name = Name is null || TaxId is not null ? Name : pseudonym,
            BillingName = BillingName is null ? null : pseudonym,
            BillingAddress = null,
        };

    private static PostalAddress? AddressOf(PostalAddress? sent, List<FieldProblem> problems)
    {
        if (sent is null)
        {
            return null;
        }

        if (Addresses.Check(sent, ["billing_address"]).TryGet(out var address, out var problem))
        {
            return address;
        }

        problems.Add(problem);
        return null;
    }

    private static TaxId? TaxIdOf(string? typed, PostalAddress? address, List<FieldProblem> problems)
    {
        if (typed is null)
        {
            return null;
        }

        if (address is null)
        {
            problems.Add(FieldProblem.Of("billing_address", "Country is required to validate tax ID.", "missing"));
            return null;
        }

        if (TaxIds.Check(address.Country, typed) is { } taxId)
        {
            return taxId;
        }

        problems.Add(FieldProblem.Of("tax_id", "Invalid tax ID.", "invalid"));
        return null;
    }

    private static string? TextOf(string? sent) => string.IsNullOrWhiteSpace(sent) ? null : sent.Trim();

    // To the letter: it is a name in somebody else's books.
    private static string? NameOf(string? sent) => string.IsNullOrWhiteSpace(sent) ? null : sent;
}
