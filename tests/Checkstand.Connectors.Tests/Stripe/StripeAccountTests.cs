using Checkstand.Connectors.Stripe;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Checkstand.Connectors.Tests.Stripe;

public sealed class StripeAccountTests : StripeTest
{
    private ProviderAccount Named(string account) =>
        Account with
        {
            Fields = new Dictionary<string, string> { ["account"] = account },
        };

    [Fact]
    public void The_connector_goes_by_its_definition() => Assert.Equal("stripe-card", Connector.DefinitionId);

    [Theory]
    [InlineData("main")]
    [InlineData("MAIN")]
    public async Task A_payment_service_names_its_account_in_either_case(string account)
    {
        Server.Then(200, StripeFixtures.Intent().ToJsonString());

        Assert.IsType<ProviderAnswer.Approved>(await AuthorizeAsync(account: Named(account)));
    }

    [Theory]
    [InlineData("other", "'other'")]
    [InlineData("two\nlines", "'(not a name)'")]
    public async Task An_account_that_is_not_configured_fails_and_the_log_says_which(string account, string logged)
    {
        var failed = Assert.IsType<ProviderAnswer.Failed>(await AuthorizeAsync(account: Named(account)));

        Assert.Equal(PaymentErrorCode.InvalidServiceCredentials, failed.Error);
        Assert.Empty(Server.Calls);
        var line = Assert.Single(Log.All);
        Assert.Equal((LogLevel.Error, 1601), (line.Level, line.Id));
        Assert.Contains(logged, line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_operations_fail_alike_without_their_account()
    {
        var other = Named("other");

        ProviderAnswer[] answers =
        [
            await Connector.CaptureAsync(
                new CaptureRequest(other, Operation, IntentId, new Money(1, "USD"), true),
                default
            ),
            await Connector.VoidAsync(new VoidRequest(other, Operation, IntentId), default),
            await Connector.RefundAsync(
                new RefundRequest(other, Operation, IntentId, new Money(1, "USD"), null),
                default
            ),
        ];

        Assert.All(
            answers,
            answer =>
                Assert.Equal(
                    PaymentErrorCode.InvalidServiceCredentials,
                    Assert.IsType<ProviderAnswer.Failed>(answer).Error
                )
        );
        Assert.Empty(Server.Calls);
    }

    // The operation may have been sent while the account was configured.
    [Fact]
    public async Task What_became_of_an_operation_stays_unknown_without_its_account()
    {
        var request = new FindRequest(
            Named("other"),
            Operation,
            OperationKind.Authorize,
            null,
            Clock.GetUtcNow().AddDays(-1)
        );

        Assert.IsType<ProviderAnswer.Unknown>(await Connector.FindAsync(request, default));
    }

    [Fact]
    public async Task A_ledger_without_its_account_is_not_an_empty_one() =>
        await Assert.ThrowsAsync<ListingFailedException>(async () =>
        {
            var now = Clock.GetUtcNow();
            await foreach (
                var _ in Connector.ListMovementsAsync(Named("other"), now, now, TestContext.Current.CancellationToken)
            ) { }
        });

    [Theory]
    [InlineData("pi_1/../../v1/refunds")]
    [InlineData("pi 1")]
    [InlineData("")]
    [InlineData("pi_1?x=y")]
    public async Task A_reference_that_is_none_of_Stripe_s_is_not_put_into_a_path(string reference)
    {
        ProviderAnswer[] answers =
        [
            await Connector.CaptureAsync(
                new CaptureRequest(Account, Operation, reference, new Money(1, "USD"), true),
                default
            ),
            await Connector.VoidAsync(new VoidRequest(Account, Operation, reference), default),
            await Connector.RefundAsync(
                new RefundRequest(Account, Operation, reference, new Money(1, "USD"), null),
                default
            ),
        ];

        Assert.All(
            answers,
            answer => Assert.Equal(PaymentErrorCode.ServiceError, Assert.IsType<ProviderAnswer.Failed>(answer).Error)
        );
        Assert.IsType<ProviderAnswer.Unknown>(await FindAsync(OperationKind.Capture, reference));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public void Nothing_that_holds_a_key_prints_it()
    {
        var account = Accounts()["main"];

        Assert.Equal("Stripe account main", account.ToString());
        Assert.Equal("[secret]", $"{account.SecretKey}");
    }
}
