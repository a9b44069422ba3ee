using System.Text.Json;
using Checkstand.Core.Webhooks;

namespace Checkstand.Polar.Tests.Webhooks;

/// <summary>Webhook endpoints, their deliveries and redelivery over HTTP. Each test has a server of its own.</summary>
public sealed class WebhookEndpointTests : WebhookServer
{
    private const string Endpoints = "/v1/webhooks/endpoints";
    private const string Body = """{"url":"https://example.com/hooks","format":"slack","events":["order.paid"]}""";

    [Fact]
    public async Task A_new_endpoint_is_shown_with_every_key()
    {
        var made = await Api.PostAsync(
            Endpoints,
            """
            {"url":"https://example.com","format":"raw","name":"Łódź","events":["checkout.created","benefit.created",
            "checkout.created"],"organization_id":null,"unknown":1}
            """
        );

        Golden.AssertSame("webhooks.create_webhook_endpoint", made);
        Assert.Equal(made.Text, (await Api.GetAsync($"{Endpoints}/{made.TextAt("/id")}")).Expect(200).Text);
    }

    [Fact]
    public async Task All_41_names_may_be_asked_for()
    {
        var events = JsonSerializer.Serialize(EventNames.All);

        var made = await Api.PostAsync(
            Endpoints,
            $$"""{"url":"http://example.com/","format":"raw","events":{{events}}}"""
        );

        Assert.Equal(41, made.Expect(201).At("/events").GetArrayLength());
    }

