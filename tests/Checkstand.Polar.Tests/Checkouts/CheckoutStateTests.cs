using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Server;
using Microsoft.Extensions.DependencyInjection;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>From one state to another, and what time has to do with it (contract section 3.1). Each test moves a clock of its own.</summary>
public sealed class CheckoutStateTests : PolarServer
{
    [Fact]
    public async Task Whatever_became_of_it_the_public_reaches_a_checkout_no_more_after_its_time()
    {
        var paid = await Api.OpenAsync();
        (await Public.ConfirmAsync(paid)).Expect(200);
        var waiting = await Api.OpenAsync();
        (await Public.ConfirmAsync(waiting, "ctoken_test_requires_action")).Expect(200);
        (await Public.GetAsync($"/v1/checkouts/client/{paid.Secret}")).Expect(200);

        Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMilliseconds(1));

        foreach (var (checkout, status) in new[] { (paid, "succeeded"), (waiting, "confirmed") })
        {
            var path = $"/v1/checkouts/client/{checkout.Secret}";
            (await Public.GetAsync(path)).ExpectError(410, "ExpiredCheckoutError");
            (await Public.PatchAsync(path, "{}")).ExpectError(410, "ExpiredCheckoutError");
            (await Public.PostAsync(path + "/confirm", "{}")).ExpectError(410, "ExpiredCheckoutError");
            (await Public.GetAsync(path + "/stream")).ExpectError(410, "ExpiredCheckoutError");
            Assert.Equal(status, await Api.StatusAsync(checkout));
        }
    }

    [Fact]
    public async Task What_is_over_is_said_before_that_the_seller_is_blocked()
    {
        var checkout = await this.CheckoutAsync();
        var path = $"/v1/checkouts/client/{checkout.Secret}";
        Clock.Advance(TimeSpan.FromHours(25));
        await this.SellerAsync(seller => seller with { Status = OrganizationStatus.Blocked });

        (await Public.GetAsync("/v1/checkouts/client/polar_c_nothing")).ExpectError(404, "ResourceNotFound");
        (await Public.GetAsync(path)).ExpectError(410, "ExpiredCheckoutError");
        (await Public.PatchAsync(path, "{}")).ExpectError(410, "ExpiredCheckoutError");
        (await Public.PostAsync(path + "/confirm", "{}")).ExpectError(410, "ExpiredCheckoutError");
        Assert.Equal("expired", (await checkout.GetAsync()).Expect(200).TextAt("/status"));
    }

    [Fact]
    public async Task A_payment_that_fails_after_the_time_is_over_leaves_an_expired_checkout()
    {
        var checkout = await Api.OpenAsync();
        (await Public.ConfirmAsync(checkout, "ctoken_test_late_failure")).Expect(200);
        Clock.Advance(TimeSpan.FromHours(25));
        await Services.GetRequiredService<OpenCheckouts>().SweepAsync(CancellationToken.None);
        await this.UntilAsync(checkout, "expired");

        Assert.Empty(await Api.OrdersAsync(checkout));
        (await Public.ConfirmAsync(checkout)).ExpectError(410, "ExpiredCheckoutError");
        Assert.DoesNotContain(await this.ChargesAsync(checkout), charge => charge.Outcome == "charged");
    }

    [Fact]
    public async Task A_payment_that_succeeds_after_the_time_is_over_still_makes_its_order()
    {
        var checkout = await Api.OpenAsync();
        (await Public.ConfirmAsync(checkout, "ctoken_test_late_success")).Expect(200);
        Clock.Advance(TimeSpan.FromHours(25));

        await this.UntilAsync(checkout, "succeeded");

        Assert.Single(await Api.OrdersAsync(checkout));
    }

    [Fact]
    public async Task A_failed_payment_takes_its_own_traces_out_of_the_metadata()
    {
        var checkout = await Api.OpenAsync();
        var before = await MetadataAsync();
        (await Public.ConfirmAsync(checkout, "ctoken_test_late_failure")).Expect(200);
        var confirmed = await MetadataAsync();
        Assert.Empty(before.Except(confirmed));
        Assert.Contains("intent_client_secret", confirmed);
        Assert.Contains("intent_status", confirmed);

        Clock.Advance(TimeSpan.FromSeconds(11));
        await this.UntilAsync(checkout, "open");

        Assert.Equal(before, await MetadataAsync());

        async Task<IReadOnlyList<string>> MetadataAsync() =>
            [
                .. (await Public.GetAsync($"/v1/checkouts/client/{checkout.Secret}"))
                    .Expect(200)
                    .At("/payment_processor_metadata")
                    .EnumerateObject()
                    .Select(property => property.Name),
            ];
    }

    [Fact]
    public async Task A_redemption_counts_from_the_confirmation_and_comes_back_when_the_payment_fails()
    {
        var discount = (
            await Api.PostAsync(
                "/v1/discounts/",
                """{"name":"One","type":"percentage","basis_points":1000,"duration":"once","max_redemptions":1}"""
            )
        )
            .Expect(201)
            .TextAt("/id");
        var product = await Api.ProductAsync();
        var first = await Api.OpenAsync(product, $$""","discount_id":"{{discount}}" """);
        var second = await Api.OpenAsync(product, $$""","discount_id":"{{discount}}" """);
        (await Public.ConfirmAsync(first, "ctoken_test_late_failure")).Expect(200);

        var refused = await Public.ConfirmAsync(second);
        Assert.Equal(["body.discount_id: value_error"], refused.Expect(422).Complaints);
        Assert.Equal("Discount is no longer redeemable.", refused.TextAt("/detail/0/msg"));
        Assert.Equal(
            ["body.discount_id: value_error"],
            (await this.OpenAsync(Guid.Parse(product), $$""" "discount_id":"{{discount}}" """)).Expect(422).Complaints
        );
        Assert.Equal(1, (await Api.GetAsync($"/v1/discounts/{discount}")).NumberAt("/redemptions_count"));

        Clock.Advance(TimeSpan.FromSeconds(11));
        await this.UntilAsync(first, "open");

        Assert.Equal(0, (await Api.GetAsync($"/v1/discounts/{discount}")).NumberAt("/redemptions_count"));
        (await Public.ConfirmAsync(second)).Expect(200);
    }

    [Fact]
    public async Task Asking_twice_under_one_idempotency_key_opens_two_checkouts()
    {
        var key = ("Idempotency-Key", "order-1");
        var first = (await Api.PostAsync(Root, Body(Acme.ProductId), key)).Expect(201);
        var second = (await Api.PostAsync(Root, Body(Acme.ProductId), key)).Expect(201);

        Assert.NotEqual(first.TextAt("/id"), second.TextAt("/id"));
    }

    [Fact]
    public async Task Who_comes_second_with_a_confirmation_is_refused_at_once_too()
    {
        var checkout = await Api.OpenAsync();
        using (Services.GetRequiredService<CheckoutLocks>().TryTake(new CheckoutId(Guid.Parse(checkout.Id))))
        {
            var refused = (await Public.ConfirmAsync(checkout)).ExpectError(409, "CheckoutLocked");
            Assert.Equal("Checkout is currently being processed. Please try again.", refused.TextAt("/detail"));
        }

        Assert.Empty(await this.ChargesAsync(checkout));
        (await Public.ConfirmAsync(checkout)).Expect(200);
    }

    [Fact]
    public async Task That_it_is_not_open_is_said_before_anything_that_breaks_a_rule()
    {
        var checkout = await this.CheckoutAsync();
        (await Public.ConfirmAsync(new Opened($"{checkout.Id}", checkout.Secret))).Expect(200);

        const string Broken =
            """{"seats":3,"customer_tax_id":"x","product_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11"}""";
        (await checkout.UpdateAsync(Broken)).ExpectError(403, "NotOpenCheckout");
        (await checkout.ClientUpdateAsync(Broken)).ExpectError(403, "NotOpenCheckout");
        (await Public.PostAsync($"/v1/checkouts/client/{checkout.Secret}/confirm", Broken)).ExpectError(
            403,
            "NotOpenCheckout"
        );
    }
}

/// <summary>A server whose checkouts live for an hour, as they did when the dialect was younger.</summary>
public sealed class ShortLifeTests : PolarServer
{
    [Fact]
    public async Task How_long_a_checkout_can_be_paid_is_a_setting()
    {
        var checkout = await this.CheckoutAsync();
        Assert.Equal(Clock.GetUtcNow() + TimeSpan.FromHours(1), checkout.Created.At("/expires_at").GetDateTimeOffset());

        Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(1));

        (await checkout.ClientGetAsync()).ExpectError(410, "ExpiredCheckoutError");
    }

    private protected override void Configure(CheckstandOptions options) =>
        options.Checkouts.Life = TimeSpan.FromHours(1);
}
