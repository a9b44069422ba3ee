using System.Collections.Concurrent;
using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Checkouts;

/// <summary>
/// Confirmations under kill -9 at any moment: what was answered as paid is paid and has its order, what was not answered was
/// carried out once or not at all, and nothing stays confirmed. The suite runs 3 rounds; <c>CHECKSTAND_PROOF_ROUNDS=200</c>
/// runs so many.
/// </summary>
[Collection(Alone.Name)]
public sealed class ConfirmDurabilityTests : IDisposable
{
    private const int RoundsShort = 3;
    private const int Buyers = 8;
    private const int LoadMsMin = 50;
    private const int LoadMsMax = 400;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Checkouts_are_whole_after_each_kill_and_none_is_charged_twice()
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        var random = new Random(seed);
        var known = new ConcurrentBag<Tried>();
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        for (var round = 0; round < rounds; round++)
        {
            var before = known.Count;
            var (api, polar) = CheckoutCalls.ClientOf(server);
            using (api)
            {
                var buying = Enumerable
                    .Range(0, Buyers)
                    .Select(_ => BuyUntilGoneAsync(api, polar.Text("product_id"), known))
                    .ToList();
                await Poll.UntilAsync("somebody bought something", SettleLimit, () => known.Count > before + Buyers);
                // The moment is the point: anywhere between two answers, inside a commit, between two ledgers.
                await Task.Delay(random.Next(LoadMsMin, LoadMsMax));
                await server.Process.KillAsync();
                await Task.WhenAll(buying);
            }

            await server.RestartAsync();
        }

        await CompareAsync(server, known);
        Figures.Report(
            $"{rounds} kills under confirmations (seed {seed}): {known.Count} checkouts, {known.Count(tried => !tried.IsPaid)} of "
                + "them unanswered: 0 lost, 0 charged twice, 0 charged without an order, 0 left confirmed"
        );
    }

    private static async Task BuyUntilGoneAsync(ApiClient api, string product, ConcurrentBag<Tried> known)
    {
        try
        {
            while (true)
            {
                var checkout = await api.OpenCheckoutAsync(product);
                var isPaid = false;
                try
                {
                    (await api.ConfirmAsync(checkout)).As(200);
                    isPaid = true;
                }
                finally
                {
                    known.Add(new Tried(checkout, isPaid));
                }
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone.
        }
    }

    private async Task CompareAsync(ServerProgram server, IEnumerable<Tried> known)
    {
        var (api, _) = CheckoutCalls.ClientOf(server);
        using (api)
        {
            await Poll.UntilAsync(
                "nothing is open",
                SettleLimit,
                () => PaymentCalls.Open(data.Path) == 0 && CheckoutCalls.Waiting(data.Path) == 0
            );
            await Parallel.ForEachAsync(
                known,
                async (tried, _) =>
                {
                    var isWhole = await api.AssertWholeAsync(tried.Checkout);
                    Assert.True(isWhole || !tried.IsPaid, $"{tried.Checkout.Id} was answered as paid and is not.");
                }
            );
        }

        Assert.Equal("ok", Database.Ask<string>(data.Path, "PRAGMA integrity_check"));
        await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
    }

    private sealed record Tried(KnownCheckout Checkout, bool IsPaid);
}
