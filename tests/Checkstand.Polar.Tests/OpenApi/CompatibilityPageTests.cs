namespace Checkstand.Polar.Tests.OpenApi;

/// <summary>
/// docs/compatibility/polar.md says what the route table says. To write it anew, run this class with
/// CHECKSTAND_WRITE_DOCS=1 and look at the difference.
/// </summary>
public sealed class CompatibilityPageTests
{
    [Fact]
    public void The_page_is_as_the_route_table_has_it()
    {
        var file = CompatibilityPage.FileName();
        var page = File.ReadAllText(file);
        var renewed = CompatibilityPage.Renew(page);
        if (Environment.GetEnvironmentVariable("CHECKSTAND_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, renewed);
        }
        else
        {
            Assert.True(
                renewed == page,
                "The page is behind the route table. Run this class with CHECKSTAND_WRITE_DOCS=1 and commit the page."
            );
        }
    }

    [Fact]
    public void The_vendors_list_has_every_operation_of_the_version()
    {
        Assert.Equal(186, VendorOperations.All.Count);
        Assert.Equal(186, VendorOperations.All.DistinctBy(operation => operation.Id).Count());
    }

    public static TheoryData<string> Own => [.. PolarApi.Operations.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Own))]
    public void An_operation_is_the_vendors_or_says_that_it_is_not(string operationId)
    {
        var own = PolarApi.Operations.Single(operation => operation.Id == operationId);
        var vendors = VendorOperations.All.SingleOrDefault(operation => operation.Id == operationId);

        Assert.Equal(own.IsHidden, vendors is null);
        if (vendors is not null)
        {
            Assert.Equal(
                (vendors.Method, vendors.Path, vendors.SuccessStatus),
                (own.Method, own.Path, own.SuccessStatus)
            );
        }
    }

    [Fact]
    public void What_is_refused_says_why() =>
        Assert.All(
            PolarApi.Operations.Where(operation => operation.IsRefused),
            refused => Assert.NotNull(refused.Missing)
        );
}
