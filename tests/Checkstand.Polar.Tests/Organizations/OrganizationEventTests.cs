using System.Text.Json;

namespace Checkstand.Polar.Tests.Organizations;

/// <summary><c>organization.updated</c>: told when an organization changed, and by nobody else's endpoint.</summary>
public sealed class OrganizationEventTests : Webhooks.WebhookServer
{
    [Fact]
    public async Task A_change_is_told_with_the_organization_as_it_is_answered()
    {
        await ListenAsync(events: """["organization.updated"]""");

        (await OtherApi.PatchAsync($"/v1/organizations/{Umbrella.Id}", """{"name":"Other"}""")).Expect(200);
        (await Api.PatchAsync($"/v1/organizations/{Acme.Id}", """{"name":"x"}""")).Expect(422);
        var changed = (await Api.PatchAsync($"/v1/organizations/{Acme.Id}", """{"name":"Acme & Co"}""")).Expect(200);
        await ReceiveAsync(1);

        var body = JsonElement.Parse(Assert.Single(Receiver.Received).Body);
        Assert.Equal("organization.updated", body.GetProperty("type").GetString());
        Assert.Equal(changed.Text, body.GetProperty("data").GetRawText());
    }
}
