using System.Text;

namespace Checkstand.Page.Tests;

public sealed class PageFormTests
{
    [Fact]
    public void Fields_are_decoded_and_trimmed()
    {
        using var form = Parse(
            "customer_email=+jane%40example.com+&customer_name=Zo%C3%AB&empty=&alone&x=1&x=2&bad=%zz%4"
        );

        Assert.Equal("jane@example.com", form["customer_email"]);
        Assert.Equal("Zoë", form["customer_name"]);
        Assert.Equal("", form["empty"]);
        Assert.Equal("", form["alone"]);
        Assert.Equal("2", form["x"]);
        Assert.Equal("%zz%4", form["bad"]);
        Assert.Null(form["other"]);
        Assert.False(form.Has("other"));
    }

    [Fact]
    public void The_card_is_not_among_the_fields()
    {
        using var form = Parse("card_number=4242+4242+4242+4242&card_expiry=12%2F30&card_code=123&%63ard_code=456");

        Assert.False(form.Has("card_number"));
        Assert.False(form.Has("card_expiry"));
        Assert.False(form.Has("card_code"));
        Assert.False(form.Card.IsEmpty);
        var (card, problems) = form.Card.Read(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(problems);
        using (card)
        {
            Assert.Equal("456", Encoding.ASCII.GetString(card!.Code!.Reveal()));
        }
    }

    [Fact]
    public void A_form_with_more_fields_than_the_page_is_refused() =>
        Assert.Null(
            PageForm.Parse(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 201).Select(i => $"f{i}=1"))))
        );

    [Fact]
    public void A_form_of_nothing_has_no_fields()
    {
        using var form = Parse("");

        Assert.True(form.Card.IsEmpty);
        Assert.Null(form["action"]);
    }

    private static PageForm Parse(string body) => PageForm.Parse(Encoding.UTF8.GetBytes(body))!;
}
