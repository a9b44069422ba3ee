using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;
using Checkstand.Core.Taxes;
using Xunit;

namespace Checkstand.Core.Tests.Customers;

/// <summary>What is kept of a customer that was deleted.</summary>
public sealed class CustomerDeletionTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Customer Ada = new()
    {
        Id = RandomId.New(),
        OrganizationId = OrganizationId.New(),
        CreatedAt = Now.AddDays(-1),
        Email = "ada@example.com",
        ExternalId = "e-1",
        Name = "Ada",
        BillingName = "Ada Ltd",
        BillingAddress = new PostalAddress { Country = "FR" },
    };

    [Fact]
    public void A_deleted_customer_keeps_all_but_its_external_id() =>
        Assert.Equal(Ada with { ExternalId = null, ModifiedAt = Now, DeletedAt = Now }, Ada.Deleted(Now));

    [Fact]
    public void An_anonymized_customer_has_a_pseudonym_for_all_that_tells_who_it_was() =>
        Assert.Equal(
            Ada with
            {
                Email = "p7@anonymized.invalid",
                Name = "p7",
                BillingName = "p7",
                BillingAddress = null,
            },
            Ada.Anonymized("p7")
        );

    [Fact]
    public void A_business_keeps_its_name_and_tax_id()
    {
        var business = Ada with { TaxId = new TaxId("FR61954506077", "eu_vat") };

        var anonymized = business.Anonymized("p7");

        Assert.Equal(("Ada", business.TaxId), (anonymized.Name, anonymized.TaxId));
        Assert.Equal("p7", anonymized.BillingName);
    }

    [Fact]
    public void What_was_not_known_stays_unknown()
    {
        var anonymized = (Ada with { Name = null, BillingName = null }).Anonymized("p7");

        Assert.Null(anonymized.Name);
        Assert.Null(anonymized.BillingName);
    }
}
