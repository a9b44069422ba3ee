using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>One payment service after the other, as long as the one before is sure that nothing moved.</summary>
public sealed class CardPaymentsElsewhereTests : IAsyncLifetime
{
    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(PaymentIntent.Authorize, PaymentStatus.Authorized)]
    [InlineData(PaymentIntent.Capture, PaymentStatus.Captured)]
    public async Task After_a_failure_the_next_service_is_asked(PaymentIntent intent, PaymentStatus expected)
    {
        var payment = await till.PaidAsync(Failed, Order(intent: intent));

        Assert.Equal(expected, payment.Status);
        Assert.Equal(
            [(Service, OperationState.Failed), (OtherService, OperationState.Approved)],
            payment.Of(OperationKind.Authorize).Select(tried => (tried.PaymentServiceId, tried.State))
        );
        Assert.Equal(intent == PaymentIntent.Capture, till.Second.Last<AuthorizeRequest>().CapturesAtOnce);
        Assert.Equal(OtherService, till.Second.Last<AuthorizeRequest>().Account.PaymentServiceId);
        Assert.NotEqual(payment.Id.Value, till.Second.Last<AuthorizeRequest>().OperationId.Value);
        Assert.Equal(OtherService, Assert.Single(till.Store.Ledger).PaymentServiceId);
    }

    [Fact]
    public async Task After_a_decline_that_others_may_see_differently_the_next_service_is_asked()
    {
        var payment = await till.PaidAsync(DeclinedHere);

        Assert.Equal(PaymentStatus.Authorized, payment.Status);
        Assert.Equal(["authorize"], till.Second.Verbs);
    }

    public static TheoryData<string> Final => ["approved", "declined", "unknown", "pending", "needs action"];

    [Theory]
    [MemberData(nameof(Final))]
    public async Task After_any_other_answer_nobody_else_is_asked(string what)
    {
        var payment = await till.PaidAsync(
            what switch
            {
                "approved" => Approved,
                "declined" => Declined,
                "unknown" => Unknown,
                "pending" => Pending,
                _ => NeedsAction,
            }
        );

        Assert.Single(payment.Operations);
        Assert.Equal(["authorize"], till.First.Verbs);
        Assert.Empty(till.Second.Calls);
    }

    [Fact]
    public async Task The_second_try_is_stored_with_the_outcome_of_the_first_before_the_second_provider_is_called()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        till.First.Authorize = _ => Task.FromResult(Failed);
        var writes = 0;
        till.Second.Authorize = async request =>
        {
            var stored = await till.StoredAsync(id);
            Assert.Equal(
                [OperationState.Failed, OperationState.Started],
                stored.Operations.Select(tried => tried.State)
            );
            Assert.Equal(request.OperationId, stored.Open!.Id);
            Assert.NotNull(request.Card.Code);
            Assert.Equal("1111", request.Card.Number.LastFour);
            writes = till.Store.Writes;
            return Declined;
        };

        var payment = Must(await till.PayAsync(session, id));

        Assert.Equal(2, writes);
        Assert.Equal(PaymentStatus.Declined, payment.Status);
    }

    [Fact]
    public async Task Every_service_is_asked_once_and_then_the_last_answer_counts()
    {
        using var many = await Till.OpenAsync([
            .. Enumerable.Range(1, 5).Select(i => Till.ServiceOf(i % 2 == 0 ? "second" : "first", ServiceId(i))),
        ]);
        many.Second.Authorize = _ => Task.FromResult(DeclinedHere);

        var payment = await many.PaidAsync(Failed);

        Assert.Equal(PaymentStatus.Failed, payment.Status);
        Assert.Equal(
            Enumerable.Range(1, 5).Select(ServiceId),
            payment.Operations.Select(tried => tried.PaymentServiceId)
        );
        Assert.Equal(5, payment.Operations.Select(tried => tried.Id).Distinct().Count());
        Assert.Equal((3, 2), (many.First.Count("authorize"), many.Second.Count("authorize")));
    }

    [Fact]
    public async Task A_service_that_does_not_take_the_currency_is_not_asked()
    {
        using var two = await Till.OpenAsync(
            Till.ServiceOf("first", Service),
            Till.ServiceOf("second", OtherService, "EUR")
        );

        Assert.Equal(PaymentStatus.Failed, (await two.PaidAsync(Failed)).Status);
        Assert.Empty(two.Second.Calls);
    }

    [Fact]
    public async Task The_one_service_that_the_order_allows_is_the_only_one_asked()
    {
        var wanted = await till.PaidAsync(Failed, Order() with { PaymentServiceId = Service });
        Assert.Equal(PaymentStatus.Failed, wanted.Status);
        Assert.Empty(till.Second.Calls);

        var other = await till.PaidAsync(Failed, Order() with { PaymentServiceId = OtherService });
        Assert.Equal(PaymentStatus.Authorized, other.Status);
        Assert.Equal(1, till.First.Count("authorize"));
    }

    [Fact]
    public async Task A_second_provider_that_leaves_it_in_doubt_is_asked_for_the_outcome_and_nobody_else()
    {
        till.Second.Authorize = _ => Task.FromResult(Unknown);
        var payment = await till.PaidAsync(Failed);
        Assert.Equal(PaymentStatus.Processing, payment.Status);
        till.Second.Find = _ => Task.FromResult(Approved);
        till.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1, await till.Payments.ReconcileDueAsync(Till.None));

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(payment.Id)).Status);
        Assert.Equal(["authorize", "find"], till.Second.Verbs);
        Assert.Equal(["authorize"], till.First.Verbs);
    }

    // There is no card any more to ask anybody else with.
    [Fact]
    public async Task A_failure_that_becomes_known_later_is_tried_nowhere_else()
    {
        var payment = await till.PaidAsync(Unknown);
        till.First.Find = _ => Task.FromResult(Failed);
        till.Clock.Advance(TimeSpan.FromSeconds(10));

        await till.Payments.ReconcileDueAsync(Till.None);

        Assert.Equal(PaymentStatus.Failed, (await till.StoredAsync(payment.Id)).Status);
        Assert.Empty(till.Second.Calls);
    }

    private static Guid ServiceId(int number) => Guid.Parse($"0192aaaa-0000-7000-8000-00000000000{number}");
}
