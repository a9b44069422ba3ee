using System.Net;
using System.Text.RegularExpressions;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Page.Tests;

public sealed partial class PaymentPageTests(PageServer server) : IClassFixture<PageServer>
{
    [Fact]
    public async Task An_approved_card_leads_to_the_sellers_page_by_way_of_the_receipt()
    {
        var checkout = await server.OpenAsync(
            """
            "success_url":"https://shop.example/thanks?c={CHECKOUT_ID}"
            """
        );
        var paid = (await server.PayAsync(PageServer.PathOf(checkout), PageServer.Approved)).Expect(303);

        // Browsers hold every address that a form's answer redirects to against the policy: so it ends on a page of ours.
        var receipt = (await server.GetAsync(paid.Location!)).Expect(200).Says("Thank you").OffersNoPayment();
        var after = $"https://shop.example/thanks?c={checkout.TextAt("/id")}";
        receipt.Says($"<meta http-equiv=\"refresh\" content=\"0;url={after}\">");
        receipt.Says($"<a class=\"button\" href=\"{after}\">Continue to the seller</a>");
        Assert.Equal("succeeded", await server.StatusAsync(checkout));
        var orders = (await server.Api.GetAsync($"/v1/orders/?checkout_id={checkout.TextAt("/id")}")).Expect(200);
        Assert.Equal(1, orders.NumberAt("/pagination/total_count"));
        Assert.Equal("jane@example.com", orders.TextAt("/items/0/customer/email"));
    }

    [Fact]
    public async Task Without_a_page_of_the_sellers_the_buyer_sees_a_receipt()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var paid = (await server.PayAsync(path, PageServer.Approved)).Expect(303);
        Assert.EndsWith($"{path}/confirmation", paid.Location, StringComparison.Ordinal);

