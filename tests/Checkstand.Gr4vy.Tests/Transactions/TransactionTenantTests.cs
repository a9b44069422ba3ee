using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>
/// Tenants are apart: every operation that names a transaction, a capture or a refund of one merchant account, by
/// everybody who may not have it. A foreign id answers byte for byte as one that never was, and all stays as it is.
/// </summary>
public sealed class TransactionTenantTests(PayingServer server) : IClassFixture<PayingServer>, IAsyncLifetime
{
    private readonly ApiClient api = server.Api;
    private readonly Dictionary<string, string> ids = [];
    private string before = "";

    private static IEnumerable<VendorOperation> OnAnId =>
        Vendor.Transactions.Where(operation => operation.PathParameters.Count > 0);

    public static TheoryData<string> WithId => [.. OnAnId.Select(operation => operation.Id)];

    public static TheoryData<string> Operations => [.. Vendor.Transactions.Select(operation => operation.Id)];

    public static TheoryData<string> WithBody =>
        [.. Vendor.Transactions.Where(operation => operation.TakesBody).Select(operation => operation.Id)];

    public async ValueTask InitializeAsync()
    {
        var id = await api.AuthorizedAsync(",\"metadata\":{\"secret\":\"of default\"}");
        ids["transaction_id"] = id;
        (await api.ActAsync(id, "capture", """{"amount":500,"final":false}""")).Expect(200);
        ids["refund_id"] = (await api.ActAsync(id, "refunds", """{"amount":5}""")).Expect(201).TextAt("/id")!;
        ids["capture_id"] = (await api.ReadAsync(id, "/captures")).TextAt("/items/0/id")!;
        ids["settlement_id"] = ApiClient.UnknownId;
        before = await StateAsync();
    }

    /// <summary>Whatever was tried, the transaction is what it was.</summary>
    public async ValueTask DisposeAsync() => Assert.Equal(before, await StateAsync());

