using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Payments;

/// <summary>
/// Exactly one charge: 64 payments of one session at the same moment, beside everything else that can happen to it. The
/// suite runs 10 rounds of each race; <c>CHECKSTAND_PROOF_ROUNDS=100</c> runs so many.
/// </summary>
[Collection(Alone.Name)]
public sealed class ChargeRaceTests : IDisposable
{
    private const int RoundsShort = 10;
    private const int ClockMoves = 8;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public Task Sixty_four_payments_with_keys_of_their_own_charge_a_session_once() =>
        RunRoundsAsync(
            "with different keys",
            async (race, round) =>
            {
                var session = await race.Api.OpenWithCardAsync();
                var answers = await race.RunAsync(i => race.Api.PayAsync(session, 1299, key: $"{round}-{i}"));
                AssertOneWinner(answers);
                return session;
            }
        );

    [Fact]
    public Task Sixty_four_payments_without_a_key_charge_a_session_once() =>
        RunRoundsAsync(
            "without a key",
            async (race, _) =>
            {
                var session = await race.Api.OpenWithCardAsync();
                var answers = await race.RunAsync(_ => race.Api.PayAsync(session, 1299, "capture"));
                AssertOneWinner(answers);
                return session;
            }
        );

    [Fact]
    public Task Sixty_four_times_the_same_request_with_the_same_key_charge_once_and_are_answered_alike() =>
        RunRoundsAsync(
            "with the same key",
            async (race, round) =>
            {
                var session = await race.Api.OpenWithCardAsync();
                // Every other one asks until it is told; the rest may hear that the request still runs.
                var answers = await race.RunAsync(i =>
                    Race.PersistAsync(() => race.Api.PayAsync(session, 1299, key: $"{round}"), i % 2 == 0 ? null : 1)
                );
                var winners = answers.Where(answer => answer.Status == 201).ToList();
                Assert.InRange(winners.Count, Race.Runners / 2, Race.Runners);
                Assert.Single(winners.DistinctBy(answer => answer.Body));
                Assert.All(answers.Except(winners), answer => answer.IsError(409));
                return session;
            }
        );

    [Fact]
    public Task A_session_that_changes_meanwhile_is_charged_once() =>
        RunRoundsAsync(
            "beside PUT fields and PUT session",
            async (race, round) =>
            {
                var session = await race.Api.OpenWithCardAsync();
                var changes = Enumerable
                    .Range(0, 8)
                    .Select(i =>
                        (Func<Task<Answer>>)(
                            i % 2 == 0
                                ? () => race.Api.PutCardAsync(session, "5555555555554444")
                                : () => race.Api.UpdateAsync(session, """{"amount":77,"currency":"EUR"}""")
                        )
                    );
                var answers = await race.RunAsync(
                    i => race.Api.PayAsync(session, 1299, key: $"{round}-{i}"),
                    [.. changes]
                );
                AssertOneWinner(answers);
                var charge = Assert.Single(await race.Api.ChargesAsync(session));
                Assert.Equal((1299, "USD"), (charge.Number("amount"), charge.Text("currency")));
                return session;
            }
        );