        var receipt = (await server.GetAsync(paid.Location!)).Expect(200).Says("Thank you").OffersNoPayment();
        Assert.DoesNotContain("http-equiv=\"refresh\"", receipt.Html, StringComparison.Ordinal);
        // Going back or opening the page again leads there too.
        Assert.Equal(paid.Location, (await server.GetAsync(path)).Expect(303).Location);
    }

    // What the API names as success_url where none was said, and may be sent back to it.
    [Theory]
    [InlineData("")]
    [InlineData("/confirmation")]
    public async Task A_receipt_that_is_the_sellers_page_itself_leads_nowhere(string below)
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        (
            await server.Api.PatchAsync(
                $"/v1/checkouts/{checkout.TextAt("/id")}",
                $$"""{"success_url":"{{new Uri(server.Address, path + below)}}"}"""
            )
        ).Expect(200);
        var paid = (await server.PayAsync(path, PageServer.Approved)).Expect(303);

        var receipt = (await server.GetAsync(paid.Location!)).Expect(200).Says("You can close this page.");
        Assert.DoesNotContain("http-equiv=\"refresh\"", receipt.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_charged_once()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var form = PageServer.CardFields(PageServer.Approved).ToDictionary();
        form["seen_total"] = await SeenTotalAsync(path);
        form["action"] = "pay";
        (await server.PostAsync(path, form)).Expect(303);

        (await server.PostAsync(path, form)).Expect(303);
        await server.AssertChargesAsync(checkout, "charged");
    }

    [Theory]
    [InlineData("4000000000000002", "Your bank declined the payment and gave no reason.")]
    [InlineData("4000000000009995", "does not have enough funds")]
    [InlineData("4000000000000069", "Your card has expired.")]
    [InlineData("4000000000000127", "The security code was wrong.")]
    [InlineData("4000000000000119", "because of a technical problem. You were not charged.")]
    public async Task A_decline_says_why_and_keeps_what_was_typed_but_the_card(string number, string why)
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var sent = (await server.PayAsync(path, number, ("customer_name", "Jane <Doe>"))).Expect(303);
        Assert.EndsWith(path, sent.Location, StringComparison.Ordinal);

        var again = (await server.GetAsync(path)).Expect(200).Says(why).Says("Jane <Doe>").Says("jane@example.com");
        Assert.DoesNotContain(number[^6..], again.Html, StringComparison.Ordinal);
        Assert.Equal("open", await server.StatusAsync(checkout));

        (await server.PayAsync(path, PageServer.Approved)).Expect(303);
        Assert.Equal("succeeded", await server.StatusAsync(checkout));
    }

    [Theory]
    [InlineData("approve", "succeeded")]
    [InlineData("fail", "open")]
    public async Task A_challenge_leads_to_the_bank_and_back(string decision, string status)
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var sent = (await server.PayAsync(path, PageServer.Challenged)).Expect(303);
        Assert.EndsWith(path, sent.Location, StringComparison.Ordinal);

        var asked = (await server.GetAsync(path)).Expect(200).Says("Confirm your payment").OffersNoPayment();
        var address = WebUtility.HtmlDecode(ButtonLink.Match(asked.Html).Groups["href"].Value);
        var decided = await server.PostAsync(address, [new("decision", decision)]);
        Assert.EndsWith(path, decided.Expect(303).Location, StringComparison.Ordinal);

        var back = await server.GetAsync(path);
        Assert.Equal(status, await server.StatusAsync(checkout));
        if (decision == "approve")
        {
            Assert.EndsWith($"{path}/confirmation", back.Expect(303).Location, StringComparison.Ordinal);
        }
        else
        {
            back.Expect(200).Says("could not confirm that it was you");
        }
    }

    [Theory]
    [InlineData("4000000000000077")]
    [InlineData("4000000000003725")]
    [InlineData("4000000000000341")]
    [InlineData("4000000000003220")]
    public async Task While_the_outcome_is_open_the_page_waits_for_it_and_offers_no_second_payment(string number)
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        (await server.PayAsync(path, number)).Expect(303);

        var waiting = (await server.GetAsync(path)).Expect(200).Says("Please don't pay again").OffersNoPayment();
        Assert.Matches(
            $"<meta http-equiv=\"refresh\" content=\"0;url=[^\"]*{Regex.Escape(path)}\\?wait\">",
            waiting.Html
        );
        (await server.GetAsync($"{path}/confirmation")).Expect(200).Says("Processing").OffersNoPayment();

        // A second form, from another tab, changes nothing.
        var form = PageServer.CardFields(PageServer.Approved).ToDictionary();
        form["action"] = "pay";
        (await server.PostAsync(path, form)).Expect(303);
        Assert.Equal("confirmed", await server.StatusAsync(checkout));
    }

    [Fact]
    public async Task A_free_product_is_had_without_a_card()
    {
        var checkout = await server.OpenAsync(product: server.Products.Free);
        var path = PageServer.PathOf(checkout);
        Assert.DoesNotContain("card_number", (await server.GetAsync(path)).Html, StringComparison.Ordinal);

        (await server.SubmitAsync(path, "pay", ("customer_email", "jane@example.com"))).Expect(303);
        Assert.Equal("succeeded", await server.StatusAsync(checkout));
        await server.AssertChargesAsync(checkout);
    }

    [Fact]
    public async Task A_subscription_says_what_will_be_paid_and_how_often()
    {
        var checkout = await server.OpenAsync(product: server.Products.Recurring);
        var path = PageServer.PathOf(checkout);
        (await server.GetAsync(path)).Expect(200).Says("every month, until you cancel.").Says("Subscribe for");

        (await server.PayAsync(path, PageServer.Approved)).Expect(303);
        Assert.Equal("succeeded", await server.StatusAsync(checkout));
    }

    [Fact]
    public async Task A_page_in_another_tab_that_is_paying_is_waited_for()
    {
        var checkout = await server.OpenAsync();
        var id = new CheckoutId(Guid.Parse(checkout.TextAt("/id")!));
        using var hold = server.Services.GetRequiredService<CheckoutLocks>().TryTake(id);

        var waiting = await server.PayAsync(PageServer.PathOf(checkout), PageServer.Approved);
        waiting.Expect(409).Says("Please don't pay again").OffersNoPayment();
        await server.AssertChargesAsync(checkout);
    }

    [Fact]
    public async Task A_blocked_seller_has_no_page()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var seller = server.Organizations.Find(new OrganizationId(server.Acme.Id))!;
        await server.Organizations.ChangeAsync(
            seller.Id,
            known => known with { Status = OrganizationStatus.Blocked },
            TestContext.Current.CancellationToken
        );
        try
        {
            (await server.GetAsync(path)).Expect(403).Says("This checkout is not available").OffersNoPayment();
        }
        finally
        {
            await server.Organizations.ChangeAsync(seller.Id, _ => seller, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> SeenTotalAsync(string path) =>
        WebUtility.HtmlDecode(SeenTotal.Match((await server.GetAsync(path)).Html).Groups["value"].Value);

    [GeneratedRegex("<a class=\"button\" href=\"(?<href>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ButtonLink { get; }

    [GeneratedRegex("name=\"seen_total\" value=\"(?<value>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex SeenTotal { get; }
}
