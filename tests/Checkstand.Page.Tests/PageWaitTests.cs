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
        for (var looks = 0; looks < LooksMax && await server.StatusAsync(checkout) != status; looks++)
        {
            await server.Services.GetRequiredService<TestProviderNotifications>().DeliverDueAsync(default);
            await server.Payments.ReconcileDueAsync(default);
            await server.Services.GetRequiredService<CheckoutConfirmations>().SweepAsync(default);
        }

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
        server.Clock.Advance(TimeSpan.FromDays(2));
        (await server.GetAsync(PageServer.PathOf(paid) + "?wait")).Expect(410);
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
}
