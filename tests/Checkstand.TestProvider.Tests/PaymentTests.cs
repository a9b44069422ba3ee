namespace Checkstand.TestProvider.Tests;

/// <summary>Captures, voids and refunds, and their limits.</summary>
public sealed class PaymentTests : IDisposable
{
    private readonly Provider provider = new();

    public void Dispose() => provider.Dispose();

    [Fact]
    public async Task Reserved_money_is_captured_in_parts_up_to_all_of_it()
    {
        var reference = await provider.ReserveAsync(1000);

        Expect.Approved(await provider.CaptureAsync(reference, 400));
        Expect.Approved(await provider.CaptureAsync(reference, 600));
        Expect.Declined(await provider.CaptureAsync(reference, 1), PaymentErrorCode.InvalidAmount);
    }

    [Fact]
    public async Task No_more_than_what_is_left_is_captured()
    {
        var reference = await provider.ReserveAsync(1000);
        await provider.CaptureAsync(reference, 400);

        Expect.Declined(await provider.CaptureAsync(reference, 601), PaymentErrorCode.InvalidAmount);
        Expect.Approved(await provider.CaptureAsync(reference, 600));
    }

    [Fact]
    public async Task A_final_capture_releases_the_rest()
    {
        var reference = await provider.ReserveAsync(1000);

        Expect.Approved(await provider.CaptureAsync(reference, 400, isFinal: true));

        Expect.Declined(await provider.CaptureAsync(reference, 1), PaymentErrorCode.OtherDecline);
        Expect.Approved(await provider.RefundAsync(reference, 400));
    }

