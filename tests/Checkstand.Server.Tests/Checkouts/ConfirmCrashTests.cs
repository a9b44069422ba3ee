using Checkstand.Server.Dev.Faults;
using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Checkouts;

/// <summary>
/// A confirmation survives a crash at every step: the server kills itself there, is started again, and the checkout was
/// charged once and has its order, or is open and was not charged. The suite dies at every point once;
/// <c>CHECKSTAND_PROOF_ROUNDS=40</c> twice.
/// </summary>
[Collection(Alone.Name)]
public sealed class ConfirmCrashTests : IDisposable
{
    private const int RoundsPerPass = 20;
    private const int SigKill = 137;
    private static readonly TimeSpan DeathLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);

    // In this order each start finds what the one before left. A look-up and a settlement without a request are reached by
    // the recovery alone: the start itself dies.
    private static readonly Death[] Deaths =
    [
        new("before-confirm-checkout", IsOfStart: false, IsCharged: false),
        new("after-confirm-checkout", IsOfStart: false, IsCharged: false),
        new("before-send-authorize", IsOfStart: false, IsCharged: false),
        new("after-send-authorize", IsOfStart: false, IsCharged: true),
        new("before-find-authorize", IsOfStart: true, IsCharged: true),
        new("after-find-authorize", IsOfStart: true, IsCharged: true),
        new("before-reconcile-authorize", IsOfStart: true, IsCharged: true),
        new("after-reconcile-authorize", IsOfStart: true, IsCharged: true),
        new("before-settle-checkout", IsOfStart: true, IsCharged: true),
        new("after-settle-checkout", IsOfStart: true, IsCharged: true),
        new("before-settle-authorize", IsOfStart: false, IsCharged: true),
        new("after-settle-authorize", IsOfStart: false, IsCharged: true),
        new("before-settle-checkout", IsOfStart: true, IsCharged: true),
    ];

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void Every_step_of_a_confirmation_is_died_at()
    {
        PaymentStep[] steps =
        [
            PaymentStep.ConfirmCheckout,
            PaymentStep.SendAuthorize,
            PaymentStep.SettleAuthorize,
            PaymentStep.FindAuthorize,
            PaymentStep.ReconcileAuthorize,
            PaymentStep.SettleCheckout,
        ];
        Assert.Empty(
            FaultPoint
                .All.Where(point => steps.Contains(point.Step))
                .Select(point => point.Name)
                .Except(Deaths.Select(death => death.Point))
        );
    }

    [Fact]
    public async Task A_confirmation_that_dies_at_any_step_is_carried_out_once_or_not_at_all()
    {
        var passes = Math.Max(1, Proof.Rounds(RoundsPerPass) / RoundsPerPass);
        List<(KnownCheckout Checkout, Death Death)> died = [];
        ServerProgram? server = null;
        try
        {
            // The first start makes the sandbox; no later one may die before it is there.
            server = await ServerProgram.StartSandboxAsync(data.Path);
            for (var pass = 0; pass < passes; pass++)
            {
                foreach (var death in Deaths)
                {
                    if (await DieAsync(server, death) is { } checkout)
                    {
                        died.Add((checkout, death));
                    }
                }
            }

            server.Environment = null;
            await server.RestartAsync();
            await CompareAsync(server, died);
        }
        finally
        {
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        Figures.Report(
            $"{passes * Deaths.Length} deaths at {Deaths.DistinctBy(death => death.Point).Count()} points of confirmations: "
                + "0 charged twice, 0 charged without an order, 0 left confirmed, ledgers agree"
        );
    }

    // The checkout that was being confirmed; null when the start died of what the one before left.
    private static async Task<KnownCheckout?> DieAsync(ServerProgram server, Death death)
    {
        if (!server.Process.HasExited)
        {
            await server.EndAsync();
        }

        server.Environment = new Dictionary<string, string?> { ["Checkstand__Dev__KillAt"] = death.Point };
        KnownCheckout? checkout = null;
        if (death.IsOfStart)
        {
            server.Launch();
        }
        else
        {
            await server.RestartAsync();
            var (api, polar) = CheckoutCalls.ClientOf(server);
            using (api)
            {
                checkout = await api.OpenCheckoutAsync(polar.Text("product_id"));
                await Assert.ThrowsAsync<HttpRequestException>(() => api.ConfirmAsync(checkout));
            }
        }

        Assert.Equal(SigKill, await server.Process.EndAsync(DeathLimit));
        Assert.Contains($"killed at {death.Point},", server.Process.Error.Text, StringComparison.Ordinal);
        return checkout;
    }

    private async Task CompareAsync(ServerProgram server, List<(KnownCheckout Checkout, Death Death)> died)
    {
        var (api, _) = CheckoutCalls.ClientOf(server);
        using (api)
        {
            await Poll.UntilAsync(
                "nothing is open",
                SettleLimit,
                () => PaymentCalls.Open(data.Path) == 0 && CheckoutCalls.Waiting(data.Path) == 0
            );
            foreach (var (checkout, death) in died)
            {
                Assert.True(
                    death.IsCharged == await api.AssertWholeAsync(checkout),
                    $"After {death.Point} the checkout is {(await api.ReadAsync(checkout)).Text("status")}."
                );
                var again = await api.ConfirmAsync(checkout);
                Assert.Equal(death.IsCharged ? 403 : 200, again.Status);
                Assert.True(await api.AssertWholeAsync(checkout));
            }

            Assert.Equal("ok", Database.Ask<string>(data.Path, "PRAGMA integrity_check"));
            await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
        }
    }

    /// <summary>A point at which a server dies.</summary>
    /// <param name="Point">The point.</param>
    /// <param name="IsOfStart">Whether the start dies there by itself, recovering what the death before left.</param>
    /// <param name="IsCharged">Whether the money has moved by then.</param>
    private sealed record Death(string Point, bool IsOfStart, bool IsCharged);
}
