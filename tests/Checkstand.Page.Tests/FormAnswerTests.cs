using System.Text;
using Checkstand.Core;
using Checkstand.Core.Checkouts;

namespace Checkstand.Page.Tests;

/// <summary>Custom fields and boxes on the page: what they show of what was stored, and of what was sent.</summary>
public sealed class FormAnswerTests
{
    [Fact]
    public void Custom_fields_are_shown_as_the_seller_wants_them()
    {
        var html = Write(
            Samples.Book(
                checkout =>
                    checkout with
                    {
                        CustomFieldData = new JsonText(
                            """{"motto":"To \"be\"","guests":3,"day":"2026-07-01T00:00:00Z","terms":true,"size":"l"}"""u8.ToArray()
                        ),
                    },
                Samples.EveryKind
            )
        );

        Assert.Contains("<label for=\"field.motto\">A &lt;motto&gt;</label>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"To &quot;be&quot;\" maxlength=\"40\" required", html, StringComparison.Ordinal);
        Assert.Contains("<textarea id=\"field.story\"", html, StringComparison.Ordinal);
        Assert.Contains("type=\"date\" autocomplete=\"off\" value=\"2026-07-01\"", html, StringComparison.Ordinal);
        Assert.Contains("type=\"checkbox\" value=\"on\" checked required", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"l\" selected>Large</option>", html, StringComparison.Ordinal);
    }

    // A box that is not ticked sends nothing, so what was stored must not take its place.
    [Theory]
    [InlineData("asked.terms=1&business_asked=1", false)]
    [InlineData("asked.terms=1&field.terms=on&business_asked=1&is_business_customer=on", true)]
    public void A_form_that_is_shown_again_has_the_boxes_ticked_that_were_sent(string sent, bool isTicked)
    {
        using var form = PageForm.Parse(Encoding.UTF8.GetBytes(sent))!;
        var parts = Samples.Book(
            checkout =>
                checkout with
                {
                    CustomFieldData = new JsonText(
                        isTicked ? """{"terms":false}"""u8.ToArray() : """{"terms":true}"""u8.ToArray()
                    ),
                    Buyer = new Buyer { IsBusiness = !isTicked },
                },
            Samples.EveryKind
        );
        var html = new FormPage(Samples.Model(parts) with { Sent = form }).Write("https://pay.example");

        foreach (var box in new[] { "field.terms", "is_business_customer" })
        {
            var ticked = $"id=\"{box}\" name=\"{box}\" type=\"checkbox\" value=\"on\" checked";
            Assert.Equal(isTicked, html.Contains(ticked, StringComparison.Ordinal));
        }

        Assert.Equal(isTicked, html.Contains("id=\"customer_billing_name\"", StringComparison.Ordinal));
    }

    // A field that was deleted and made anew with the same slug is of another kind at times.
    [Theory]
    [InlineData("""{"motto":3,"story":true,"guests":"many","day":"soon","terms":"yes","size":7}""")]
    [InlineData("""{"motto":false,"story":4,"guests":true,"day":"2026-13-45T00:00:00Z","terms":1,"size":true}""")]
    public void An_answer_that_does_not_fit_its_field_is_not_shown(string answers)
    {
        var html = Write(
            Samples.Book(
                checkout => checkout with { CustomFieldData = new JsonText(Encoding.UTF8.GetBytes(answers)) },
                Samples.EveryKind
            )
        );

        Assert.Equal(html, Write(Samples.Book(fields: Samples.EveryKind)));
    }

    private static string Write(CheckoutParts parts) => new FormPage(Samples.Model(parts)).Write("https://pay.example");
}
