namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class GetCheckoutSessionCardDetailsTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("411111", "visa")]
    [InlineData("4111111", "visa")]
    [InlineData("41111111", "visa")]
    [InlineData("555555", "mastercard")]
    [InlineData("222100", "mastercard")]
    [InlineData("378282", "amex")]
    [InlineData("601100", "discover")]
    [InlineData("352800", "jcb")]
    [InlineData("361111", "diners-club")]
    [InlineData("622222", "unionpay")]
    [InlineData("508500", "rupay")]
    [InlineData("220000", "mir")]
    [InlineData("900000", "other")]
    public async Task The_first_digits_tell_the_scheme(string bin, string scheme)
    {
        var details = (await SendAsync(await api.OpenAsync(), $$"""{"bin":"{{bin}}"}""")).Expect(200);

        Assert.Equal(bin, details.TextAt("/bin"));
        Assert.Equal(scheme, details.TextAt("/scheme"));
        Assert.Equal("application/json", details.Header("content-type"));
    }

    [Fact]
    public async Task What_issuers_do_not_publish_is_null()
    {
        var details = (await SendAsync(await api.OpenAsync(), """{"bin":"411111"}""")).Expect(200);

        Assert.True(details.IsNullAt("/card_type"));
        Assert.True(details.IsNullAt("/scheme_icon_url"));
        Assert.Empty(details.At("/additional_schemes").EnumerateArray());
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        var id = await api.OpenAsync();
        var before = await api.GetAsync(id);

        (await SendAsync(id, """{"bin":"411111"}""")).Expect(200);

        Assert.Equal(before.Comparable, (await api.GetAsync(id)).Comparable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"411111\"")]
    public async Task The_digits_come_in_an_object(string body) =>
        Envelope.CheckViolation(await SendAsync(await api.OpenAsync(), body), "body", "");

    // A whole card number is one digit or more too many, and must not come back.
    [Theory]
    [InlineData("411111111")]
    [InlineData(Cards.Visa)]
    public async Task More_digits_than_tell_the_issuer_are_refused_and_not_repeated(string bin)
    {
        var answer = await SendAsync(await api.OpenAsync(), $$"""{"bin":"{{bin}}"}""");

        Envelope.CheckViolation(answer, "body", "/bin", "string_too_long");
        Assert.DoesNotContain(bin, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found() =>
        Assert.Empty(Envelope.Check(await SendAsync(ApiClient.UnknownId, """{"bin":"411111"}"""), 404));

    private Task<Answer> SendAsync(string id, string body) =>
        api.SendAsync(new Ask("POST", $"{ApiClient.PathOf(id)}/card-details").Json(body));
}