    [Theory]
    [InlineData("{}", "body.url: missing", "body.format: missing", "body.events: missing")]
    [InlineData("""{"url":"ftp://x/","format":"raw","events":[]}""", "body.url: url_parsing")]
    [InlineData("""{"url":"","format":"raw","events":[]}""", "body.url: url_parsing")]
    [InlineData(
        """{"url":"http://x/","format":"xml","events":["order.none"]}""",
        "body.format: enum",
        "body.events.0: enum"
    )]
    [InlineData("""{"url":null,"format":null,"events":null}""", "body.url: *", "body.format: *", "body.events: *")]
    public async Task What_is_wrong_is_said_all_at_once(string body, params string[] complaints)
    {
        var answer = (await Api.PostAsync(Endpoints, body)).ExpectError(422, "RequestValidationError");

        Assert.Equal(complaints.Length, answer.Complaints.Count);
        foreach (var (expected, found) in complaints.Zip(answer.Complaints))
        {
            Assert.StartsWith(expected.TrimEnd('*'), found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_endpoint_for_another_organization_is_refused()
    {
        var body = Body.Replace("}", $",\"organization_id\":\"{Umbrella.Id}\"}}", StringComparison.Ordinal);

        Assert.Equal(
            ["body.organization_id: value_error"],
            (await Api.PostAsync(Endpoints, body)).ExpectError(422, "PolarRequestValidationError").Complaints
        );
    }

    [Fact]
    public async Task Only_what_is_named_changes_and_null_clears_a_name_only()
    {
        var id = await CreateAsync(
            """{"url":"https://a.example/","format":"raw","name":"A","events":["order.paid"]}"""
        );
        var untouched = await PatchAsync(id, "{}");
        Assert.Equal("A", untouched.TextAt("/name"));

        var nulls = await PatchAsync(id, """{"url":null,"format":null,"events":null,"enabled":null,"name":null}""");
        Assert.Equal("https://a.example/", nulls.TextAt("/url"));
        Assert.Equal("raw", nulls.TextAt("/format"));
        Assert.Equal(1, nulls.At("/events").GetArrayLength());
        Assert.True(nulls.At("/enabled").GetBoolean());
        Assert.True(nulls.IsNullAt("/name"));

        Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await PatchAsync(
            id,
            """{"url":"https://b.example/x","format":"discord","events":[],"enabled":false,"name":"B"}"""
        );
        Assert.Equal("https://b.example/x", changed.TextAt("/url"));
        Assert.Equal("discord", changed.TextAt("/format"));
        Assert.Equal(0, changed.At("/events").GetArrayLength());
        Assert.False(changed.At("/enabled").GetBoolean());
        Assert.Equal("B", changed.TextAt("/name"));
        Assert.Equal("2030-01-15T12:01:00.000Z", changed.TextAt("/modified_at"));
        Assert.Equal(changed.Text, (await Api.GetAsync($"{Endpoints}/{id}")).Text);
    }

    [Fact]
    public async Task A_deleted_endpoint_is_gone()
    {
        var id = await CreateAsync(Body);

        var deleted = (await Api.DeleteAsync($"{Endpoints}/{id}")).Expect(204);

        Assert.Empty(deleted.Body);
        foreach (var (method, path, body) in OfOne(id))
        {
            (await Api.SendAsync(method, path, body)).ExpectError(404, "ResourceNotFound");
        }
    }

    [Fact]
    public async Task Another_organizations_endpoint_answers_as_an_unknown_one()
    {
        var id = await CreateAsync(Body);
        foreach (var (method, path, body) in OfOne(id))
        {
            var foreign = await OtherApi.SendAsync(method, path, body);
            var unknown = await OtherApi.SendAsync(
                method,
                path.Replace(
                    id,
                    Guid.Parse("5b0fbd7c-0f1a-4a4b-8a43-000000000000").ToString(),
                    StringComparison.Ordinal
                ),
                body
            );
            Assert.Equal((404, unknown.Text), (foreign.Status, foreign.Text));
        }

        Assert.Equal(0, (await OtherApi.GetAsync(Endpoints)).NumberAt("/pagination/total_count"));
        (await Api.GetAsync($"{Endpoints}/{id}")).Expect(200);
    }

    [Fact]
    public async Task Endpoints_are_listed_newest_first()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, await CreateAsync(Body));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var page = (await Api.GetAsync($"{Endpoints}?limit=2&organization_id={Acme.Id}")).Expect(200);
        Assert.Equal(ids[..2], page.At("/items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
        Assert.Equal((3, 2), (page.NumberAt("/pagination/total_count"), page.NumberAt("/pagination/max_page")));
        Assert.Equal(ids[2], (await Api.GetAsync($"{Endpoints}?limit=2&page=2")).TextAt("/items/0/id"));
        Assert.Equal(
            0,
            (await Api.GetAsync($"{Endpoints}?organization_id={Umbrella.Id}")).NumberAt("/pagination/total_count")
        );
    }

    [Fact]
    public async Task Scopes_decide_who_may()
    {
        using var reader = await WithScopesAsync("webhooks:read");
        using var stranger = await WithScopesAsync("orders:read");
        var id = await CreateAsync(Body);

        (await reader.GetAsync($"{Endpoints}/{id}")).Expect(200);
        (await reader.GetAsync(Endpoints)).Expect(200);
        (await reader.GetAsync("/v1/webhooks/deliveries")).Expect(200);
        (await reader.PostAsync(Endpoints, Body)).ExpectError(403, "insufficient_scope");
        (await reader.DeleteAsync($"{Endpoints}/{id}")).ExpectError(403, "insufficient_scope");
        (await stranger.GetAsync(Endpoints)).ExpectError(403, "insufficient_scope");
        (await Public.GetAsync(Endpoints)).ExpectError(401, "Unauthorized");
        foreach (var (method, path, body) in OfOne(id).Where(one => one.Method != "GET"))
        {
            (await reader.SendAsync(method, path, body)).ExpectError(403, "insufficient_scope");
        }
    }

    [Fact]
    public async Task A_delivery_is_shown_with_its_event()
    {
        Receiver.AnswerWith(500);
        await ListenAsync();
        await HappenAsync();

        var tries = await TriedAsync(1);

        Golden.AssertSame("webhooks.list_webhook_deliveries", WithShortPayload(tries));
        Assert.Equal(Receiver.Received[0].Text, tries.TextAt("/items/0/webhook_event/payload"));
        Assert.Equal(Receiver.Received[0].Id, tries.TextAt("/items/0/webhook_event/id"));
    }

    [Theory]
    [InlineData("&succeeded=true", 1)]
    [InlineData("&succeeded=false", 1)]
    [InlineData("&http_code_class=5xx", 1)]
    [InlineData("&http_code_class=4xx", 0)]
    [InlineData("&event_type=product.created&event_type=order.paid", 2)]
    [InlineData("&event_type=order.paid", 0)]
    [InlineData("&start_timestamp=2030-01-15T12:00:01Z", 1)]
    [InlineData("&end_timestamp=2030-01-15T12:00:01Z", 1)]
    [InlineData("&query=BOOK", 2)]
    [InlineData("&query=nothing", 0)]
    [InlineData("&endpoint_id=5b0fbd7c-0f1a-4a4b-8a43-000000000000", 0)]
    public async Task Deliveries_are_filtered(string query, int count)
    {
        Receiver.AnswerWith(500);
        await ListenAsync();
        await HappenAsync();
        await TriedAsync(1);
        Advance(TimeSpan.FromSeconds(2.5));
        await TriedAsync(2);

        var found = (await Api.GetAsync($"/v1/webhooks/deliveries?page=1{query}")).Expect(200);

        Assert.Equal(count, found.NumberAt("/pagination/total_count"));
        Assert.Equal(0, (await OtherApi.GetAsync("/v1/webhooks/deliveries")).NumberAt("/pagination/total_count"));
    }

    [Theory]
    [InlineData("http_code_class=6xx", "query.http_code_class: *")]
    [InlineData("event_type=order.none", "query.event_type.0: *")]
    [InlineData("endpoint_id=1", "query.endpoint_id.0: *")]
    [InlineData("start_timestamp=yesterday", "query.start_timestamp: *")]
    [InlineData("succeeded=perhaps", "query.succeeded: *")]
    public async Task What_can_not_be_filtered_by_is_refused(string query, string complaint) =>
        Assert.StartsWith(
            complaint.TrimEnd('*'),
            Assert.Single((await Api.GetAsync($"/v1/webhooks/deliveries?{query}")).Expect(422).Complaints),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_event_is_sent_again_on_demand()
    {
        await ListenAsync();
        await HappenAsync();
        await TriedAsync(1);
        var sent = Receiver.Received[0];

        var answer = (await Api.PostAsync($"/v1/webhooks/events/{sent.Id}/redeliver", "")).Expect(202);
        await TriedAsync(2);

        Assert.Equal("{}", answer.Text);
        Assert.Equal((sent.Id, sent.Text), (Receiver.Received[1].Id, Receiver.Received[1].Text));
    }

    [Fact]
    public async Task An_event_that_can_not_be_sent_again_says_why()
    {
        var (endpoint, _) = await ListenAsync();
        await HappenAsync();
        await TriedAsync(1);
        var path = $"/v1/webhooks/events/{Receiver.Received[0].Id}/redeliver";

        (await OtherApi.PostAsync(path, "")).ExpectError(404, "ResourceNotFound");
        (await Api.PatchAsync($"{Endpoints}/{endpoint}", """{"enabled":false}""")).Expect(200);
        Assert.Equal(
            "The endpoint of the event is disabled or was deleted.",
            (await Api.PostAsync(path, "")).ExpectError(404, "ResourceNotFound").TextAt("/detail")
        );

        (await Api.PatchAsync($"{Endpoints}/{endpoint}", """{"enabled":true}""")).Expect(200);
        Clock.Advance(TimeSpan.FromDays(91));
        await UntilAsync(async () => (await TriedAsync(1)).At("/items/0/webhook_event/is_archived").GetBoolean());
        Assert.True((await TriedAsync(1)).IsNullAt("/items/0/webhook_event/payload"));
        Assert.Equal(
            "The event is archived: its body is gone.",
            (await Api.PostAsync(path, "")).ExpectError(404, "ResourceNotFound").TextAt("/detail")
        );
    }

    private static IEnumerable<(string Method, string Path, string? Body)> OfOne(string id) =>
        [
            ("GET", $"{Endpoints}/{id}", null),
            ("PATCH", $"{Endpoints}/{id}", "{}"),
            ("PATCH", $"{Endpoints}/{id}/secret", null),
            ("DELETE", $"{Endpoints}/{id}", null),
        ];

    // The payload is a text of its own, tested beside.
    private static Answer WithShortPayload(Answer tries)
    {
        var payload = tries.At("/items/0/webhook_event/payload").GetRawText();
        var text = tries.Text.Replace(payload, "\"...\"", StringComparison.Ordinal);
        return tries with { Body = System.Text.Encoding.UTF8.GetBytes(text) };
    }

    private async Task<string> CreateAsync(string body) =>
        (await Api.PostAsync(Endpoints, body)).Expect(201).TextAt("/id")!;

    private async Task<Answer> PatchAsync(string id, string body) =>
        (await Api.PatchAsync($"{Endpoints}/{id}", body)).Expect(200);
}
