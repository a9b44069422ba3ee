namespace Checkstand.Gr4vy.Tests.Auth;

/// <summary>A good token that does not grant what is asked for is 403; one whose scopes can't be read is 401.</summary>
public sealed class ScopeTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private TokenTrial trial = null!;

    private TokenMint Tokens => server.Tokens;

    public async ValueTask InitializeAsync() => trial = await TokenTrial.StartAsync(server.Api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("*.read")]
    [InlineData("checkout-sessions.read")]
    public async Task A_reader_may_read_and_nothing_else(string scope)
    {
        await trial.AcceptAsync(Tokens.Token(scope));
        await trial.ForbidAsync(Tokens.Token(scope), "PUT");
        await trial.ForbidAsync(Tokens.Token(scope), "DELETE");
    }

    [Theory]
    [InlineData("*.write")]
    [InlineData("checkout-sessions.write")]
    public async Task A_writer_may_write_and_not_read(string scope)
    {
        var id = await server.Api.OpenAsync();
        var bearer = Tokens.Bearer(scope);
        foreach (var ask in new[] { Ask("PUT").Json("{}"), Ask("DELETE") })
        {
            Assert.InRange((await server.Api.SendAsync(ask)).Status, 200, 204);
        }

        var opened = new Ask("POST", ApiClient.Sessions) { Authorization = bearer };
        (await server.Api.SendAsync(opened)).Expect(201);
        await trial.ForbidAsync(Tokens.Token(scope));

        Ask Ask(string method) => new(method, ApiClient.PathOf(id)) { Authorization = bearer };
    }

    [Fact]
    public async Task One_scope_of_several_is_enough() =>
        await trial.AcceptAsync(Tokens.Token("embed", "transactions.write", "checkout-sessions.read", "x"));

    [Theory]
    [InlineData("*")]
    [InlineData("*.*")]
    [InlineData("checkout-sessions.*")]
    [InlineData("checkout-sessions")]
    [InlineData("checkout-sessions.")]
    [InlineData(".read")]
    [InlineData("read")]
    [InlineData("**.read")]
    [InlineData("*.Read")]
    [InlineData("Checkout-Sessions.read")]
    [InlineData("checkout-sessions.read ")]
    [InlineData(" *.read")]
    [InlineData("checkout_sessions.read")]
    [InlineData("checkout-sessions.read.write")]
    [InlineData("checkout-sessions.reads")]
    [InlineData("*.read,*.write")]
    [InlineData("*.read *.write")]
    [InlineData("transactions.read")]
    [InlineData("transactions.write")]
    [InlineData("payment-methods.read")]
    [InlineData("embed")]
    [InlineData("")]
    public async Task Anything_else_grants_nothing(string scope)
    {
        foreach (var method in new[] { "GET", "PUT", "DELETE" })
        {
            await trial.ForbidAsync(Tokens.Token(scope), method);
        }
    }

    [Fact]
    public async Task A_token_of_an_embed_is_forbidden()
    {
        var token = Tokens
            .Token("embed")
            .WithClaim("checkout_session_id", $"\"{await server.Api.OpenAsync()}\"")
            .WithClaim("embed", """{"amount":1299,"currency":"USD"}""");

        foreach (var method in new[] { "GET", "PUT", "DELETE" })
        {
            await trial.ForbidAsync(token, method);
        }
    }

    [Fact]
    public async Task Without_scopes_nothing_is_granted()
    {
        await trial.ForbidAsync(Tokens.Token().WithClaim("scopes", null));
        await trial.ForbidAsync(Tokens.Token().WithClaim("scopes", "[]"));
        await trial.ForbidAsync(Tokens.Token().WithClaim("scopes", null).WithClaim("scope", "\"*.read\""));
        await trial.ForbidAsync(Tokens.Token().WithClaim("scopes", null).WithClaim("Scopes", "[\"*.read\"]"));
    }

    [Theory]
    [InlineData("\"*.read\"")]
    [InlineData("{\"*.read\":true}")]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[\"*.read\",1]")]
    [InlineData("[null]")]
    [InlineData("[[\"*.read\"]]")]
    public async Task Scopes_that_are_no_list_of_texts_make_no_token(string scopes) =>
        await trial.RefuseAsync(Tokens.Token().WithClaim("scopes", scopes));

    [Fact]
    public async Task Being_forbidden_says_nothing_about_the_session()
    {
        var bearer = Tokens.Bearer("transactions.read");
        var known = new Ask("GET", ApiClient.PathOf(await server.Api.OpenAsync())) { Authorization = bearer };
        var unknown = new Ask("GET", ApiClient.PathOf(ApiClient.UnknownId)) { Authorization = bearer };
        var malformed = new Ask("GET", ApiClient.PathOf("nope")) { Authorization = bearer };

        var answer = await server.Api.SendAsync(known);

        Envelope.Check(answer, 403);
        Assert.Equal(answer.Comparable, (await server.Api.SendAsync(unknown)).Comparable);
        Assert.Equal(answer.Comparable, (await server.Api.SendAsync(malformed)).Comparable);
    }
}
