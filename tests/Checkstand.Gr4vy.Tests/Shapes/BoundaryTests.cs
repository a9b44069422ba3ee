namespace Checkstand.Gr4vy.Tests.Shapes;

/// <summary>
/// Every bound that the vendor's document gives for a request: the value on it is accepted, the one beyond is refused
/// with 400, the right place and nothing else, and the session is byte for byte what it was before.
/// </summary>
public sealed class BoundaryTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    // These say what they could not find before they could succeed.
    private static readonly Dictionary<string, int> AcceptedWith = new()
    {
        ["create_checkout_session"] = 201,
        ["update_checkout_session"] = 200,
        ["update_checkout_session_fields"] = 204,
        ["get_checkout_session_card_details"] = 200,
        // The sample names a session that is not there.
        ["create_click_to_pay_digital_wallet_session"] = 404,
    };

    private readonly ApiClient api = server.Api;
    private string sessionId = "";

    public static TheoryData<string> Accepted => Names(boundary => boundary.RefusedAt is null);

    public static TheoryData<string> Refused => Names(boundary => boundary.RefusedAt is not null);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Placement.All.Count)];

    public async ValueTask InitializeAsync()
    {
        sessionId = await api.OpenAsync("""{"amount":1299,"metadata":{"a":"b"}}""");
        (await api.PutFieldsAsync(sessionId, Cards.Fields())).Expect(204);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task What_lies_within_the_bounds_is_accepted(string name)
    {
        var boundary = BoundaryCases.All[name];

        var answer = await SendAsync(boundary.Place.OperationId, boundary.Body);

        // A stored payment method is looked for once the body is found good.
        var isStoredMethod = boundary.Place.Schema == "CheckoutSessionIdPaymentMethod";
        answer.Expect(isStoredMethod ? 404 : AcceptedWith[boundary.Place.OperationId]);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_lies_beyond_is_refused_in_its_place_and_changes_nothing(string name)
    {
        var boundary = BoundaryCases.All[name];
        var before = await api.GetAsync(sessionId);

        var answer = await SendAsync(boundary.Place.OperationId, boundary.Body);

        Envelope.CheckViolation(answer, "body", boundary.RefusedAt!, boundary.RefusedAs);
        Assert.Equal(before.Expect(200).Comparable, (await api.GetAsync(sessionId)).Comparable);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_property_that_the_contract_does_not_name_is_refused(int placement)
    {
        var place = Placement.All[placement];
        var target = Placement.Minimal(place.Schema);
        target["surprise"] = 1;
        var before = await api.GetAsync(sessionId);

        var answer = await SendAsync(place.OperationId, place.Around(target).ToJsonString());

        Envelope.CheckViolation(answer, "body", $"{place.Pointer}/surprise", "extra_forbidden");
        Assert.Equal(before.Expect(200).Comparable, (await api.GetAsync(sessionId)).Comparable);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_property_that_comes_twice_is_refused(int placement)
    {
        var place = Placement.All[placement];
        var field = Vendor.FieldsOf(place.Schema).First(candidate => candidate.Const is null);
        var target = Placement.Minimal(place.Schema);
        target.Remove(field.Name);
        target[field.Name] = System.Text.Json.Nodes.JsonNode.Parse(Samples.Of(field));
        target["TWICE"] = System.Text.Json.Nodes.JsonNode.Parse(Samples.Of(field));
        var body = place.Around(target).ToJsonString();

        // The second one in disguise: an escape is another way to write the same name.
        var escaped = $"\"\\u{(int)field.Name[0]:x4}{field.Name[1..]}\"";
        foreach (var name in new[] { $"\"{field.Name}\"", escaped })
        {
            var answer = await SendAsync(place.OperationId, body.Replace("\"TWICE\"", name, StringComparison.Ordinal));
            Envelope.CheckViolation(answer, "body", $"{place.Pointer}/{field.Name}", "duplicate_key");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_property_whose_name_is_half_a_surrogate_pair_is_refused(int placement)
    {
        var place = Placement.All[placement];
        var target = new System.Text.Json.Nodes.JsonObject { ["HALF"] = 1 };
        foreach (var (name, value) in Placement.Minimal(place.Schema))
        {
            target[name] = value!.DeepClone();
        }

        var body = place.Around(target).ToJsonString().Replace("\"HALF\"", "\"\\ud800\"", StringComparison.Ordinal);

        Assert.Single(Envelope.CheckValidation(await SendAsync(place.OperationId, body)));
    }

    [Fact]
    public void Every_field_of_every_request_has_cases()
    {
        var tried = BoundaryCases.All.Values.Select(boundary => boundary.Field.ToString()).ToHashSet();
        var schemas = Placement.All.Select(place => place.Schema).ToHashSet();

        Assert.Equal(16, schemas.Count);
        Assert.Equal(
            Vendor.Fields.Where(field => schemas.Contains(field.Schema)).Select(field => field.ToString()).Order(),
            tried.Order()
        );
    }

    private Task<Answer> SendAsync(string operationId, string body)
    {
        var operation = Vendor.Operations.Single(known => known.Id == operationId);
        return api.SendAsync(Requests.Of(api, operation, sessionId).Json(body));
    }

    private static TheoryData<string> Names(Func<BoundaryCase, bool> which) =>
        [.. BoundaryCases.All.Values.Where(which).Select(boundary => boundary.Name)];
}