    [Fact]
    public async Task A_void_releases_what_was_reserved()
    {
        var key = provider.NewKey();
        var approved = await provider.AuthorizeAsync(amount: 1000, key: key);

        Expect.Approved(await provider.VoidAsync(approved.Reference!));

        Assert.Equal("not_charged", provider.Standing());
        Assert.Equal(approved, await provider.FindAsync(key));
        Expect.Declined(await provider.CaptureAsync(approved.Reference!, 1), PaymentErrorCode.OtherDecline);
        Expect.Declined(await provider.RefundAsync(approved.Reference!, 1), PaymentErrorCode.InvalidAmount);
        Expect.Declined(await provider.VoidAsync(approved.Reference!), PaymentErrorCode.OtherDecline);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_captured_is_not_voided(bool atOnce)
    {
        var reference = await provider.ReserveAsync(1000, capturesAtOnce: atOnce);
        if (!atOnce)
        {
            await provider.CaptureAsync(reference, 1);
        }

        Expect.Declined(await provider.VoidAsync(reference), PaymentErrorCode.OtherDecline);
        Assert.Equal("charged", provider.Standing());
    }

    [Fact]
    public async Task What_was_captured_at_once_is_captured_whole()
    {
        var reference = await provider.ReserveAsync(1000, capturesAtOnce: true);

        Expect.Declined(await provider.CaptureAsync(reference, 1), PaymentErrorCode.InvalidAmount);
        Expect.Approved(await provider.RefundAsync(reference, 1000));
    }

    [Fact]
    public async Task Captured_money_goes_back_in_parts_up_to_all_of_it()
    {
        var reference = await provider.ReserveAsync(1000);
        await provider.CaptureAsync(reference, 700);

        Expect.Declined(await provider.RefundAsync(reference, 701), PaymentErrorCode.InvalidAmount);
        Expect.Approved(await provider.RefundAsync(reference, 300));
        Expect.Declined(await provider.RefundAsync(reference, 401), PaymentErrorCode.InvalidAmount);
        Expect.Approved(await provider.RefundAsync(reference, 400));
        Assert.Equal("charged", provider.Standing());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Nothing_and_less_is_neither_captured_nor_given_back(long amount)
    {
        var reference = await provider.ReserveAsync(1000);
        await provider.CaptureAsync(reference, 500);

        Expect.Declined(await provider.CaptureAsync(reference, amount), PaymentErrorCode.InvalidAmount);
        Expect.Declined(await provider.RefundAsync(reference, amount), PaymentErrorCode.InvalidAmount);
    }

    [Fact]
    public async Task Another_currency_is_another_payments()
    {
        var reference = await provider.ReserveAsync(1000);
        await provider.CaptureAsync(reference, 500);

        Expect.Declined(await provider.CaptureAsync(reference, 1, currency: "EUR"), new("incorrect_currency"));
        Expect.Declined(await provider.RefundAsync(reference, 1, currency: "EUR"), new("incorrect_currency"));
    }

    [Theory]
    [InlineData("01941f29-7c00-7aaa-8aaa-0123456789ab")]
    [InlineData("pi_1")]
    [InlineData("")]
    public async Task A_payment_that_the_provider_does_not_know_fails(string reference)
    {
        var key = provider.NewKey();

        Expect.Failed(await provider.CaptureAsync(reference, 1, key: key), PaymentErrorCode.ServiceError);
        Expect.Failed(await provider.VoidAsync(reference), PaymentErrorCode.ServiceError);
        Expect.Failed(await provider.RefundAsync(reference, 1), PaymentErrorCode.ServiceError);
        Expect.Failed(await provider.FindAsync(key, OperationKind.Capture), PaymentErrorCode.ServiceError);
    }

    [Fact]
    public async Task A_payment_of_another_account_is_not_known()
    {
        var reference = await provider.ReserveAsync();

        Expect.Failed(
            await provider.CaptureAsync(reference, 1, account: Provider.Other()),
            PaymentErrorCode.ServiceError
        );
    }

    [Fact]
    public async Task A_capture_is_no_payment()
    {
        var reference = await provider.ReserveAsync();
        var capture = await provider.CaptureAsync(reference, 100);

        Expect.Failed(await provider.RefundAsync(capture.Reference!, 1), PaymentErrorCode.ServiceError);
    }

    [Theory]
    [InlineData(Cards.Decline)]
    [InlineData(Cards.RequiresAction)]
    [InlineData(Cards.LateSuccess)]
    [InlineData(Cards.LateFailure)]
    public async Task What_is_not_charged_is_neither_captured_nor_given_back(string number)
    {
        var answer = await provider.AuthorizeAsync(number, capturesAtOnce: true);

        Expect.Declined(await provider.CaptureAsync(answer.Reference!, 1), PaymentErrorCode.OtherDecline);
        Expect.Declined(await provider.RefundAsync(answer.Reference!, 1), PaymentErrorCode.InvalidAmount);
    }

    [Fact]
    public async Task A_late_success_is_captured_once_it_is_there()
    {
        var answer = await provider.AuthorizeAsync(Cards.LateSuccess, amount: 500);
        provider.Clock.Advance(TimeSpan.FromSeconds(10));

        Expect.Approved(await provider.CaptureAsync(answer.Reference!, 500));
        Expect.Approved(await provider.RefundAsync(answer.Reference!, 500));
    }

    [Fact]
    public async Task A_late_success_that_was_voided_before_never_happens()
    {
        var key = provider.NewKey();
        var answer = await provider.AuthorizeAsync(Cards.LateSuccess, key: key, capturesAtOnce: true);

        Expect.Approved(await provider.VoidAsync(answer.Reference!));
        provider.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("not_charged", provider.Standing());
        Expect.Failed(await provider.FindAsync(key), PaymentErrorCode.OtherDecline);
        Expect.Declined(await provider.RefundAsync(answer.Reference!, 1), PaymentErrorCode.InvalidAmount);
        Assert.Empty(await provider.MovementsAsync());
    }

    [Fact]
    public async Task A_void_ends_a_challenge()
    {
        var key = provider.NewKey();
        var answer = await provider.AuthorizeAsync(Cards.RequiresAction, key: key);

        Expect.Approved(await provider.VoidAsync(answer.Reference!));

        Assert.Equal("not_charged", provider.Standing());
        Expect.Failed(await provider.FindAsync(key), PaymentErrorCode.IncompleteBuyerApproval);
        Assert.Empty(await provider.MovementsAsync());
    }
}
