namespace Checkstand.Gr4vy.Tests.Errors;

/// <summary>
/// Of several things that are wrong, the first of this list is said: token (401), scope and merchant account (403),
/// size and type of the body (413, 415), path and body (400), session (404).
/// </summary>
public sealed class PrecedenceTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Flags]
    public enum Wrong
    {
        None = 0,
        Session = 1,
        Body = 2,
        Id = 4,
        Type = 8,
        Size = 16,
        Account = 32,
        Scope = 64,
        Token = 128,
    }

    public static TheoryData<Wrong> OfAnUpdate => Combinations(Wrong.Token);

    public static TheoryData<Wrong> OfFields => Combinations(Wrong.Size);

    [Theory]
    [MemberData(nameof(OfAnUpdate))]
    public async Task The_first_thing_that_is_wrong_with_an_update_is_said(Wrong wrong) =>
        Check(
            wrong,
            await api.SendAsync(await SpoilAsync(api.Backend("PUT", ""), "{id}", """{"amount":1}""", wrong)),
            200
        );

    [Theory]
    [MemberData(nameof(OfFields))]
    public async Task The_first_thing_that_is_wrong_with_fields_is_said(Wrong wrong) =>
        Check(
            wrong,
            await api.SendAsync(await SpoilAsync(new Ask("PUT", ""), "{id}/fields", Cards.Fields(), wrong)),
            204
        );

    private static void Check(Wrong wrong, Answer answer, int success)
    {
        if (wrong == Wrong.None)
        {
            answer.Expect(success);
            return;
        }

        var expected = wrong switch
        {
            >= Wrong.Token => 401,
            >= Wrong.Account => 403,
            >= Wrong.Size => 413,
            >= Wrong.Type => 415,
            >= Wrong.Body => 400,
            _ => 404,
        };
        var details = Envelope.Check(answer, expected);
        Assert.Equal(expected == 400 && wrong.HasFlag(Wrong.Id), details.Any(detail => detail.Location == "path"));
        Assert.Equal(expected == 400 && wrong.HasFlag(Wrong.Body), details.Any(detail => detail.Location == "body"));
    }

    private async Task<Ask> SpoilAsync(Ask ask, string path, string body, Wrong wrong)
    {
        var id =
            wrong.HasFlag(Wrong.Id) ? "nope"
            : wrong.HasFlag(Wrong.Session) ? ApiClient.UnknownId
            : await api.OpenAsync();
        var text = wrong.HasFlag(Wrong.Body) ? body[..^1] + ",\"surprise\":1}" : body;
        return ask.Json(wrong.HasFlag(Wrong.Size) ? text.PadRight(2 * 1024 * 1024) : text) with
        {
            Path = ApiClient.PathOf(path.Replace("{id}", id, StringComparison.Ordinal)),
            ContentType = wrong.HasFlag(Wrong.Type) ? "text/plain" : "application/json",
            Merchant = wrong.HasFlag(Wrong.Account) ? "nobody" : null,
            Authorization =
                wrong.HasFlag(Wrong.Token) ? "Bearer abc"
                : wrong.HasFlag(Wrong.Scope) ? server.Tokens.Bearer("*.read")
                : ask.Authorization,
        };
    }

    private static TheoryData<Wrong> Combinations(Wrong last) =>
        [.. Enumerable.Range(0, (int)last * 2).Select(bits => (Wrong)bits)];
}
