using Checkstand.Core.Subscriptions;
using Checkstand.Polar.Tests.Checkouts;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Subscriptions;

/// <summary>Subscriptions over HTTP: how they end, and how they are listed.</summary>
public sealed class SubscriptionTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_subscription_is_cancelled_for_the_end_of_its_period_and_that_is_taken_back()
    {
        var id = await SubscribeAsync();

        var canceled = await PatchAsync(
            id,
            """{"cancel_at_period_end":true,"customer_cancellation_reason":"unused","customer_cancellation_comment":"bye"}"""
        );
        Assert.Equal("active", canceled.Expect(200).TextAt("/status"));
        Assert.True(canceled.At("/cancel_at_period_end").GetBoolean());
        Assert.Equal(canceled.TextAt("/current_period_end"), canceled.TextAt("/ends_at"));
        Assert.Equal(
            ("unused", "bye"),
            (canceled.TextAt("/customer_cancellation_reason"), canceled.TextAt("/customer_cancellation_comment"))
        );
        (await PatchAsync(id, """{"cancel_at_period_end":true}""")).ExpectError(403, "AlreadyCanceledSubscription");

        var going = (await PatchAsync(id, """{"cancel_at_period_end":false}""")).Expect(200);
        Assert.True(going.IsNullAt("/ends_at"));
        Assert.True(going.IsNullAt("/canceled_at"));
        Assert.True(going.IsNullAt("/customer_cancellation_reason"));
    }

    [Fact]
    public async Task A_cancelled_subscription_ends_with_its_period()
    {
        var id = await SubscribeAsync();
        var ends = (await PatchAsync(id, """{"cancel_at_period_end":true}""")).Expect(200).TextAt("/ends_at");

        server.Clock.Advance(TimeSpan.FromDays(32));
        await SweepAsync();

        var ended = (await GetAsync(id)).Expect(200);
        Assert.Equal(("canceled", ends), (ended.TextAt("/status"), ended.TextAt("/ended_at")));
        (await PatchAsync(id, """{"cancel_at_period_end":false}""")).ExpectError(403, "AlreadyCanceledSubscription");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_subscription_is_revoked_at_once(bool byDelete)
    {
        var id = await SubscribeAsync();

        var revoked = byDelete
            ? await server.Api.DeleteAsync($"/v1/subscriptions/{id}")
            : await PatchAsync(id, """{"revoke":true,"customer_cancellation_reason":"other"}""");

        Assert.Equal("canceled", revoked.Expect(200).TextAt("/status"));
        Assert.Equal(revoked.TextAt("/ended_at"), revoked.TextAt("/ends_at"));
        (await server.Api.DeleteAsync($"/v1/subscriptions/{id}")).ExpectError(403, "AlreadyCanceledSubscription");
    }

    [Fact]
    public async Task A_trial_that_ends_makes_the_subscription_active()
    {
        var id = await SubscribeAsync(",\"trial_interval\":\"day\",\"trial_interval_count\":3");
        var trial = (await GetAsync(id)).Expect(200);
        Assert.Equal("trialing", trial.TextAt("/status"));

        server.Clock.Advance(TimeSpan.FromDays(4));
        await SweepAsync();

        var active = (await GetAsync(id)).Expect(200);
        Assert.Equal("active", active.TextAt("/status"));
        Assert.Equal(trial.TextAt("/trial_end"), active.TextAt("/current_period_start"));
    }

    [Fact]
    public async Task What_is_not_done_here_is_refused_clearly()
    {
        var id = await SubscribeAsync();

        var refused = (await PatchAsync(id, """{"seats":3}""")).ExpectError(422, "PolarRequestValidationError");
        Assert.Equal(["body.cancel_at_period_end: missing"], refused.Complaints);
        (
            await PatchAsync(id, """{"cancel_at_period_end":true,"customer_cancellation_reason":"boredom"}""")
        ).ExpectError(422, "RequestValidationError");
    }

    [Fact]
    public async Task Lists_are_narrowed_and_scopes_are_asked_for()
    {
        var id = await SubscribeAsync();
        var product = (await GetAsync(id)).TextAt("/product_id");

        var found = (await server.Api.GetAsync($"/v1/subscriptions/?product_id={product}&active=true")).Expect(200);
        Assert.Equal((1, id), (found.NumberAt("/pagination/total_count"), found.TextAt("/items/0/id")));
        var none = await server.Api.GetAsync($"/v1/subscriptions/?product_id={product}&status=past_due");
        Assert.Equal(0, none.Expect(200).NumberAt("/pagination/total_count"));
        (await server.Api.GetAsync("/v1/subscriptions/?sorting=nothing")).ExpectError(422, "RequestValidationError");

        using var reader = await server.WithScopesAsync("subscriptions:read");
        (await reader.GetAsync($"/v1/subscriptions/{id}")).Expect(200);
        (await reader.DeleteAsync($"/v1/subscriptions/{id}")).ExpectError(403, "insufficient_scope");
        (await reader.GetAsync("/v1/orders/")).ExpectError(403, "insufficient_scope");
    }

    private async Task<string> SubscribeAsync(string more = "")
    {
        var product = await server.Api.ProductAsync(more: ",\"recurring_interval\":\"month\"" + more);
        var checkout = await server.Api.OpenAsync(product);
        (await server.Public.ConfirmAsync(checkout)).Expect(200);
        return Assert.Single(await server.Api.OrdersAsync(checkout)).GetProperty("subscription_id").GetString()!;
    }

    private Task<Answer> GetAsync(string id) => server.Api.GetAsync($"/v1/subscriptions/{id}");

    private Task<Answer> PatchAsync(string id, string json) => server.Api.PatchAsync($"/v1/subscriptions/{id}", json);

    private Task<int> SweepAsync() =>
        server.Services.GetRequiredService<SubscriptionRecords>().SweepAsync(CancellationToken.None);
}
