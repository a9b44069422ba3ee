namespace Checkstand.TestProvider.Tests;

/// <summary>Asking what became of an operation, and listing what moved.</summary>
public sealed class FindTests : IDisposable
{
    private readonly Provider provider = new();

    public void Dispose() => provider.Dispose();

    [Fact]
    public async Task Every_kind_of_operation_is_found_by_its_key()
    {
        var captured = await provider.ReserveAsync();
        var voided = await provider.ReserveAsync();
        var (capture, release, refund) = (provider.NewKey(), provider.NewKey(), provider.NewKey());
        var captureAnswer = await provider.CaptureAsync(captured, 600, key: capture);
        var voidAnswer = await provider.VoidAsync(voided, release);
        var refundAnswer = await provider.RefundAsync(captured, 500, refund);

        Assert.Equal(captureAnswer, await provider.FindAsync(capture, OperationKind.Capture));
        Assert.Equal(voidAnswer, await provider.FindAsync(release, OperationKind.Void));
        Assert.Equal(refundAnswer, await provider.FindAsync(refund, OperationKind.Refund));
    }

    [Fact]
    public async Task A_key_that_was_never_seen_can_never_charge()
    {
        var key = provider.NewKey();

        Expect.Failed(await provider.FindAsync(key), PaymentErrorCode.ServiceNetworkError);

        Expect.Failed(await provider.AuthorizeAsync(key: key), PaymentErrorCode.ServiceNetworkError);
        Expect.Failed(await provider.FindAsync(key), PaymentErrorCode.ServiceNetworkError);
        Assert.Empty(provider.Standings());
        Assert.Empty(await provider.MovementsAsync());
    }

    [Theory]
    [InlineData(OperationKind.Capture)]
    [InlineData(OperationKind.Void)]
    [InlineData(OperationKind.Refund)]
    public async Task Nor_can_it_move_money_in_another_way(OperationKind kind)
    {
        var reference = await provider.ReserveAsync(1000);
        await provider.CaptureAsync(reference, 1);
        var uncaptured = await provider.ReserveAsync(1000);
        var before = (await provider.MovementsAsync()).Count;
        var key = provider.NewKey();
        Expect.Failed(await provider.FindAsync(key, kind), PaymentErrorCode.ServiceNetworkError);

        var late = kind switch
        {
            OperationKind.Capture => await provider.CaptureAsync(reference, 1, key: key),
            OperationKind.Refund => await provider.RefundAsync(reference, 1, key),
            _ => await provider.VoidAsync(uncaptured, key),
        };

        Expect.Failed(late, PaymentErrorCode.ServiceNetworkError);
        Assert.Equal(before, (await provider.MovementsAsync()).Count);
    }

    // The request and the question about it may overtake each other; one of them must win for good.
    [Fact]
    public async Task A_question_and_its_request_at_once_agree()
    {
        for (var round = 0; round < 100; round++)
        {
            var key = provider.NewKey();
            var charging = Task.Run(() => provider.AuthorizeAsync(key: key));
            var asking = Task.Run(() => provider.FindAsync(key));

            var (charged, found) = (await charging, await asking);

            Assert.Equal(charged, found);
            Assert.Equal(found, await provider.FindAsync(key));
        }
    }

    [Fact]
    public async Task A_key_of_another_kind_or_account_did_not_do_what_is_asked_about()
    {
        var key = provider.NewKey();
        await provider.AuthorizeAsync(key: key);

        Expect.Failed(await provider.FindAsync(key, OperationKind.Refund), PaymentErrorCode.ServiceError);
        Expect.Failed(await provider.FindAsync(key, account: Provider.Other()), PaymentErrorCode.ServiceError);
    }

    [Fact]
    public async Task Movements_are_what_moved_and_nothing_else()
    {
        var authorize = provider.NewKey();
        var capture = provider.NewKey();
        var reference = (await provider.AuthorizeAsync(amount: 1000, key: authorize)).Reference!;
        var captureReference = (await provider.CaptureAsync(reference, 700, key: capture)).Reference!;
        await provider.CaptureAsync(reference, 301);
        await provider.AuthorizeAsync(Cards.Decline);
        await provider.FindAsync(provider.NewKey());
        await provider.AuthorizeAsync(account: Provider.Other());

        Assert.Equal(
            [
                new ProviderMovement(
                    authorize.ToString(),
                    MovementKind.Authorization,
                    new Money(1000, "USD"),
                    reference
                ),
                new ProviderMovement(capture.ToString(), MovementKind.Capture, new Money(700, "USD"), captureReference),
            ],
            (await provider.MovementsAsync()).OrderBy(movement => movement.Kind)
        );
    }

    [Fact]
    public async Task A_void_moves_what_it_released()
    {
        await provider.VoidAsync(await provider.ReserveAsync(1000));

        var movements = await provider.MovementsAsync();

        Assert.Equal(
            [MovementKind.Authorization, MovementKind.Void],
            movements.Select(movement => movement.Kind).Order()
        );
        Assert.All(movements, movement => Assert.Equal(new Money(1000, "USD"), movement.Amount));
    }

    [Fact]
    public async Task Movements_are_listed_from_an_instant_until_before_another()
    {
        var start = provider.Now;
        var keys = new List<string>();
        for (var second = 0; second < 4; second++)
        {
            var key = provider.NewKey();
            await provider.AuthorizeAsync(key: key);
            keys.Add(key.ToString());
            provider.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var listed = await provider
            .Connector.ListMovementsAsync(
                Provider.Account,
                start.AddSeconds(1),
                start.AddSeconds(3),
                CancellationToken.None
            )
            .Select(movement => movement.IdempotencyKey)
            .ToListAsync();

        Assert.Equal(keys[1..3], listed);
    }

    // More than a page, many of them in one millisecond.
    [Fact]
    public async Task A_long_list_is_listed_whole_and_each_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 2500).Select(_ => provider.AuthorizeAsync()));

        var movements = await provider.MovementsAsync();

        Assert.Equal(2500, movements.Count);
        Assert.Equal(2500, movements.Select(movement => movement.IdempotencyKey).Distinct().Count());
    }
}
