using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests;

public sealed class PageTests
{
    private static readonly Gen<(int Size, int Limit)> Lists =
        from size in Gen.Choose(0, 25)
        from limit in Gen.Choose(1, 12)
        select (size, limit);

    [Fact]
    public void Going_to_older_items_shows_every_item_once_newest_first() =>
        Property.Holds(Lists, list => Walk(list.Size, list.Limit, _ => true).SequenceEqual(Items(list.Size)));

    [Fact]
    public void Going_back_from_the_oldest_page_shows_every_newer_item_once() =>
        Property.Holds(
            Lists,
            list =>
            {
                var all = Items(list.Size).ToList();
                var page = Last(all, list.Limit);
                var seen = page.Items.ToList();
                while (page.Previous is { } previous)
                {
                    page = Of(all, list.Limit, previous);
                    if (page.Items.Count == 0)
                    {
                        return false;
                    }

                    seen.InsertRange(0, page.Items);
                }

                return seen.SequenceEqual(all);
            }
        );

    [Fact]
    public void Only_what_is_wanted_is_shown_and_counted() =>
        Property.Holds(
            Lists,
            list =>
                Walk(list.Size, list.Limit, item => item % 3 == 0)
                    .SequenceEqual(Items(list.Size).Where(i => i % 3 == 0))
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_page_that_holds_the_whole_list_leads_nowhere(int size)
    {
        var page = Of([.. Items(size)], 3, null);

        Assert.Equal(Items(size), page.Items);
        Assert.Null(page.Next);
        Assert.Null(page.Previous);
    }

    [Fact]
    public void The_row_too_many_is_not_shown_and_says_that_there_is_more()
    {
        var page = Of([.. Items(4)], 3, null);

        Assert.Equal([3, 2, 1], page.Items);
        Assert.Equal(new PageCursor(Id(1), IsBackward: false), page.Next);
        Assert.Null(page.Previous);
    }

    [Fact]
    public void A_page_in_the_middle_leads_both_ways()
    {
        var page = Of([.. Items(9)], 3, new PageCursor(Id(6), IsBackward: false));

        Assert.Equal([5, 4, 3], page.Items);
        Assert.Equal(new PageCursor(Id(3), IsBackward: false), page.Next);
        Assert.Equal(new PageCursor(Id(5), IsBackward: true), page.Previous);
    }

    [Fact]
    public void A_backward_page_is_the_one_just_before_the_cursor_and_newest_first()
    {
        var page = Of([.. Items(9)], 3, new PageCursor(Id(3), IsBackward: true));

        Assert.Equal([6, 5, 4], page.Items);
        Assert.Equal(new PageCursor(Id(4), IsBackward: false), page.Next);
        Assert.Equal(new PageCursor(Id(6), IsBackward: true), page.Previous);
    }

    [Fact]
    public void A_backward_page_that_reaches_the_newest_leads_only_to_older_ones()
    {
        var page = Of([.. Items(9)], 3, new PageCursor(Id(5), IsBackward: true));

        Assert.Equal([8, 7, 6], page.Items);
        Assert.Equal(new PageCursor(Id(6), IsBackward: false), page.Next);
        Assert.Null(page.Previous);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Beyond_either_end_and_at_an_unknown_item_a_page_is_empty_and_leads_nowhere(bool isBackward)
    {
        var end = isBackward ? 8 : 0;

        Assert.All(
            new[] { Id(end), Id(99) },
            id =>
            {
                var page = Of([.. Items(9)], 3, new PageCursor(id, isBackward));
                Assert.Empty(page.Items);
                Assert.Null(page.Next);
                Assert.Null(page.Previous);
            }
        );
    }

    [Fact]
    public void Rows_of_a_store_come_nearest_to_the_cursor_first()
    {
        var forward = Page.Of<int>(new PageRequest(2, new PageCursor(Id(5), false)), [4, 3, 2], Id);
        var backward = Page.Of<int>(new PageRequest(2, new PageCursor(Id(5), true)), [6, 7, 8], Id);

        Assert.Equal([4, 3], forward.Items);
        Assert.Equal([7, 6], backward.Items);
        Assert.Equal(new PageCursor(Id(7), true), backward.Previous);
    }

    private static IEnumerable<int> Items(int size) => Enumerable.Range(0, size).Reverse();

    private static Guid Id(int item) => new(item, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static Page<int> Of(IReadOnlyList<int> all, int limit, PageCursor? cursor) =>
        Page.Of(new PageRequest(limit, cursor), all, Id, _ => true);

    private static Page<int> Last(IReadOnlyList<int> all, int limit)
    {
        var page = Of(all, limit, null);
        while (page.Next is { } next)
        {
            page = Of(all, limit, next);
        }

        return page;
    }

    private static List<int> Walk(int size, int limit, Func<int, bool> isWanted)
    {
        var all = Items(size).ToList();
        var seen = new List<int>();
        PageCursor? cursor = null;
        do
        {
            var page = Page.Of(new PageRequest(limit, cursor), all, Id, isWanted);
            if (page.Items.Count > limit || (cursor is not null && (page.Items.Count == 0 || page.Previous is null)))
            {
                return [];
            }

            seen.AddRange(page.Items);
            cursor = page.Next;
        } while (cursor is not null);
        return seen;
    }
}
