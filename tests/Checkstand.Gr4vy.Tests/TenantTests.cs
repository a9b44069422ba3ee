using Checkstand.Core.Merchants;

namespace Checkstand.Gr4vy.Tests;

/// <summary>
/// Tenants are apart: every operation with a token, on a session of one merchant account, by everybody who may not
/// have it. A foreign session answers byte for byte as one that never was, and stays as it is.
/// </summary>
public sealed class TenantTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private readonly ApiClient api = server.Api;
    private string sessionId = "";
    private string before = "";

    public enum Intruder
    {
        OtherTenant,
        OtherTenantsOwnKey,
        NoToken,
        ExpiredToken,
        TokenOfAStranger,
        WrongScope,
        EmbedToken,
        RevokedKey,
    }

    public static TheoryData<string, Intruder> OnASession
    {
        get
        {
            var rows = new TheoryData<string, Intruder>();
            foreach (
                var operation in Vendor.Operations.Where(operation =>
                    operation is { NeedsToken: true, TakesSession: true }
                )
            )
            {
                foreach (var intruder in Enum.GetValues<Intruder>())
                {
                    rows.Add(operation.Id, intruder);
                }
            }

            return rows;
        }
    }

    public static TheoryData<Intruder> OfANewSession =>
        [.. Enum.GetValues<Intruder>().Where(intruder => intruder != Intruder.OtherTenant)];

    public static TheoryData<string> WithToken =>
        [
            .. Vendor
                .Operations.Where(operation => operation is { NeedsToken: true, TakesSession: true })
                .Select(operation => operation.Id),
        ];

    public async ValueTask InitializeAsync()
    {
        sessionId = await api.OpenAsync("""{"amount":1299,"metadata":{"secret":"of default"}}""");
        (await api.PutFieldsAsync(sessionId, Cards.Fields())).Expect(204);
        before = (await api.GetAsync(sessionId)).Expect(200).Comparable;
    }

    /// <summary>Whatever was tried, the session is what it was.</summary>
    public async ValueTask DisposeAsync() => Assert.Equal(before, (await api.GetAsync(sessionId)).Comparable);

    [Theory]
    [MemberData(nameof(OnASession))]
    public async Task Nobody_else_gets_at_a_session(string operationId, Intruder intruder)
    {
        var operation = Vendor.Operations.Single(known => known.Id == operationId);

        var onForeign = await api.SendAsync(await DressAsync(Requests.Of(api, operation, sessionId), intruder));
        var onUnknown = await api.SendAsync(
            await DressAsync(Requests.Of(api, operation, ApiClient.UnknownId), intruder)
        );

        Envelope.Check(onForeign, StatusFor(intruder));
        Assert.Equal(onUnknown.Comparable, onForeign.Comparable);
        Assert.DoesNotContain("secret", onForeign.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfANewSession))]
    public async Task Nobody_else_opens_a_session(Intruder intruder)
    {
        var ask = await DressAsync(api.Backend("POST", ApiClient.Sessions).Json("{}"), intruder);
        // For its own account the other tenant's key is good: here it tries the default one.
        var answer = await api.SendAsync(intruder == Intruder.OtherTenantsOwnKey ? ask with { Merchant = null } : ask);

        Envelope.Check(answer, intruder == Intruder.OtherTenantsOwnKey ? 403 : StatusFor(intruder));
    }

    [Theory]
    [MemberData(nameof(WithToken))]
    public async Task A_deleted_session_answers_its_owner_and_others_alike(string operationId)
    {
        var operation = Vendor.Operations.Single(known => known.Id == operationId);
        var deleted = await api.OpenAsync();
        (await api.DeleteAsync(deleted)).Expect(204);

        var ask = Requests.Of(api, operation, deleted);
        var owner = await api.SendAsync(ask);
        var other = await api.SendAsync(ask with { Merchant = Gr4vyServer.OtherAccount });
        var unknown = await api.SendAsync(Requests.Of(api, operation, ApiClient.UnknownId));

        Envelope.Check(owner, 404);
        Assert.Equal(owner.Comparable, other.Comparable);
        Assert.Equal(owner.Comparable, unknown.Comparable);
    }

    [Fact]
    public async Task Each_tenant_has_its_own_sessions()
    {
        var other = await api.OpenAsync("""{"amount":7}""", Gr4vyServer.OtherAccount);

        (await api.GetAsync(other, Gr4vyServer.OtherAccount)).Expect(200);
        Envelope.Check(await api.GetAsync(other), 404);
        Envelope.Check(await api.UpdateAsync(other, """{"amount":8}"""), 404);
        Envelope.Check(await api.DeleteAsync(other), 404);
        Assert.Equal(7, (await api.GetAsync(other, Gr4vyServer.OtherAccount)).At("/amount").GetInt32());
    }

    // An expired session of somebody else must not be told from one that is there.
    [Fact]
    public async Task An_expired_foreign_session_answers_as_an_unknown_one()
    {
        var other = await api.OpenAsync("{}", Gr4vyServer.OtherAccount);
        var early = await api.GetAsync(other);
        (await api.UpdateAsync(sessionId, """{"expires_in":86400}""")).Expect(200);
        before = (await api.GetAsync(sessionId)).Comparable;

        server.Clock.Advance(TimeSpan.FromSeconds(3600));

        Assert.Equal(early.Comparable, (await api.GetAsync(other)).Comparable);
        Assert.Equal(early.Comparable, (await api.GetAsync(ApiClient.UnknownId)).Comparable);
    }

    private static int StatusFor(Intruder intruder) =>
        intruder switch
        {
            Intruder.OtherTenant or Intruder.OtherTenantsOwnKey => 404,
            Intruder.WrongScope or Intruder.EmbedToken => 403,
            _ => 401,
        };

    private async Task<Ask> DressAsync(Ask ask, Intruder intruder)
    {
        switch (intruder)
        {
            case Intruder.OtherTenant:
                return ask with { Merchant = Gr4vyServer.OtherAccount };
            case Intruder.OtherTenantsOwnKey:
                using (var own = await server.RegisterKeyAsync(SigningAlgorithm.ES512, Gr4vyServer.OtherAccount))
                {
                    return ask with { Authorization = own.Bearer(), Merchant = Gr4vyServer.OtherAccount };
                }

            case Intruder.NoToken:
                return ask with { Authorization = null };
            case Intruder.ExpiredToken:
                return ask with
                {
                    Authorization = server.Tokens.Token().WithClaim("exp", $"{TokenMint.Now - 900}").Bearer,
                };
            case Intruder.TokenOfAStranger:
                using (var stranger = TokenMint.Stranger(server.Tokens.KeyId))
                {
                    return ask with { Authorization = stranger.Bearer() };
                }

            case Intruder.WrongScope:
                return ask with { Authorization = server.Tokens.Bearer("transactions.read", "transactions.write") };
            case Intruder.EmbedToken:
                return ask with
                {
                    Authorization = server
                        .Tokens.Token("embed")
                        .WithClaim("checkout_session_id", $"\"{sessionId}\"")
                        .Bearer,
                };
            default:
                using (var revoked = await server.RegisterKeyAsync(SigningAlgorithm.ES512))
                {
                    await server.Merchants.RevokeKeyAsync(revoked.KeyId, CancellationToken.None);
                    return ask with { Authorization = revoked.Bearer() };
                }
        }
    }
}
