using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A new customer.</summary>
public sealed class CustomerCreate : PolarObject
{
    /// <summary>Its address of mail, which no other customer has in any case. Required, but of a team.</summary>
    public string? Email { get; set; }

    /// <summary>The organization's own id for it, which stays.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Its name, at most 256 characters.</summary>
    public string? Name { get; set; }

    /// <summary>The address on its invoices.</summary>
    public BillingAddress? BillingAddress { get; set; }

    /// <summary>Its tax number; needs a billing address.</summary>
    public string? TaxId { get; set; }

    /// <summary>Its language, a BCP 47 tag.</summary>
    public string? Locale { get; set; }

    /// <summary>Whether it is one person or many; otherwise one.</summary>
    public CustomerType? Type { get; set; }

    /// <summary>The first member of a team; otherwise one with the customer's own address and name. Checkstand has no teams.</summary>
    public MemberOwnerCreate? Owner { get; set; }

    /// <summary>The organization's own data: at most 50 keys of 40 characters.</summary>
    public Metadata? Metadata { get; set; }

    /// <summary>The organization; needed with tokens that act for several.</summary>
    public string? OrganizationId { get; set; }
}

/// <summary>A change of a customer: only what is set is sent.</summary>
public sealed class CustomerUpdate : PolarObject
{
    /// <summary>Its address of mail. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Email { get; set; }

    /// <summary>The organization's own id for it; once there is one it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ExternalId { get; set; }

    /// <summary>Its name, at most 256 characters; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>The address on its invoices, as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<BillingAddress> BillingAddress { get; set; }

    /// <summary>Its tax number; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> TaxId { get; set; }

    /// <summary>Its language; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Locale { get; set; }

    /// <summary>Whether it is one person or many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomerType?> Type { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}

/// <summary>A change of a customer that is named by the organization's own id, which stays: only what is set is sent.</summary>
public sealed class CustomerUpdateExternalId : PolarObject
{
    /// <summary>Its address of mail. Null keeps it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Email { get; set; }

    /// <summary>Its name, at most 256 characters; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>The address on its invoices, as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<BillingAddress> BillingAddress { get; set; }

    /// <summary>Its tax number; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> TaxId { get; set; }

    /// <summary>Its language; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Locale { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}

/// <summary>The first member of a new team.</summary>
public sealed class MemberOwnerCreate : PolarObject
{
    /// <summary>Their address of mail. Required.</summary>
    public string Email { get; set; } = "";

    /// <summary>Their name.</summary>
    public string? Name { get; set; }

    /// <summary>The organization's own id for them.</summary>
    public string? ExternalId { get; set; }
}
