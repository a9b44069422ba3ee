using Checkstand.Gr4vy.Tests.PaymentMethods;

namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary><c>store: true</c>, and what a payment with a stored method leaves on it.</summary>
public sealed class StoreCardTests(PayingServer server) : IClassFixture<PayingServer>
{
    private const string Store = ",\"store\":true";

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task An_approved_card_that_is_to_be_stored_is_there_and_can_be_paid_with()
    {
        var fromSession = (await api.PaySessionAsync(await api.OpenWithCardAsync(), Store)).Expect(201);
        var fromRequest = (await api.PayCardAsync(more: Store)).Expect(201);

        foreach (var paid in new[] { fromSession, fromRequest })
        {
            var id = paid.TextAt("/payment_method/id")!;
            (await api.GetMethodAsync(id)).Expect(200);
            Assert.Equal("authorization_succeeded", (await PayStoredAsync(id)).TextAt("/status"));
            Assert.Equal(paid.Text, (await api.ReadAsync(paid.TextAt("/id")!)).Text);
        }
    }

    [Theory]
    [InlineData(Cards.LateSuccess)]
    [InlineData(Cards.ChargedInSilence)]
    public async Task A_card_whose_approval_becomes_known_later_is_stored_from_its_session(string number)
    {
        var paid = (await api.PaySessionAsync(await api.OpenWithCardAsync(number), Store)).Expect(201);
        Assert.True(paid.IsNullAt("/payment_method/id"));
        server.Clock.Advance(TimeSpan.FromSeconds(10));

        var settled = await server.SettledAsync(paid.TextAt("/id")!);

        Assert.Equal("authorization_succeeded", settled.TextAt("/status"));
        (await api.GetMethodAsync(settled.TextAt("/payment_method/id")!)).Expect(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_card_whose_challenge_is_passed_is_stored_and_one_that_fails_is_not(bool isApproved)
    {
        var paid = (await api.PaySessionAsync(await api.OpenWithCardAsync(Cards.Challenged), Store)).Expect(201);
        await server.DecideAsync(paid, isApproved);
        server.Clock.Advance(TimeSpan.FromSeconds(10));

        var settled = await server.SettledAsync(paid.TextAt("/id")!);

        Assert.Equal(!isApproved, settled.IsNullAt("/payment_method/id"));
    }

    [Fact]
    public async Task A_payment_that_is_approved_later_counts_its_stored_method_once()
    {
        var stored = (await api.StoreAsync(Methods.Card(Cards.LateSuccess))).Expect(201).TextAt("/id")!;
        var paid = await PayStoredAsync(stored);
        Assert.Equal("processing", paid.TextAt("/status"));
        Assert.Equal(0, await UsesAsync(stored));
        server.Clock.Advance(TimeSpan.FromSeconds(10));

        await server.SettledAsync(paid.TextAt("/id")!);
        await server.SettledAsync(paid.TextAt("/id")!);

        Assert.Equal(1, await UsesAsync(stored));
    }

    private async Task<Answer> PayStoredAsync(string id) =>
        (
            await api.CreateTransactionAsync(
                $$$"""{"amount":1299,"currency":"USD","payment_method":{"method":"id","id":"{{{id}}}"}}"""
            )
        ).Expect(201);

    private async Task<long> UsesAsync(string id) =>
        (await api.GetMethodAsync(id)).Expect(200).At("/usage_count").GetInt64();
}
