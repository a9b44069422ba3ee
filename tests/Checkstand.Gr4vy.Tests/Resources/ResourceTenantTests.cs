using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests.Resources;

/// <summary>Who may call what a merchant configures: every operation, by everybody who may not.</summary>
public sealed class ResourceTenantTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string> Operations => [.. Vendor.Resources.Select(operation => operation.Id)];

    public static TheoryData<string> OfAnAccount =>
        [.. Vendor.Resources.Where(operation => operation.TakesMerchantHeader).Select(operation => operation.Id)];

    public static TheoryData<string> WithUuid =>
        [.. Vendor.Resources.Where(operation => UuidParameters(operation).Any()).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Without_a_token_nobody_gets_anywhere(string operationId) =>
        Envelope.Check(await api.SendAsync(Of(operationId) with { Authorization = null }), 401);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_token_without_the_scope_is_forbidden(string operationId)
    {
        var ask = Of(operationId) with { Authorization = server.Tokens.Bearer("checkout-sessions.write", "embed") };

        Envelope.Check(await api.SendAsync(ask), 403);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_other_verb_of_the_scope_is_not_enough(string operationId)
    {
        var scope = Vendor.Resources.Single(operation => operation.Id == operationId).Scope;
        var other = scope.EndsWith(".read", StringComparison.Ordinal)
            ? scope.Replace(".read", ".write", StringComparison.Ordinal)
            : scope.Replace(".write", ".read", StringComparison.Ordinal);

        Envelope.Check(await api.SendAsync(Of(operationId) with { Authorization = server.Tokens.Bearer(other) }), 403);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_scope_alone_is_enough(string operationId)
    {
        var scope = Vendor.Resources.Single(operation => operation.Id == operationId).Scope;

        var answer = await api.SendAsync(Of(operationId) with { Authorization = server.Tokens.Bearer(scope) });

        Assert.NotInRange(answer.Status, 401, 403);
    }

    [Theory]
    [MemberData(nameof(OfAnAccount))]
    public async Task A_key_of_another_account_may_not_act_for_this_one(string operationId)
    {
        using var foreign = await server.RegisterKeyAsync(SigningAlgorithm.ES512, Gr4vyServer.OtherAccount);

        Envelope.Check(await api.SendAsync(Of(operationId) with { Authorization = foreign.Bearer() }), 403);
    }

    [Theory]
    [MemberData(nameof(WithUuid))]
    public async Task An_id_that_is_no_UUID_is_refused_in_its_place(string operationId)
    {
        var operation = Vendor.Resources.Single(known => known.Id == operationId);
        var ask = Of(operationId) with { Path = operation.PathWith("12") };

        var violations = Envelope.CheckValidation(await api.SendAsync(ask));

        Assert.Equal(
            UuidParameters(operation).Select(name => ("path", name, "uuid_parsing")),
            violations
                .Where(detail => detail.Location == "path")
                .Select(detail => ("path", detail.Pointer, detail.Type))
        );
    }

    private static IEnumerable<string> UuidParameters(VendorOperation operation) =>
        operation.PathParameters.Where(name => name is not ("payment_service_definition_id" or "merchant_account_id"));

    // A body that says nothing: who may call is decided before it is read.
    private Ask Of(string operationId)
    {
        var operation = Vendor.Resources.Single(known => known.Id == operationId);
        var ask = api.Backend(operation.Method, operation.PathWith(ApiClient.UnknownId));
        return operation.TakesBody ? ask.Json("{}") : ask;
    }
}
