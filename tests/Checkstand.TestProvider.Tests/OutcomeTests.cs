namespace Checkstand.TestProvider.Tests;

/// <summary>Every row of the table of outcomes, as the first answer, as asked for later, and as it stands in the books.</summary>
public sealed class OutcomeTests : IDisposable
{
    private readonly Provider provider = new();

    public void Dispose() => provider.Dispose();

    [Theory]
    [InlineData(Cards.Approve)]
    [InlineData("4111111111111111")]
    [InlineData("5555555555554444")]
    [InlineData("378282246310005")]
    [InlineData("6011000990139424")]
    [InlineData("40000000000000002")] // One zero more than the card that is declined.
    [InlineData("04000000000000002")] // The same number, with one digit more.
    public async Task Every_other_number_is_approved(string number)
    {
        var key = provider.NewKey();

        var approved = Assert.IsType<ProviderAnswer.Approved>(await provider.AuthorizeAsync(number, key: key));

        Assert.Equal("00", approved.RawCode);
        Assert.NotNull(approved.Reference);
        Assert.Matches("^[0-9A-F]{15}$", approved.SchemeTransactionId);
        Assert.Equal(approved, await provider.FindAsync(key));
        Assert.Equal("charged", provider.Standing());
    }

    [Theory]
    [InlineData(Cards.Decline, "issuer_decline", "05", true)]
    [InlineData(Cards.InsufficientFunds, "insufficient_funds", "51", false)]
    [InlineData(Cards.ExpiredCard, "expired_card", "54", false)]
    [InlineData(Cards.IncorrectCvc, "incorrect_cvv", "N7", false)]
    public async Task A_card_is_declined(string number, string error, string rawCode, bool mayTryElsewhere)
    {
        var key = provider.NewKey();

        var declined = Assert.IsType<ProviderAnswer.Declined>(await provider.AuthorizeAsync(number, key: key));

        Assert.Equal(new PaymentErrorCode(error), declined.Error);
        Assert.Equal(rawCode, declined.RawCode);
        Assert.Equal(mayTryElsewhere, declined.MayTryElsewhere);
        Assert.Equal(declined, await provider.FindAsync(key));
        Assert.Equal("declined", provider.Standing());
        Assert.Empty(await provider.MovementsAsync());
    }

    [Fact]
    public async Task A_wrong_code_does_not_match()
    {
        var declined = (ProviderAnswer.Declined)await provider.AuthorizeAsync(Cards.IncorrectCvc);

        Assert.Equal(CvvResult.NoMatch, declined.Cvv);
    }

    [Fact]
    public async Task A_provider_error_charges_nothing()
    {
        var key = provider.NewKey();

        var failed = Assert.IsType<ProviderAnswer.Failed>(await provider.AuthorizeAsync(Cards.Error, key: key));

        Assert.Equal(PaymentErrorCode.ServiceError, failed.Error);
        Assert.Equal(failed, await provider.FindAsync(key));
        Assert.Equal("error", provider.Standing());
        Assert.Empty(await provider.MovementsAsync());
    }

    [Fact]
    public async Task A_challenge_names_its_page()
    {
        var key = provider.NewKey();

        var challenge = Assert.IsType<ProviderAnswer.NeedsAction>(
            await provider.AuthorizeAsync(Cards.RequiresAction, key: key)
        );

        Assert.Equal($"/dev/challenges/{challenge.Reference}", challenge.ApprovalUrl);
        Assert.Equal(challenge, await provider.FindAsync(key));
        Assert.Equal("requires_action", provider.Standing());
        Assert.Empty(await provider.MovementsAsync());
    }

    [Fact]
    public async Task Without_a_buyer_nobody_can_pass_a_challenge()
    {
        var answer = await provider.AuthorizeAsync(Cards.RequiresAction, isMerchantInitiated: true);

        Assert.Equal(
            PaymentErrorCode.RequiresBuyerAuthentication,
            Assert.IsType<ProviderAnswer.Declined>(answer).Error
        );
        Assert.Equal("declined", provider.Standing());
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_charge_that_asking_finds()
    {
        var key = provider.NewKey();

        var lost = Assert.IsType<ProviderAnswer.Unknown>(await provider.AuthorizeAsync(Cards.TimeoutCharged, key: key));

        Assert.Null(lost.Reference);
        var found = Assert.IsType<ProviderAnswer.Approved>(await provider.FindAsync(key));
        Assert.Equal(found, await provider.AuthorizeAsync(Cards.TimeoutCharged, key: key));
        Assert.Equal("charged", provider.Standing());
        Assert.Single(await provider.MovementsAsync());
    }

    [Fact]
    public async Task A_lost_request_leaves_no_charge()
    {
        var key = provider.NewKey();

        Assert.IsType<ProviderAnswer.Unknown>(await provider.AuthorizeAsync(Cards.TimeoutNotCharged, key: key));

        var found = Assert.IsType<ProviderAnswer.Failed>(await provider.FindAsync(key));
        Assert.Equal(PaymentErrorCode.ServiceNetworkError, found.Error);
        Assert.Equal("not_charged", provider.Standing());
        Assert.Empty(await provider.MovementsAsync());
    }

    [Fact]
    public async Task A_late_success_is_final_after_ten_seconds()
    {
        var key = provider.NewKey();

        var pending = Assert.IsType<ProviderAnswer.Pending>(
            await provider.AuthorizeAsync(Cards.LateSuccess, key: key, capturesAtOnce: true)
        );

        provider.Clock.Advance(TimeSpan.FromMilliseconds(9_999));
        Assert.Equal(pending, await provider.FindAsync(key));
        Assert.Equal("pending", provider.Standing());
        Assert.Empty(await provider.MovementsAsync());

        provider.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<ProviderAnswer.Approved>(await provider.FindAsync(key));
        Assert.Equal("charged", provider.Standing());
        Assert.Equal(MovementKind.Capture, Assert.Single(await provider.MovementsAsync()).Kind);
    }

    [Fact]
    public async Task A_late_failure_is_final_after_ten_seconds()
    {
        var key = provider.NewKey();

        Assert.IsType<ProviderAnswer.Pending>(await provider.AuthorizeAsync(Cards.LateFailure, key: key));

        Assert.Equal("pending", provider.Standing());
        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(
            PaymentErrorCode.IssuerDecline,
            Assert.IsType<ProviderAnswer.Declined>(await provider.FindAsync(key)).Error
        );
        Assert.Equal("declined", provider.Standing());
        Assert.Empty(await provider.MovementsAsync());
    }

    [Fact]
    public void The_provider_is_the_contracts_mock_card() => Assert.Equal("mock-card", provider.Connector.DefinitionId);
}
