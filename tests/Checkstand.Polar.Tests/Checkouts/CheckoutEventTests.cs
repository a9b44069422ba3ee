using Checkstand.Polar.Tests.Webhooks;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What webhooks are told of checkouts (contract section 5).</summary>
public sealed class CheckoutEventTests : WebhookServer
{
    [Fact]
    public async Task Each_change_is_told_once_in_order_and_a_refused_one_is_not()
    {
        await ListenAsync(events: """["checkout.created","checkout.updated","checkout.expired"]""");
        var checkout = await this.CheckoutAsync(""" "metadata":{"a":"b"} """);
        (await checkout.UpdateAsync("""{"customer_name":"N"}""")).Expect(200);
        (await checkout.UpdateAsync("""{"seats":3}""")).Expect(422);
        (await checkout.ClientUpdateAsync("""{"customer_name":"M"}""")).Expect(200);
        await ReceiveAsync(3);
        Advance(TimeSpan.FromHours(25));
        (await checkout.GetAsync()).Expect(200);
        await ReceiveAsync(4);

        var told = Receiver.Received.Select(one => System.Text.Json.JsonElement.Parse(one.Body)).ToList();
        Assert.Equal(
            ["checkout.created", "checkout.updated", "checkout.updated", "checkout.expired"],
            told.Select(one => one.GetProperty("type").GetString())
        );
        Assert.All(told, one => Assert.Equal(checkout.Id, one.GetProperty("data").GetProperty("id").GetGuid()));
        Assert.Equal("b", told[0].GetProperty("data").GetProperty("metadata").GetProperty("a").GetString());
        Assert.Equal("expired", told[3].GetProperty("data").GetProperty("status").GetString());
    }
}
