using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

public sealed class DiscountTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private Discounts Discounts => server.Polar.Discounts;

    [Fact]
    public async Task A_discount_of_money_is_made_and_read_back()
    {
        var made = await Discounts.CreateAsync(
            new DiscountFixedCreate
            {
                Name = "Five off",
                Code = "FIVE",
                Duration = DiscountDuration.Repeating,
                DurationInMonths = 6,
                Amounts = new AmountsByCurrency { ["usd"] = 500, ["eur"] = 450 },
                StartsAt = server.Clock.GetUtcNow(),
                EndsAt = server.Clock.GetUtcNow().AddDays(30),
                MaxRedemptions = 100,
                Products = [server.Handbook()],
                Metadata = new Metadata { ["campaign"] = "spring" },
            }
        );

        var read = Assert.IsType<DiscountFixed>(await Discounts.GetAsync(made.Id));

        Assert.Equal(("Five off", "FIVE", 6), (read.Name, read.Code, read.DurationInMonths!.Value));
        Assert.Equal((500, 450), (read.Amounts["usd"], read.Amounts["eur"]));
        Assert.Equal((500, "usd"), (read.Amount!.Value, read.Currency));
        Assert.Equal(server.Clock.GetUtcNow().AddDays(30), read.EndsAt);
        Assert.Equal((100, 0), (read.MaxRedemptions!.Value, read.RedemptionsCount));
        Assert.Equal("Handbook", Assert.Single(read.Products!).Name);
        Assert.Equal("spring", read.Metadata["campaign"].Text);
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var made = await Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Ten percent",
                Code = "TEN",
                Duration = DiscountDuration.Forever,
                BasisPoints = 1000,
                MaxRedemptions = 5,
            }
        );

        var changed = await Discounts.UpdateAsync(
            made.Id,
            new DiscountUpdate { Name = "Tenth", MaxRedemptions = null }
        );
        var other = await Discounts.UpdateAsync(made.Id, new DiscountUpdate { Code = null, BasisPoints = 1100 });

        Assert.Equal(("Tenth", "TEN", null), (changed.Name, changed.Code, changed.MaxRedemptions));
        Assert.Null(other.Code);
        Assert.Equal(1100, Assert.IsType<DiscountPercentage>(other).BasisPoints);
        Assert.Empty(other.Products!);
    }

    [Fact]
    public async Task Discounts_are_listed_by_name_and_order_and_deleted()
    {
        foreach (var name in new[] { "List B", "List A" })
        {
            await Discounts.CreateAsync(
                new DiscountPercentageCreate
                {
                    Name = name,
                    Duration = DiscountDuration.Once,
                    BasisPoints = 1,
                }
            );
        }

        var listed = await Discounts.ListAsync(query: "list ", sorting: DiscountSortProperty.Name).ToListAsync();
        await Discounts.DeleteAsync(listed[0].Id);
        var left = await Discounts.ListPageAsync(organizationId: server.Id(), query: "list ", limit: 1);

        Assert.Equal(["List A", "List B"], listed.Select(discount => discount.Name));
        Assert.Equal("List B", Assert.Single(left.Items).Name);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Discounts.GetAsync(listed[0].Id));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Discounts.DeleteAsync(listed[0].Id));
    }

    [Fact]
    public async Task A_code_that_is_taken_is_refused_with_its_place()
    {
        var request = new DiscountPercentageCreate
        {
            Name = "Mine",
            Code = "TAKEN",
            Duration = DiscountDuration.Once,
            BasisPoints = 100,
        };
        await Discounts.CreateAsync(request);

        var result = await Discounts.TryCreateAsync(request);

        var failure = Assert.IsType<HttpValidationException>(result.Error);
        Assert.Equal("/code", Assert.Single(failure.Details).Pointer);
    }
}