    [Theory]
    [MemberData(nameof(WithId))]
    public async Task A_foreign_id_answers_as_an_unknown_one(string operationId)
    {
        var operation = Find(operationId);
        var unknown = operation.PathParameters.ToDictionary(name => name, _ => ApiClient.UnknownId);
        using var own = await server.RegisterKeyAsync(SigningAlgorithm.ES512, Gr4vyServer.OtherAccount);
        foreach (var authorization in new[] { api.Authorization, own.Bearer() })
        {
            Ask As(IReadOnlyDictionary<string, string> named) =>
                Of(operation, named) with
                {
                    Merchant = Gr4vyServer.OtherAccount,
                    Authorization = authorization,
                };

            var onForeign = await api.SendAsync(As(ids));
            var onUnknown = await api.SendAsync(As(unknown));

            Envelope.Check(onForeign, 404);
            Assert.Equal(onUnknown.Comparable, onForeign.Comparable);
            // And as an unknown one answers its own merchant.
            Assert.Equal(onUnknown.Comparable, (await api.SendAsync(Of(operation, unknown))).Comparable);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Without_a_good_token_nobody_gets_anywhere(string operationId)
    {
        using var stranger = TokenMint.Stranger(server.Tokens.KeyId);
        var expired = server.Tokens.Token().WithClaim("exp", $"{TokenMint.Now - 900}").Bearer;
        foreach (var authorization in new[] { null, "", "Bearer abc", stranger.Bearer(), expired })
        {
            var answer = await api.SendAsync(Of(Find(operationId), ids) with { Authorization = authorization });

            Assert.Empty(Envelope.Check(answer, 401));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_token_without_the_scope_is_forbidden(string operationId)
    {
        var operation = Find(operationId);
        var other = operation.Scope.EndsWith(".read", StringComparison.Ordinal)
            ? new[] { "transactions.write", "*.write" }
            : ["transactions.read", "*.read"];
        foreach (var scope in other.Concat(["checkout-sessions.write", "checkout-sessions.read", "embed"]))
        {
            var ask = Of(operation, ids) with { Authorization = server.Tokens.Bearer(scope) };

            Assert.Empty(Envelope.Check(await api.SendAsync(ask), 403));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_scope_alone_is_enough(string operationId)
    {
        var operation = Find(operationId);
        var unknown = operation.PathParameters.ToDictionary(name => name, _ => ApiClient.UnknownId);

        var ask = Of(operation, unknown) with { Authorization = server.Tokens.Bearer(operation.Scope) };

        Assert.NotInRange((await api.SendAsync(ask)).Status, 401, 403);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_key_of_another_account_may_not_act_for_this_one(string operationId)
    {
        using var foreign = await server.RegisterKeyAsync(SigningAlgorithm.ES512, Gr4vyServer.OtherAccount);
        var ask = Of(Find(operationId), ids);

        var onForeign = await api.SendAsync(ask with { Authorization = foreign.Bearer() });
        var onNobody = await api.SendAsync(ask with { Merchant = "nobody" });

        Envelope.Check(onForeign, 403);
        Assert.Equal(onForeign.Comparable, onNobody.Comparable);
    }

    [Theory]
    [MemberData(nameof(WithId))]
    public async Task An_id_that_is_no_UUID_is_refused_in_its_place(string operationId)
    {
        var operation = Find(operationId);
        foreach (var id in new[] { "1", "%20", ids["transaction_id"][..35], $"%7B{ids["transaction_id"]}%7D" })
        {
            var named = operation.PathParameters.ToDictionary(name => name, _ => id);

            var violations = Envelope.CheckValidation(await api.SendAsync(Of(operation, named)));

            Assert.Equal(
                operation.PathParameters.Select(name => ("path", name, "uuid_parsing")),
                violations.Select(detail => (detail.Location, detail.Pointer, detail.Type))
            );
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_that_is_no_JSON_is_refused(string operationId)
    {
        var ask = Of(Find(operationId), ids);

        Envelope.CheckViolation(await api.SendAsync(ask.Json("{")), "body", "");
        Envelope.Check(await api.SendAsync(ask.Json("{}") with { ContentType = "text/plain" }), 415);
        Envelope.Check(await api.SendAsync(ask.Json(new string(' ', 1024 * 1024 + 1))), 413);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Another_method_is_405_and_names_those_that_are_there(string operationId)
    {
        var operation = Find(operationId);
        var path = Of(operation, ids).Path.Split('?')[0];
        var there = Vendor
            .Transactions.Where(other =>
                other.PathWith("x") == operation.PathWith("x")
                // "all" could be the id of a refund.
                || (operation.Id, other.Id) == ("create_full_transaction_refund", "get_transaction_refund")
            )
            .Select(other => other.Method)
            .ToList();
        foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "PATCH" }.Except(there))
        {
            var answer = await api.SendAsync(api.Backend(method, path));

            Assert.Empty(Envelope.Check(answer, 405));
            Assert.Equal(there.Order(), answer.Headers["allow"].SelectMany(names => names.Split(", ")).Order());
        }
    }

    private static VendorOperation Find(string operationId) =>
        Vendor.Transactions.Single(operation => operation.Id == operationId);

    private Ask Of(VendorOperation operation, IReadOnlyDictionary<string, string> named)
    {
        var path = string.Join(
            '/',
            operation.Path.Split('/').Select(part => part.StartsWith('{') ? named[part.Trim('{', '}')] : part)
        );
        var ask = api.Backend(operation.Method, path);
        return operation.Id switch
        {
            "create_transaction" => ask.Json(Paying.WithSession(ApiClient.UnknownId)),
            "update_transaction" => ask.Json("""{"metadata":{"secret":"of nobody"}}"""),
            _ => operation.TakesBody ? ask.Json("{}") : ask,
        };
    }

    private async Task<string> StateAsync()
    {
        var id = ids["transaction_id"];
        var parts = new List<string>();
        foreach (var more in new[] { "", "/captures", "/refunds", "/events" })
        {
            parts.Add((await api.ReadAsync(id, more)).Expect(200).Text);
        }

        return string.Join('\n', parts);
    }
}
