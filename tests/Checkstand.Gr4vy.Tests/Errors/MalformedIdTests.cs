namespace Checkstand.Gr4vy.Tests.Errors;

public sealed class MalformedIdTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("nope")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("01941f297c007aaa8aaa0123456789ab")]
    [InlineData("%7B01941f29-7c00-7aaa-8aaa-0123456789ab%7D")]
    [InlineData("(01941f29-7c00-7aaa-8aaa-0123456789ab)")]
    [InlineData("urn:uuid:01941f29-7c00-7aaa-8aaa-0123456789ab")]
    [InlineData("01941f29-7c00-7aaa-8aaa-0123456789a")]
    [InlineData("01941f29-7c00-7aaa-8aaa-0123456789abc")]
    [InlineData("01941f29-7c00-7aaa-8aaa-0123456789ag")]
    [InlineData("01941f29-7c007-aaa-8aaa-0123456789ab")]
    [InlineData("%2001941f29-7c00-7aaa-8aaa-0123456789ab")]
    [InlineData("01941f29-7c00-7aaa-8aaa-0123456789ab%20")]
    [InlineData("01941f29-7c00-7aaa-8aaa-0123456789ab%0A")]
    [InlineData("%D9%A01941f29-7c00-7aaa-8aaa-0123456789a")]
    [InlineData("%2530")]
    [InlineData("%ff%fe")]
    [InlineData("%C0%80")]
    // As the TypeScript SDK encodes "a/b c?d" (contract section 1.1).
    [InlineData("a%2Fb%20c%3Fd")]
    [InlineData("..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("%27%20OR%201=1--")]
    [InlineData("%3Cscript%3E")]
    public async Task An_id_that_is_none_is_a_violation_of_the_path(string id)
    {
        foreach (var operation in Vendor.Operations.Where(operation => operation.TakesSession))
        {
            var answer = await api.SendAsync(Requests.Of(api, operation, id));

            Envelope.CheckViolation(answer, "path", "session_id", "uuid_parsing");
        }
    }

    [Fact]
    public async Task A_very_long_id_is_a_violation_of_the_path() =>
        Envelope.CheckViolation(await api.GetAsync(new string('a', 7000)), "path", "session_id");

    [Theory]
    [InlineData("update_checkout_session")]
    [InlineData("update_checkout_session_fields")]
    [InlineData("get_checkout_session_card_details")]
    public async Task Violations_of_path_and_body_come_together(string operationId)
    {
        var operation = Vendor.Operations.Single(known => known.Id == operationId);

        var answer = await api.SendAsync(Requests.Of(api, operation, "nope").Json("""{"surprise":1,"more":2}"""));

        var details = Envelope.CheckValidation(answer);
        Assert.Contains(details, detail => (detail.Location, detail.Pointer) == ("path", "session_id"));
        Assert.Contains(details, detail => (detail.Location, detail.Pointer) == ("body", "/surprise"));
        Assert.Contains(details, detail => (detail.Location, detail.Pointer) == ("body", "/more"));
    }

    // A merchant's mistake must not put the number into an answer that somebody logs.
    [Theory]
    [InlineData(Cards.Visa)]
    [InlineData("4111-1111-1111-1111")]
    public async Task A_card_number_for_an_id_does_not_come_back(string number)
    {
        var answer = await api.GetAsync(number);

        Envelope.CheckViolation(answer, "path", "session_id");
        Assert.DoesNotContain("4111", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "4111",
            string.Concat(answer.Headers.SelectMany(header => header.Value)),
            StringComparison.Ordinal
        );
    }
}
