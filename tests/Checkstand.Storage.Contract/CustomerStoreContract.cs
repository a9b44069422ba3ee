using System.Text;
using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;
using Checkstand.Core.Taxes;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of customers promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class CustomerStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PageNumber FirstPage = new(1, 100);
    private static readonly OrganizationId Owner = OrganizationId.New();
    private static readonly OrganizationId Stranger = OrganizationId.New();

    private int made;

    protected ICustomerStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<ICustomerStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task Every_field_is_kept_over_a_restart()
    {
        var customer = Customer("Łódź@example.com", "e-1") with
        {
            ModifiedAt = Samples.Now.AddMilliseconds(1),
            Name = "محمد 東京",
            BillingName = "Müller & Söhne",
            BillingAddress = new PostalAddress
            {
                Country = "US",
                State = "US-CA",
                Line1 = "1 Main St",
                Line2 = "c/o \"x\"",
                City = "Fresno",
                PostalCode = "93650",
            },
            TaxId = new TaxId("FR61954506077", "eu_vat"),
            Locale = "fr-CA",
            Metadata = Json("""{"a":1.5,"b":true,"ü":"\"\\"}"""),
        };
        await AddAsync(customer);

        await CloseAsync();
        Store = await OpenAsync();

        Assert.Equal(customer, await Store.FindAsync(Owner, customer.Id, None));
    }

    [Fact]
    public async Task What_was_not_said_stays_unsaid()
    {
        var customer = await AddAsync(Customer("a@example.com"));

        Assert.Equal(customer, await Store.FindAsync(Owner, customer.Id, None));
    }

    [Fact]
    public async Task A_customer_of_another_organization_is_to_every_method_as_one_that_never_was()
    {
        var customer = await AddAsync(Customer("a@example.com", "e-1"));

        Assert.Null(await Store.FindAsync(Stranger, customer.Id, None));
        Assert.Null(await Store.FindByExternalIdAsync(Stranger, "e-1", None));
        Assert.Equal(0, (await Store.ListAsync(Stranger, new CustomerFilter(), FirstPage, None)).TotalCount);
        Assert.Equal(
            new CustomerProblem.NotFound(),
            Refused(await Store.ChangeAsync(Stranger, customer.Id, found => found with { Name = "x" }, None))
        );
        Assert.Equal(customer, await Store.FindAsync(Owner, customer.Id, None));
    }

    [Fact]
    public async Task An_address_is_taken_in_any_case_but_only_in_its_organization()
    {
        await AddAsync(Customer("Ada@Example.com"));
        var second = await AddAsync(Customer("b@example.com"));

        Assert.Equal(
            new CustomerProblem.EmailTaken(),
            Refused(await Store.AddAsync(Customer("ADA@example.COM"), None))
        );
        Assert.Equal(
            new CustomerProblem.EmailTaken(),
            Refused(await Store.ChangeAsync(Owner, second.Id, found => found with { Email = "ada@example.com" }, None))
        );
        Assert.Equal(second, await Store.FindAsync(Owner, second.Id, None));
        await AddAsync(Customer("ada@example.com") with { OrganizationId = Stranger });
    }

    [Fact]
    public async Task An_external_id_is_taken_to_the_letter_but_only_in_its_organization()
    {
        var first = await AddAsync(Customer("a@example.com", "e-1"));
        var second = await AddAsync(Customer("b@example.com"));

        Assert.Equal(
            new CustomerProblem.ExternalIdTaken(),
            Refused(await Store.AddAsync(Customer("c@example.com", "e-1"), None))
        );
        Assert.Equal(
            new CustomerProblem.ExternalIdTaken(),
            Refused(await Store.ChangeAsync(Owner, second.Id, found => found with { ExternalId = "e-1" }, None))
        );
        await AddAsync(Customer("c@example.com", "E-1"));
        await AddAsync(Customer("a@example.com", "e-1") with { OrganizationId = Stranger });
        Assert.Equal(first, await Store.FindByExternalIdAsync(Owner, "e-1", None));
    }

    [Fact]
    public async Task A_taken_address_wins_over_a_taken_external_id()
    {
        await AddAsync(Customer("a@example.com", "e-1"));

        Assert.Equal(
            new CustomerProblem.EmailTaken(),
            Refused(await Store.AddAsync(Customer("a@example.com", "e-1"), None))
        );
    }

    [Fact]
    public async Task A_deleted_customer_is_found_by_no_method_and_its_names_are_free()
    {
        var customer = await AddAsync(Customer("a@example.com", "e-1"));

        await Store.ChangeAsync(Owner, customer.Id, found => found with { DeletedAt = Samples.Now }, None);

        Assert.Null(await Store.FindAsync(Owner, customer.Id, None));
        Assert.Null(await Store.FindByExternalIdAsync(Owner, "e-1", None));
        Assert.Empty(await EmailsAsync(new CustomerFilter()));
        Assert.Equal(
            new CustomerProblem.NotFound(),
            Refused(await Store.ChangeAsync(Owner, customer.Id, found => found, None))
        );
        await AddAsync(Customer("a@example.com", "e-1"));
    }

    [Fact]
    public async Task A_refused_change_changes_nothing()
    {
        var customer = await AddAsync(Customer("a@example.com"));

        Assert.IsType<CustomerProblem.Invalid>(
            Refused(await Store.ChangeAsync(Owner, customer.Id, _ => new CustomerProblem.Invalid([]), None))
        );
        Assert.Equal(customer, await Store.FindAsync(Owner, customer.Id, None));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_a_whole_address_or_a_part_of_what_names_a_customer()
    {
        await AddAsync(Customer("Ada@example.com") with { Name = "Grace 100%" });
        await AddAsync(Customer("b@example.com", "Ext_7"));

        Assert.Equal(["Ada@example.com"], await EmailsAsync(new CustomerFilter { Email = "ADA@EXAMPLE.COM" }));
        Assert.Empty(await EmailsAsync(new CustomerFilter { Email = "ADA" }));
        Assert.Equal(["Ada@example.com"], await EmailsAsync(new CustomerFilter { Query = "gRACE" }));
        Assert.Equal(["Ada@example.com"], await EmailsAsync(new CustomerFilter { Query = "%" }));
        Assert.Equal(["b@example.com"], await EmailsAsync(new CustomerFilter { Query = "ext_" }));
        Assert.Equal(["b@example.com"], await EmailsAsync(new CustomerFilter { Query = "B@EX" }));
    }

    [Theory]
    [InlineData("plan", "pro", true)]
    [InlineData("plan", "PRO", false)]
    [InlineData("seats", "3", true)]
    [InlineData("rate", "1.5", true)]
    [InlineData("vip", "true", true)]
    [InlineData("vip", "1", false)]
    [InlineData("old", "false", true)]
    [InlineData("none", "pro", false)]
    [InlineData("we\"ird.key$", "x", true)]
    public async Task A_list_is_narrowed_by_metadata_of_every_kind(string key, string value, bool isFound)
    {
        await AddAsync(Customer("other@example.com") with { Metadata = Json("""{"plan":"free"}""") });
        await AddAsync(Customer("bare@example.com"));
        var customer = await AddAsync(
            Customer("a@example.com") with
            {
                Metadata = Json("""{"plan":"pro","seats":3,"rate":1.5,"vip":true,"old":false,"we\"ird.key$":"x"}"""),
            }
        );

        var filter = new CustomerFilter { Metadata = Samples.Wanted((key, [value])) };

        Assert.Equal(isFound ? [customer.Email] : [], await EmailsAsync(filter));
        Assert.Equal(isFound ? 1 : 0, (await Store.ListAsync(Owner, filter, FirstPage, None)).TotalCount);
    }

    [Fact]
    public async Task Every_pair_of_metadata_that_is_asked_for_must_be_there()
    {
        await AddAsync(Customer("a@example.com") with { Metadata = Json("""{"plan":"pro","team":"x"}""") });
        await AddAsync(Customer("b@example.com") with { Metadata = Json("""{"plan":"pro","team":"y"}""") });

        var both = Samples.Wanted(("plan", ["pro"]), ("team", ["y"]));
        Assert.Equal(["b@example.com"], await EmailsAsync(new CustomerFilter { Metadata = both }));
    }

    [Fact]
    public async Task Of_several_values_of_one_key_any_is_enough()
    {
        await AddAsync(Customer("a@example.com") with { Metadata = Json("""{"plan":"pro","team":"x"}""") });
        await AddAsync(Customer("b@example.com") with { Metadata = Json("""{"plan":"free","team":"x"}""") });
        await AddAsync(Customer("c@example.com") with { Metadata = Json("""{"plan":"none","team":"x"}""") });
        await AddAsync(Customer("d@example.com") with { Metadata = Json("""{"plan":"pro","team":"y"}""") });

        var either = Samples.Wanted(("plan", ["pro", "free"]), ("team", ["x"]));
        Assert.Equal(
            ["a@example.com", "b@example.com"],
            (await EmailsAsync(new CustomerFilter { Metadata = either })).Order()
        );
    }

    [Theory]
    [InlineData(CustomerOrder.CreatedAt, false, "b@x.io A@x.io c@x.io")]
    [InlineData(CustomerOrder.CreatedAt, true, "c@x.io A@x.io b@x.io")]
    [InlineData(CustomerOrder.Email, false, "A@x.io b@x.io c@x.io")]
    [InlineData(CustomerOrder.Name, false, "c@x.io b@x.io A@x.io")]
    [InlineData(CustomerOrder.Name, true, "A@x.io b@x.io c@x.io")]
    public async Task A_list_is_in_the_order_that_was_asked_for(CustomerOrder by, bool isDescending, string expected)
    {
        await AddAsync(Customer("b@x.io") with { Name = "Zoe" });
        await AddAsync(Customer("A@x.io"));
        await AddAsync(Customer("c@x.io") with { Name = "Ann" });

        Assert.Equal(
            expected.Split(' '),
            await EmailsAsync(new CustomerFilter { Sorting = [new Sorting<CustomerOrder>(by, isDescending)] })
        );
    }

    [Fact]
    public async Task Equals_are_in_the_order_of_their_ids_and_pages_neither_repeat_nor_lose_one()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddAsync(Customer($"{i}@example.com") with { CreatedAt = Samples.Now });
        }

        var filter = new CustomerFilter { Sorting = [new Sorting<CustomerOrder>(CustomerOrder.CreatedAt, true)] };
        var seen = new List<Guid>();
        for (var number = 1; number <= 4; number++)
        {
            var page = await Store.ListAsync(Owner, filter, new PageNumber(number, 2), None);
            Assert.Equal(5, page.TotalCount);
            seen.AddRange(page.Items.Select(customer => customer.Id));
        }

        Assert.Equal(seen.OrderBy(id => id.ToString(), StringComparer.Ordinal), seen);
        Assert.Equal(5, seen.Distinct().Count());
    }

    private static JsonText Json(string text) => new(Encoding.UTF8.GetBytes(text));

    private static TProblem Refused<T, TProblem>(Result<T, TProblem> result)
        where T : notnull
        where TProblem : class
    {
        Assert.False(result.TryGet(out _, out var problem));
        return problem!;
    }

    private Customer Customer(string email, string? externalId = null) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            CreatedAt = Samples.Now.AddSeconds(made++),
            Email = email,
            ExternalId = externalId,
        };

    private async Task<Customer> AddAsync(Customer customer)
    {
        Assert.True((await Store.AddAsync(customer, None)).TryGet(out var added, out _));
        return added;
    }

    private async Task<IEnumerable<string>> EmailsAsync(CustomerFilter filter) =>
        (await Store.ListAsync(Owner, filter, FirstPage, None)).Items.Select(customer => customer.Email);
}
