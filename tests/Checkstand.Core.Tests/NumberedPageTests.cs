using Xunit;

namespace Checkstand.Core.Tests;

public sealed class NumberedPageTests
{
    [Theory]
    [InlineData(1, 10, 0, 0)]
    [InlineData(1, 10, 9, 9)]
    [InlineData(3, 10, 1, 21)]
    [InlineData(1, 10, 10, null)]
    [InlineData(2, 10, 0, null)]
    public void A_page_that_is_not_full_says_how_long_the_list_is(int number, int size, int found, int? total) =>
        Assert.Equal(total, new PageNumber(number, size).TotalIfLast(found));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    public void The_last_page_holds_the_last_item(int total, long last) =>
        Assert.Equal(last, new NumberedPage<int>([], total).LastPage(10));
}
