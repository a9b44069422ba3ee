namespace Checkstand.TestProvider.Tests;

public sealed class IdempotencyTests : IDisposable
{
    private readonly Provider provider = new();

    public void Dispose() => provider.Dispose();

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_charges_once()
    {
        var key = provider.NewKey();

        var first = await provider.AuthorizeAsync(key: key);
        provider.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(first, await provider.AuthorizeAsync(key: key));
        Assert.Single(await provider.MovementsAsync());
    }

    [Theory]
    [InlineData(Cards.Decline)]
    [InlineData(Cards.Error)]
    [InlineData(Cards.RequiresAction)]
    [InlineData(Cards.LateSuccess)]
    public async Task Every_kind_of_answer_is_kept(string number)
    {
        var key = provider.NewKey();

        var first = await provider.AuthorizeAsync(number, key: key);

        Assert.Equal(first, await provider.AuthorizeAsync(number, key: key));
        Assert.Single(provider.Standings());
    }

    [Fact]
    public async Task Of_many_requests_at_once_under_one_key_one_charges_and_all_hear_of_it()
    {
        var key = provider.NewKey();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => Task.Run(() => provider.AuthorizeAsync(key: key)))
        );

        Assert.Single(answers.Distinct());
        Assert.IsType<ProviderAnswer.Approved>(answers[0]);
        Assert.Single(await provider.MovementsAsync());
        Assert.Equal("charged", provider.Standing());
    }

    [Fact]
    public async Task Of_many_captures_at_once_no_more_than_what_was_reserved_is_captured()
    {
        var reference = await provider.ReserveAsync(1000);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => provider.CaptureAsync(reference, 300)))
        );

        Assert.Equal(3, answers.Count(answer => answer is ProviderAnswer.Approved));
        Assert.Equal(47, answers.Count(answer => answer is ProviderAnswer.Declined));
    }

    [Fact]
    public async Task A_key_is_good_for_one_request()
    {
        var key = provider.NewKey();
        var checkout = Guid.CreateVersion7();
        await provider.AuthorizeAsync(key: key, checkout: checkout);

        ExpectTaken(await provider.AuthorizeAsync(key: key, checkout: checkout, amount: 1300));
        ExpectTaken(await provider.AuthorizeAsync(key: key, checkout: checkout, currency: "EUR"));
        ExpectTaken(await provider.AuthorizeAsync(key: key, checkout: checkout, capturesAtOnce: true));
        ExpectTaken(await provider.AuthorizeAsync("4111111111111111", key: key, checkout: checkout));
        ExpectTaken(await provider.AuthorizeAsync(key: key, checkout: Guid.CreateVersion7()));
        ExpectTaken(await provider.AuthorizeAsync(key: key, checkout: checkout, account: Provider.Other()));
        Assert.Single(await provider.MovementsAsync());
    }

    [Fact]
    public async Task A_key_is_good_for_one_kind_of_request()
    {
        var key = provider.NewKey();
        var approved = await provider.AuthorizeAsync(key: key);

        ExpectTaken(await provider.CaptureAsync(approved.Reference!, 100, key: key));
        ExpectTaken(await provider.VoidAsync(approved.Reference!, key));
        ExpectTaken(await provider.RefundAsync(approved.Reference!, 100, key));
        Assert.Single(await provider.MovementsAsync());
    }

    [Fact]
    public async Task Captures_voids_and_refunds_are_carried_out_once_per_key()
    {
        var captured = await provider.ReserveAsync();
        var voided = await provider.ReserveAsync();
        var (capture, release, refund) = (provider.NewKey(), provider.NewKey(), provider.NewKey());

        var firsts = new[]
        {
            await provider.CaptureAsync(captured, 600, key: capture),
            await provider.VoidAsync(voided, release),
            await provider.RefundAsync(captured, 500, refund),
        };
        var seconds = new[]
        {
            await provider.CaptureAsync(captured, 600, key: capture),
            await provider.VoidAsync(voided, release),
            await provider.RefundAsync(captured, 500, refund),
        };

        Assert.All(firsts, answer => Assert.IsType<ProviderAnswer.Approved>(answer));
        Assert.Equal(firsts, seconds);
        Assert.Equal(5, (await provider.MovementsAsync()).Count);
        ExpectTaken(await provider.CaptureAsync(captured, 601, key: capture));
        ExpectTaken(await provider.CaptureAsync(captured, 600, isFinal: true, key: capture));
        ExpectTaken(await provider.VoidAsync(captured, release));
        ExpectTaken(await provider.RefundAsync(captured, 501, refund));
    }

    // What was refused once stays refused: a caller that repeats itself must hear the same.
    [Fact]
    public async Task A_refusal_is_kept_too()
    {
        var reference = await provider.ReserveAsync();
        var key = provider.NewKey();
        var refused = await provider.RefundAsync(reference, 100, key);
        await provider.CaptureAsync(reference, 1000);

        Assert.IsType<ProviderAnswer.Declined>(refused);
        Assert.Equal(refused, await provider.RefundAsync(reference, 100, key));
    }

    // More than the queue takes: what is refused then is refused for sure, and what is charged is answered so.
    [Fact]
    public async Task An_overload_loses_and_doubles_nothing()
    {
        using var gate = new ManualResetEventSlim();
        var held = provider.Ledger.NoteAsync([_ => gate.Wait(TimeSpan.FromMinutes(1))]);

        var asking = Enumerable.Range(0, 6000).Select(_ => provider.AuthorizeAsync()).ToList();
        var asked = await provider.FindAsync(provider.NewKey());
        gate.Set();
        await held;
        var answers = await Task.WhenAll(asking);

        Assert.IsType<ProviderAnswer.Unknown>(asked);
        var refused = answers.OfType<ProviderAnswer.Failed>().ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal(PaymentErrorCode.ServiceNetworkError, answer.Error));
        Assert.Equal(
            answers.OfType<ProviderAnswer.Approved>().Select(answer => answer.Reference).Order(),
            (await provider.MovementsAsync()).Select(movement => movement.Reference).Order()
        );
    }

    private static void ExpectTaken(ProviderAnswer answer) =>
        Assert.Equal(PaymentErrorCode.ServiceError, Assert.IsType<ProviderAnswer.Failed>(answer).Error);
}
