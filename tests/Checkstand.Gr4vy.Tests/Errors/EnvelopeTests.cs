namespace Checkstand.Gr4vy.Tests.Errors;

/// <summary>
/// Every error of every operation has the one shape that the SDKs can read (contract section 3): the envelope, as
/// application/json. Envelope.Check holds each answer to it.
/// </summary>
public sealed class EnvelopeTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string> Operations => Ids(_ => true);

    public static TheoryData<string> WithToken => Ids(operation => operation.NeedsToken);

    public static TheoryData<string> WithoutToken => Ids(operation => !operation.NeedsToken);

    public static TheoryData<string> WithBody => Ids(operation => operation.TakesBody);

    public static TheoryData<string> WithSession => Ids(operation => operation.TakesSession);

    [Theory]
    [MemberData(nameof(WithToken))]
    public async Task Without_a_token_it_is_401(string operationId)
    {
        var ask = await AskAsync(operationId);

        Assert.Empty(Envelope.Check(await api.SendAsync(ask with { Authorization = null }), 401));
    }

    [Theory]
    [MemberData(nameof(WithoutToken))]
    public async Task An_operation_without_security_asks_for_no_token(string operationId)
    {
        var answer = await api.SendAsync(await AskAsync(operationId));

        Assert.NotEqual(401, answer.Status);
        Assert.NotEqual(403, answer.Status);
    }

    [Theory]
    [MemberData(nameof(WithToken))]
    public async Task With_another_scope_it_is_403(string operationId)
    {
        var ask = await AskAsync(operationId);

        var answer = await api.SendAsync(ask with { Authorization = server.Tokens.Bearer("transactions.write") });

        Assert.Empty(Envelope.Check(answer, 403));
    }

    [Theory]
    [MemberData(nameof(WithToken))]
    public async Task For_an_unknown_merchant_account_it_is_403(string operationId)
    {
        var ask = await AskAsync(operationId);

        Assert.Empty(Envelope.Check(await api.SendAsync(ask with { Merchant = "nobody" }), 403));
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task With_a_body_that_is_no_JSON_it_is_400(string operationId)
    {
        var ask = (await AskAsync(operationId)).Json("{");

        Envelope.CheckViolation(await api.SendAsync(ask), "body", "", "json_invalid");
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task With_a_body_of_another_type_it_is_415(string operationId)
    {
        var ask = await AskAsync(operationId) with { ContentType = "text/plain" };

        Assert.Empty(Envelope.Check(await api.SendAsync(ask), 415));
    }

    [Theory]
    [MemberData(nameof(WithSession))]
    public async Task With_a_malformed_id_it_is_400(string operationId)
    {
        var operation = Find(operationId);

        var answer = await api.SendAsync(Requests.Of(api, operation, "nope"));

        Envelope.CheckViolation(answer, "path", "session_id", "uuid_parsing");
    }

    [Theory]
    [MemberData(nameof(WithSession))]
    public async Task For_an_unknown_session_it_is_404(string operationId)
    {
        var answer = await api.SendAsync(Requests.Of(api, Find(operationId), ApiClient.UnknownId));

        Assert.Empty(Envelope.Check(answer, 404));
        Assert.Equal("The resource could not be found", answer.TextAt("/message"));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task With_a_method_that_is_not_there_it_is_405_and_names_those_that_are(string operationId)
    {
        var operation = Find(operationId);
        var methods = Vendor.Operations.Where(other => other.Path == operation.Path).Select(other => other.Method);
        foreach (var method in new[] { "PATCH", "TRACE", "PROPFIND", "NONSENSE" })
        {
            var answer = await api.SendAsync(new Ask(method, operation.PathFor(ApiClient.UnknownId)));

            Assert.Empty(Envelope.Check(answer, 405));
            Assert.Equal(methods.Order(), AllowOf(answer));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_methods_of_other_paths_are_405_too(string operationId)
    {
        var operation = Find(operationId);
        var known = Vendor
            .Operations.Where(other => other.Path == operation.Path)
            .Select(other => other.Method)
            .ToList();
        foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "OPTIONS" }.Except(known))
        {
            // A token changes nothing: there is no operation to be allowed.
            var answer = await api.SendAsync(api.Backend(method, operation.PathFor(ApiClient.UnknownId)));

            Assert.Empty(Envelope.Check(answer, 405));
            Assert.Equal(known.Order(), AllowOf(answer));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task To_HEAD_it_is_405_without_a_body(string operationId)
    {
        var operation = Find(operationId);

        var answer = await api.SendAsync(api.Backend("HEAD", operation.PathFor(ApiClient.UnknownId)));

        answer.Expect(405);
        Assert.Empty(answer.Body);
    }

    private static IEnumerable<string> AllowOf(Answer answer) =>
        answer.Headers["allow"].SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Order();

    private async Task<Ask> AskAsync(string operationId) => Requests.Of(api, Find(operationId), await api.OpenAsync());

    private static VendorOperation Find(string operationId) =>
        Vendor.Operations.Single(operation => operation.Id == operationId);

    private static TheoryData<string> Ids(Func<VendorOperation, bool> which) =>
        [.. Vendor.Operations.Where(which).Select(operation => operation.Id)];
}
