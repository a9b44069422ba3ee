using System.Diagnostics;
using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Checkouts;

/// <summary>
/// Exactly one charge and one order: 64 confirmations of one checkout at the same moment, beside everything else that can
/// happen to it. The suite runs 4 rounds of each race; <c>CHECKSTAND_PROOF_ROUNDS=500</c> runs so many.
/// </summary>
[Collection(Alone.Name)]
public sealed class ConfirmRaceTests : IDisposable
{
    private const int RoundsShort = 4;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Sixty_four_confirmations_charge_a_checkout_once_whatever_else_happens()
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var (api, polar) = CheckoutCalls.ClientOf(server);
        using (api)
        {
            var race = new Race(api, new Random(seed));
            var shop = new RaceShop(race, polar.Text("product_id"), polar.Text("custom_price_product_id"));
            (string How, Func<RaceShop, int, Task<KnownCheckout>> Run)[] races =
            [
                ("alone", AloneAsync),
                ("beside changes of the amount", BesideChangesAsync),
                ("beside the end of its time", BesideExpiryAsync),
                ("beside a late notification", BesideNotificationAsync),
                ("beside the reconciler", BesideReconcilerAsync),
                ("half of them with a card that is declined", BesideDeclinesAsync),
            ];
            foreach (var (how, run) in races)
            {
                var watch = Stopwatch.StartNew();
                var charges = 0;
                for (var round = 0; round < rounds; round++)
                {
                    var checkout = await run(shop, round);
                    await SettleAsync(api);
                    charges += await api.AssertWholeAsync(checkout) ? 1 : 0;
                }

                Figures.Report(
                    $"{rounds} rounds of {Race.Runners} confirmations {how} (seed {seed}): {charges} charges, as many orders "
                        + $"({watch.Elapsed.TotalSeconds:0.0} s)"
                );
            }

            var agreed = await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
            Figures.Report($"confirmations: {race.Faults} answers of 5xx ({race.Statuses}); {agreed}");
        }
    }

    [Fact]
    public async Task A_discount_is_redeemed_no_more_often_than_it_may_be()
    {
        const int Most = 5;
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var (api, polar) = CheckoutCalls.ClientOf(server);
        using (api)
        {
            var race = new Race(api, new Random(Proof.Seed()));
            var discount = (
                await api.SendAsync(
                    HttpMethod.Post,
                    "/v1/discounts/",
                    $$"""{"name":"Half","type":"percentage","basis_points":5000,"duration":"once","max_redemptions":{{Most}}}"""
                )
            ).As(201);
            var checkouts = new List<KnownCheckout>();
            for (var i = 0; i < Race.Runners; i++)
            {
                checkouts.Add(
                    await api.OpenCheckoutAsync(
                        polar.Text("product_id"),
                        $$""","discount_id":"{{discount.Text("id")}}" """
                    )
                );
            }

            var answers = await race.RunAsync(i => api.ConfirmAsync(checkouts[i], email: $"buyer-{i}@example.com"));

            Assert.Equal(Most, answers.Count(answer => answer.Status == 200));
            Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal(422, answer.Status));
            var charged = 0;
            foreach (var checkout in checkouts)
            {
                charged += await api.AssertWholeAsync(checkout) ? 1 : 0;
            }

            Assert.Equal(Most, charged);
        }
    }

    [Fact]
    public async Task Of_many_upgrades_of_one_subscription_confirmed_at_once_one_is_charged()
    {
        var rounds = Proof.Rounds(RoundsShort);
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var (api, _) = CheckoutCalls.ClientOf(server);
        using (api)
        {
            var race = new Race(api, new Random(Proof.Seed()));
            var free = await api.PlanAsync(0);
            var paid = await api.PlanAsync(2500);
            for (var round = 0; round < rounds; round++)
            {
                var subscription = await api.SubscribeAsync(free, $"member-{round}@example.com");
                var checkouts = new List<KnownCheckout>();
                for (var i = 0; i < Race.Runners; i++)
                {
                    checkouts.Add(await api.OpenCheckoutAsync(paid, $$""","subscription_id":"{{subscription}}" """));
                }

                AssertOneWinner(await race.RunAsync(i => api.ConfirmAsync(checkouts[i])));

                var charged = 0;
                foreach (var checkout in checkouts)
                {
                    charged += await api.AssertWholeAsync(checkout) ? 1 : 0;
                }

                Assert.Equal(1, charged);
            }
        }
    }

    private static async Task<KnownCheckout> AloneAsync(RaceShop shop, int round)
    {
        var checkout = await shop.Api.OpenCheckoutAsync(shop.Product);
        var answers = await shop.Race.RunAsync(_ => shop.Api.ConfirmAsync(checkout));
        AssertOneWinner(answers);
        return checkout;
    }

    private static async Task<KnownCheckout> BesideChangesAsync(RaceShop shop, int round)
    {
        var checkout = await shop.Api.OpenCheckoutAsync(shop.CustomPriceProduct, ",\"amount\":1500");
        var changes = Enumerable
            .Range(0, 16)
            .Select(i => (Func<Task<Answer>>)(() => shop.Api.ChangeAsync(checkout, $$"""{"amount":{{2000 + i}}}""")));
        // A change in flight refuses a confirmation, so some of them ask until they are told.
        var answers = await shop.Race.RunAsync(
            i => Race.PersistAsync(() => shop.Api.ConfirmAsync(checkout), i % 8 == 0 ? null : 1),
            [.. changes]
        );

        AssertOneWinner(answers);
        var confirmed = answers.Single(answer => answer.Status == 200).Json.Number("total_amount");
        var charged = Assert.Single(await shop.Api.ChargedAsync(checkout));
        Assert.Equal(confirmed, charged.Number("amount"));
        return checkout;
    }

    private static async Task<KnownCheckout> BesideExpiryAsync(RaceShop shop, int round)
    {
        var checkout = await shop.Api.OpenCheckoutAsync(shop.Product);
        (await shop.Api.AdvanceClockAsync(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(2))).As(200);
        var answers = await shop.Race.RunAsync(
            _ => shop.Api.ConfirmAsync(checkout),
            () => shop.Api.AdvanceClockAsync(TimeSpan.FromSeconds(3))
        );
        var winners = answers.Where(answer => answer.Status == 200).ToList();
        Assert.InRange(winners.Count, 0, 1);
        AssertRefused(answers.Except(winners), 403, 409, 410);
        return checkout;
    }

    private static async Task<KnownCheckout> BesideNotificationAsync(RaceShop shop, int round)
    {
        var checkout = await shop.Api.OpenCheckoutAsync(shop.Product);
        var answers = await shop.Race.RunAsync(
            _ => shop.Api.ConfirmAsync(checkout, "ctoken_test_late_success"),
            [.. Enumerable.Repeat(() => shop.Api.AdvanceClockAsync(TimeSpan.FromSeconds(3)), 8)]
        );
        AssertOneWinner(answers);
        return checkout;
    }

    private static async Task<KnownCheckout> BesideReconcilerAsync(RaceShop shop, int round)
    {
        var checkout = await shop.Api.OpenCheckoutAsync(shop.Product);
        var answers = await shop.Race.RunAsync(
            _ => shop.Api.ConfirmAsync(checkout, "ctoken_test_timeout_charged"),
            [.. Enumerable.Repeat(() => shop.Api.AdvanceClockAsync(TimeSpan.FromSeconds(61)), 8)]
        );
        Assert.Contains(answers, answer => answer.Status == 200);
        AssertRefused(answers.Where(answer => answer.Status != 200), 403, 409);
        return checkout;
    }

    private static async Task<KnownCheckout> BesideDeclinesAsync(RaceShop shop, int round)
    {
        var checkout = await shop.Api.OpenCheckoutAsync(shop.Product);
        var answers = await shop.Race.RunAsync(i =>
            shop.Api.ConfirmAsync(checkout, i % 2 == 0 ? "ctoken_test_approve" : "ctoken_test_decline")
        );
        Assert.InRange(answers.Count(answer => answer.Status == 200), 0, 1);
        AssertRefused(answers.Where(answer => answer.Status != 200), 400, 403, 409);
        return checkout;
    }

    private static void AssertOneWinner(IReadOnlyList<Answer> answers)
    {
        Assert.Single(answers, answer => answer.Status == 200);
        AssertRefused(answers.Where(answer => answer.Status != 200), 403, 409);
    }

    private static void AssertRefused(IEnumerable<Answer> answers, params int[] statuses) =>
        Assert.All(
            answers,
            answer =>
            {
                Assert.Contains(answer.Status, statuses);
                Assert.NotEmpty(answer.Json.Text("error"));
            }
        );

    private async Task SettleAsync(ApiClient api)
    {
        if (PaymentCalls.Open(data.Path) > 0)
        {
            (await api.AdvanceClockAsync(TimeSpan.FromSeconds(130))).As(200);
        }

        await Poll.UntilAsync(
            "nothing is open",
            SettleLimit,
            () => PaymentCalls.Open(data.Path) == 0 && CheckoutCalls.Waiting(data.Path) == 0
        );
    }

    private sealed record RaceShop(Race Race, string Product, string CustomPriceProduct)
    {
        public ApiClient Api => Race.Api;
    }
}
