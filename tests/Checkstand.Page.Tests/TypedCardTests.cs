using System.Text;
using Checkstand.Core;

namespace Checkstand.Page.Tests;

public sealed class TypedCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("4242424242424242", "12/30", "123", "4242", "12/30")]
    [InlineData("4242 4242 4242 4242", "12 / 30", "123", "4242", "12/30")]
    [InlineData("3782-822463-10005", "1/31", "1234", "0005", "01/31")]
    [InlineData("4242424242424242", "0630", "123", "4242", "06/30")]
    [InlineData("4242424242424242", "06/2030", "123", "4242", "06/30")]
    [InlineData("4242424242424242", "062030", "123", "4242", "06/30")]
    [InlineData("4242424242424242", "06/26", "123", "4242", "06/26")]
    public void A_card_is_read_as_people_type_it(string number, string expiry, string code, string last, string normal)
    {
        using var typed = Typed(number, expiry, code);
        var (card, problems) = typed.Read(Now);

        Assert.Empty(problems);
        using (card)
        {
            Assert.Equal(last, card!.Number.LastFour);
            Assert.Equal(normal, Encoding.ASCII.GetString(card.Expiry.Reveal()));
            Assert.Equal(code, Encoding.ASCII.GetString(card.Code!.Reveal()));
        }
    }

    [Theory]
    [InlineData("", "", "", "card_number: missing, card_expiry: missing, card_code: missing")]
    [InlineData("4242424242424241", "12/30", "123", "card_number: value_error")]
    [InlineData("424242424242", "12/30", "123", "card_number: value_error")]
    [InlineData("4242424242424242x", "12/30", "123", "card_number: value_error")]
    [InlineData(
        "42424242424242424242424242424242424242424242424242424242424242424242",
        "12/30",
        "123",
        "card_number: value_error"
    )]
    [InlineData("4242424242424242", "13/30", "123", "card_expiry: value_error")]
    [InlineData("4242424242424242", "00/30", "123", "card_expiry: value_error")]
    [InlineData("4242424242424242", "12/1930", "123", "card_expiry: value_error")]
    [InlineData("4242424242424242", "12", "123", "card_expiry: value_error")]
    [InlineData("4242424242424242", "//", "123", "card_expiry: value_error")]
    [InlineData("4242424242424242", "05/26", "123", "card_expiry: value_error")]
    [InlineData("4242424242424242", "12/30", "12", "card_code: value_error")]
    [InlineData("4242424242424242", "12/30", "12345", "card_code: value_error")]
    [InlineData("4242424242424242", "12/30", "12a", "card_code: value_error")]
    public void What_is_wrong_is_said_of_its_field(string number, string expiry, string code, string complaints)
    {
        using var typed = Typed(number, expiry, code);
        var (card, problems) = typed.Read(Now);

        Assert.Null(card);
        Assert.Equal(complaints, string.Join(", ", problems.Select(problem => $"{problem.Path[0]}: {problem.Type}")));
        Assert.DoesNotContain(problems, problem => problem.Message.Contains("4242", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wiped_card_is_gone()
    {
        var typed = Typed("4242424242424242", "12/30", "123");
        typed.Dispose();

        Assert.NotEmpty(typed.Read(Now).Problems);
        Assert.Equal("[typed card]", typed.ToString());
    }

    private static TypedCard Typed(string number, string expiry, string code)
    {
        var typed = new TypedCard();
        typed.Take(TypedCard.NumberField, Encoding.UTF8.GetBytes(number));
        typed.Take(TypedCard.ExpiryField, Encoding.UTF8.GetBytes(expiry));
        typed.Take(TypedCard.CodeField, Encoding.UTF8.GetBytes(code));
        return typed;
    }
}
