using System.Diagnostics;

namespace Checkstand.Server.Tests.Payments;

/// <summary>
/// Never more captured than authorized, never more refunded than captured: 64 captures, refunds or voids of one
/// transaction at the same moment. Rounds as in <see cref="ChargeRaceTests"/>.
/// </summary>
[Collection(Alone.Name)]
public sealed class MovementRaceTests : IDisposable
{
    private const int RoundsShort = 10;
    private const int Total = 1000;

    // Not a divisor of the total: the last one does not fit.
    private const int Part = 300;

    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public Task Sixty_four_captures_take_no_more_than_was_authorized() =>
        RunRoundsAsync(
            "captures",
            async race =>
            {
                var id = (await race.Api.PayByCardAsync(Total)).As(201).Text("id");
                Task<Answer> Capture(int minorUnits) =>
                    race.Api.PostAsync($"/transactions/{id}/capture", $$"""{"amount":{{minorUnits}},"final":false}""");

                AssertStatuses(await race.RunAsync(_ => Race.PersistAsync(() => Capture(Part))), success: 200);
                await AssertTakesWhatIsLeftAsync(race.Api, id, "captures", Capture, success: 200);
            }
        );

    [Fact]
    public Task Sixty_four_refunds_give_back_no_more_than_was_captured() =>
        RunRoundsAsync(
            "refunds",
            async race =>
            {
                var id = (await race.Api.PayByCardAsync(Total, "capture")).As(201).Text("id");
                Task<Answer> Refund(int minorUnits) =>
                    race.Api.PostAsync($"/transactions/{id}/refunds", $$"""{"amount":{{minorUnits}}}""");

                AssertStatuses(await race.RunAsync(_ => Race.PersistAsync(() => Refund(Part))), success: 201);
                await AssertTakesWhatIsLeftAsync(race.Api, id, "refunds", Refund, success: 201);
            }
        );

    [Fact]
    public Task Sixty_four_refunds_with_the_same_key_give_back_once() =>
        RunRoundsAsync(
            "refunds with the same key",
            async race =>
            {
                var id = (await race.Api.PayByCardAsync(Total, "capture")).As(201).Text("id");
                var answers = await race.RunAsync(_ =>
                    Race.PersistAsync(() =>
                        race.Api.PostAsync($"/transactions/{id}/refunds", $$"""{"amount":{{Part}}}""", key: id)
                    )
                );

                Assert.All(answers, answer => Assert.Equal(201, answer.Status));
                Assert.Single(answers.DistinctBy(answer => answer.Body));
                Assert.Single(await race.Api.DoneAsync(id, "refunds"));
                Assert.Equal(Part, (await race.Api.TransactionAsync(id)).Number("refunded_amount"));
            }
        );

    [Fact]
    public Task Captures_and_voids_at_once_end_in_one_or_the_other() =>
        RunRoundsAsync(
            "captures and voids",
            async race =>
            {
                var id = (await race.Api.PayByCardAsync(Total)).As(201).Text("id");
                var answers = await race.RunAsync(i =>
                    race.Api.PostAsync($"/transactions/{id}/{(i % 2 == 0 ? "capture" : "void")}")
                );

                AssertStatuses(answers, success: 200);
                Assert.Single(answers, answer => answer.Status == 200);
                var ended = await race.Api.TransactionAsync(id);
                var isCaptured = ended.Text("status") == "capture_succeeded";
                Assert.Equal(isCaptured ? "capture_succeeded" : "authorization_voided", ended.Text("status"));
                Assert.Equal(isCaptured ? Total : 0, ended.Number("captured_amount"));
            }
        );

    [Fact]
    public Task Captures_and_refunds_at_once_never_give_back_what_was_not_taken() =>
        RunRoundsAsync(
            "captures and refunds",
            async race =>
            {
                var id = (await race.Api.PayByCardAsync(Total)).As(201).Text("id");
                var answers = await race.RunAsync(i =>
                    Race.PersistAsync(() =>
                        i % 2 == 0
                            ? race.Api.PostAsync($"/transactions/{id}/capture", """{"amount":100,"final":false}""")
                            : race.Api.PostAsync($"/transactions/{id}/refunds", """{"amount":100}""")
                    )
                );

                Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[200, 201, 400]));
                var ended = await race.Api.TransactionAsync(id);
                var captured = ended.Number("captured_amount");
                Assert.Equal(await SumAsync(race.Api, id, "captures"), captured);
                // 32 captures persisted, which is more than fit.
                Assert.Equal(Total, captured);
                Assert.Equal(await SumAsync(race.Api, id, "refunds"), ended.Number("refunded_amount"));
                Assert.InRange(ended.Number("refunded_amount"), 0, captured);
            }
        );

    // After the race as much moves as is left, and not a unit more.
    private static async Task AssertTakesWhatIsLeftAsync(
        ApiClient api,
        string id,
        string what,
        Func<int, Task<Answer>> move,
        int success
    )
    {
        var moved = (int)await SumAsync(api, id, what);
        Assert.Equal(Total / Part * Part, moved);
        (await move(Total - moved + 1)).IsError(400);
        Assert.Equal(success, (await move(Total - moved)).Status);
        (await move(1)).IsError(400);
        Assert.Equal(Total, await SumAsync(api, id, what));
        var name = what == "captures" ? "captured_amount" : "refunded_amount";
        Assert.Equal(Total, (await api.TransactionAsync(id)).Number(name));
    }

    private static async Task<long> SumAsync(ApiClient api, string id, string what) =>
        (await api.DoneAsync(id, what)).Sum(one => one.Number("amount"));

    private static void AssertStatuses(IReadOnlyList<Answer> answers, int success)
    {
        Assert.Contains(answers, answer => answer.Status == success);
        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[success, 400, 409]));
    }

    private async Task RunRoundsAsync(string what, Func<Race, Task> runRound)
    {
        var rounds = Proof.Rounds(RoundsShort);
        var seed = Proof.Seed();
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        using var api = await ApiClient.OfSandboxAsync(server);
        var race = new Race(api, new Random(seed));
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
        {
            await runRound(race);
        }

        var agreed = await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
        Figures.Report(
            $"{rounds} rounds of {Race.Runners} {what} of one transaction (seed {seed}): {race.Faults} answers of 5xx "
                + $"({race.Statuses}; {watch.Elapsed.TotalSeconds:0.0} s); {agreed}"
        );
    }
}
