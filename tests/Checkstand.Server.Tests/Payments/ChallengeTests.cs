namespace Checkstand.Server.Tests.Payments;

/// <summary>
/// A payment that waits for its buyer ends in one way: passed, failed or given up, whatever dies or happens at the same
/// moment. Rounds as in <see cref="ChargeRaceTests"/>.
/// </summary>
[Collection(Alone.Name)]
public sealed class ChallengeTests : IDisposable
{
    private const int RoundsShort = 10;
    private const int SigKill = 137;
    private const string Challenged = "4000002760003184";

    // Longer than a buyer has.
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(1900);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("before-find-authorize")]
    [InlineData("after-find-authorize")]
    [InlineData("before-send-void")]
    [InlineData("after-send-void")]
    [InlineData("before-reconcile-authorize")]
    [InlineData("after-reconcile-authorize")]
    public async Task A_challenge_that_nobody_passes_is_given_up_once_whatever_dies_over_it(string point)
    {
        var killAt = new Dictionary<string, string?> { ["Checkstand__Dev__KillAt"] = point };
        await using var server = await ServerProgram.StartSandboxAsync(data.Path, killAt);
        using var api = await ApiClient.OfSandboxAsync(server);
        var session = await api.OpenWithCardAsync(Challenged);
        var waiting = (await api.PayAsync(session, 1299)).As(201);
        Assert.Equal("buyer_approval_pending", waiting.Text("status"));

        // The answer may get lost over the death that it brings about.
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            await api.AdvanceClockAsync(Overdue);
            await server.Process.EndAsync(Limit);
            await api.GetAsync(session);
        });
        Assert.Equal(SigKill, await server.Process.EndAsync(Limit));
        server.Environment = null;
        await server.RestartAsync();
        await SettledAsync();

        var ended = await api.TransactionAsync(waiting.Text("id"));
        // Of one that was given up before the crash the provider says failed; of one that it gives up now we say declined.
        Assert.Contains(ended.Text("status"), (string[])["authorization_declined", "authorization_failed"]);
        Assert.Equal("incomplete_buyer_approval", ended.Text("error_code"));
        Assert.Equal("not_charged", Assert.Single(await api.ChargesAsync(session)).Text("outcome"));
        await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
    }

    [Fact]
    public async Task Decisions_and_the_end_of_the_buyers_time_at_once_end_in_one_outcome()
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var race = new Race(api, new Random(seed));
        var approved = 0;
        for (var round = 0; round < rounds; round++)
        {
            var session = await api.OpenWithCardAsync(Challenged);
            var waiting = (await api.PayAsync(session, 1299)).As(201);
            var page = new Uri(waiting["payment_method"]!.Text("approval_url"));
            await race.RunAsync(
                i => DecideAsync(api, page, i % 2 == 0 ? "approve" : "fail"),
                () => api.AdvanceClockAsync(Overdue)
            );
            await SettledAsync();

            var ended = (await api.TransactionAsync(waiting.Text("id"))).Text("status");
            var charged = (await api.ChargesAsync(session)).Count(one => one.Text("outcome") == "charged");
            var isApproved = ended == "authorization_succeeded";
            Assert.Equal(isApproved ? "authorization_succeeded" : "authorization_declined", ended);
            Assert.Equal(isApproved ? 1 : 0, charged);
            approved += charged;
        }

        var agreed = await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
        Figures.Report(
            $"{rounds} rounds of {Race.Runners} decisions about one challenge beside the end of its time (seed {seed}): "
                + $"{approved} approved, the others declined, {race.Faults} answers of 5xx ({race.Statuses}); {agreed}"
        );
    }

    private static async Task<Answer> DecideAsync(ApiClient api, Uri page, string decision)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = decision });
        return await api.SendAsync(request);
    }

    private Task<TimeSpan> SettledAsync() =>
        Poll.UntilAsync("no payment is open", Limit, () => PaymentCalls.Open(data.Path) == 0);
}