    [Fact]
    public async Task A_session_that_is_deleted_meanwhile_is_charged_once_or_not_at_all()
    {
        var charged = 0;
        await RunRoundsAsync(
            "beside DELETE session",
            async (race, round) =>
            {
                var session = await race.Api.OpenWithCardAsync();
                // With keys the deletion wins nearly always, without them the payments do.
                var answers = await race.RunAsync(
                    i => race.Api.PayAsync(session, 1299, key: round % 2 == 0 ? $"{round}-{i}" : null),
                    async () =>
                    {
                        for (var looks = round % 5; looks > 0; looks--)
                        {
                            (await race.Api.GetAsync(session)).As(200);
                        }

                        return await race.Api.DeleteAsync(session);
                    }
                );
                var winners = answers.Count(answer => answer.Status == 201);
                Assert.InRange(winners, 0, 1);
                Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[201, 404, 409]));
                Assert.Equal(winners, (await race.Api.ChargesAsync(session)).Count);
                charged += winners;
                return winners == 1 ? session : null;
            }
        );
        Figures.Report($"beside DELETE session {charged} rounds were charged, the others not at all");
        // In one or two rounds the deletion may win each time.
        Assert.True(charged > 0 || Proof.Rounds(RoundsShort) < RoundsShort, "The deletion won every round.");
    }

    [Fact]
    public Task A_late_notification_that_comes_meanwhile_charges_nothing_more() =>
        RunRoundsAsync(
            "beside the late notification",
            async (race, round) =>
            {
                var session = await race.Api.OpenWithCardAsync(PaymentCalls.Late);
                var answers = await race.RunAsync(
                    i => race.Api.PayAsync(session, 1299, key: $"{round}-{i}"),
                    [.. Moves(race, TimeSpan.FromSeconds(3))]
                );
                AssertOneWinner(answers);
                await SettleAsync(race.Api);
                return session;
            }
        );

    // A move of more than a minute lets the reconciler ask about a charge that is only now being sent. The provider then
    // closes its key, that payment fails, and another of the 64 may charge the session in its place.
    [Fact]
    public Task A_reconciler_that_looks_meanwhile_charges_nothing_more() =>
        RunRoundsAsync(
            "beside the reconciler",
            async (race, round) =>
            {
                var session = await race.Api.OpenWithCardAsync(PaymentCalls.AnswerLost);
                var answers = await race.RunAsync(
                    i => race.Api.PayAsync(session, 1299, key: $"{round}-{i}"),
                    [.. Moves(race, TimeSpan.FromSeconds(61))]
                );
                Assert.Contains(answers, answer => answer.Status == 201);
                Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[201, 409]));
                await SettleAsync(race.Api);
                var others = (await race.Api.TransactionsAsync($"checkout_session_id={session}")).Where(one =>
                    one.Text("status") != "authorization_succeeded"
                );
                Assert.All(others, one => Assert.Equal("authorization_failed", one.Text("status")));
                return session;
            }
        );

    [Fact]
    public Task A_payment_that_ends_unpaid_is_followed_by_one_that_charges() =>
        RunRoundsAsync(
            "after one whose outcome was unknown and is not charged",
            async (race, round) =>
            {
                var session = await race.Api.OpenWithCardAsync(PaymentCalls.NotChargedAnswerLost);
                var answers = await race.RunAsync(
                    i =>
                        Race.PersistAsync(
                            () => race.Api.PayAsync(session, 1299, key: $"{round}-{i}"),
                            i % 8 == 0 ? null : 1
                        ),
                    async () =>
                    {
                        await Poll.UntilAsync("a payment is open", SettleLimit, () => PaymentCalls.Open(data.Path) > 0);
                        Assert.Equal(204, (await race.Api.PutCardAsync(session, PaymentCalls.Approved)).Status);
                        // Its answer may come after a move, and with it the wait for its first look-up.
                        await Poll.UntilAsync(
                            "the first payment is known to have failed",
                            SettleLimit,
                            async () =>
                            {
                                (await race.Api.AdvanceClockAsync(TimeSpan.FromSeconds(11))).As(200);
                                var found = await race.Api.TransactionsAsync($"checkout_session_id={session}");
                                return found.Any(one => one.Text("status") == "authorization_failed");
                            }
                        );
                        return await race.Api.GetAsync(session);
                    }
                );
                // Most give up at once: all of them asking over and over would hold up what they wait for.
                Assert.Equal(2, answers.Count(answer => answer.Status == 201));
                Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.IsError(409));
                return session;
            }
        );

    private static IEnumerable<Func<Task<Answer>>> Moves(Race race, TimeSpan by) =>
        Enumerable.Repeat(() => race.Api.AdvanceClockAsync(by), ClockMoves);

    private static void AssertOneWinner(IReadOnlyList<Answer> answers)
    {
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.IsError(409));
    }

    private async Task SettleAsync(ApiClient api)
    {
        (await api.AdvanceClockAsync(TimeSpan.FromSeconds(130))).As(200);
        await Poll.UntilAsync("no payment is open", SettleLimit, () => PaymentCalls.Open(data.Path) == 0);
    }

    // A round gives the session that must have been charged; null when it may not have been.
    private async Task RunRoundsAsync(string how, Func<Race, int, Task<string?>> runRound)
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var race = new Race(api, new Random(seed));
        var watch = Stopwatch.StartNew();
        var charges = 0;
        for (var round = 0; round < rounds; round++)
        {
            if (await runRound(race, round) is not { } session)
            {
                continue;
            }

            var charged = (await api.ChargesAsync(session)).Where(one => one.Text("outcome") == "charged");
            var shown = (await api.TransactionsAsync($"checkout_session_id={session}")).Where(IsPaid);
            // The provider's key for a charge is the id of the transaction that shows it.
            Assert.Equal(Assert.Single(charged).Text("idempotency_key"), Assert.Single(shown).Text("id"));
            charges++;
        }

        var agreed = await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
        Figures.Report(
            $"{rounds} rounds of {Race.Runners} payments {how} (seed {seed}): {charges} charges, {race.Faults} answers of 5xx "
                + $"({race.Statuses}; {watch.Elapsed.TotalSeconds:0.0} s); {agreed}"
        );
    }

    private static bool IsPaid(JsonNode transaction) =>
        transaction.Text("status") is "authorization_succeeded" or "capture_succeeded";
}
