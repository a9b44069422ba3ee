using Checkstand.Core.Checkouts;
using Checkstand.TestProvider;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Checkstand.Page.Tests;

/// <summary>The answer that comes when there is something new: how a page without scripts waits for a payment. Each test has a server of its own.</summary>
public sealed class PageWaitTests : IAsyncLifetime
{
    // A look at what is due may find that the server's own is under way; a few looks later it is over.
    private const int LooksMax = 2000;

    private readonly PageServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(PageServer.LateSuccess, "succeeded")]
    [InlineData("4000000000003725", "open")]
    public async Task It_leads_to_the_page_once_the_outcome_is_known(string number, string status)
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        (await server.PayAsync(path, number)).Expect(303);
        var next = server.GetAsync(path + "?wait");

        server.Clock.Advance(TimeSpan.FromSeconds(61));
        await LookUntilAsync(checkout, status);

        Assert.EndsWith(path, (await next).Expect(303).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_already_is_not_waited_for()
    {
        var paid = await server.OpenAsync();
        (await server.PayAsync(PageServer.PathOf(paid), PageServer.Approved)).Expect(303);
        var asked = await server.OpenAsync();
        (await server.PayAsync(PageServer.PathOf(asked), PageServer.Challenged)).Expect(303);

        foreach (var checkout in new[] { paid, asked })
        {
            var path = PageServer.PathOf(checkout);
            Assert.EndsWith(
                path,
                (await server.GetAsync(path + "?wait")).Expect(303).Location,
                StringComparison.Ordinal
            );
        }

        (await server.GetAsync("/checkout/polar_c_nothing?wait")).Expect(404);
    }

    [Fact]
    public async Task A_server_that_stops_answers_with_a_page_that_does_not_ask_again()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        (await server.PayAsync(path, PageServer.LateSuccess)).Expect(303);
        var next = server.GetAsync(path + "?wait");

        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var page = (await next).Expect(200).Says("Please don't pay again").Says("Look again now");
        Assert.DoesNotContain("http-equiv=\"refresh\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_paid_sees_the_receipt_when_the_time_is_over_too()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        (await server.PayAsync(path, PageServer.Approved)).Expect(303);
        server.Clock.Advance(TimeSpan.FromDays(2));

        var receipt = $"{path}/confirmation";
        foreach (var address in new[] { path, path + "?wait" })
        {
            var seen = await server.GetAsync(address);
            Assert.StartsWith(path, new Uri(seen.Expect(303).Location!).AbsolutePath, StringComparison.Ordinal);
        }

        (await server.GetAsync(receipt)).Expect(200).Says("Thank you").OffersNoPayment();
        (await server.PostAsync(path, PageServer.CardFields(PageServer.Approved).ToDictionary())).Expect(303);
        await server.AssertChargesAsync(checkout, "charged");
    }

    [Theory]
    [InlineData(PageServer.LateSuccess, "succeeded", 303)]
    [InlineData("4000000000003725", "expired", 410)]
    public async Task Who_waits_is_not_told_to_start_again_before_the_outcome_is_known(
        string number,
        string status,
        int shown
    )
    {
        var checkout = await server.OpenAsync("\"return_url\":\"https://shop.example/cart\"");
        var path = PageServer.PathOf(checkout);
        server.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(5));
        (await server.PayAsync(path, number)).Expect(303);
        server.Clock.Advance(TimeSpan.FromSeconds(10));

        (await server.GetAsync(path)).Expect(200).Says("Please don't pay again").OffersNoPayment();
        (await server.GetAsync($"{path}/confirmation")).Expect(200).Says("Please don't pay again");
        (await server.PostAsync(path, PageServer.CardFields(PageServer.Approved).ToDictionary())).Expect(303);
        Assert.Equal("confirmed", await server.StatusAsync(checkout));

        server.Clock.Advance(TimeSpan.FromSeconds(61));
        await LookUntilAsync(checkout, status);
        var page = (await server.GetAsync(path)).Expect(shown).OffersNoPayment();
        if (shown == 410)
        {
            page.Says("This checkout has expired").Says("href=\"https://shop.example/cart\"");
        }
    }

    private async Task LookUntilAsync(Answer checkout, string status)
    {
        for (var looks = 0; looks < LooksMax && await server.StatusAsync(checkout) != status; looks++)
        {
            await server.Services.GetRequiredService<TestProviderNotifications>().DeliverDueAsync(default);
            await server.Payments.ReconcileDueAsync(default);
            await server.Services.GetRequiredService<CheckoutConfirmations>().SweepAsync(default);
        }
    }
}
