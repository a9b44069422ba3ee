namespace Checkstand.Gr4vy.Tests.Sessions;

/// <summary>Times at the edges of calendars and formats: refused, or echoed in the form that strict clients read.</summary>
public sealed class DateTimeTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("2013-07-16T19:23Z")]
    [InlineData("2013-07-16T19:23")]
    [InlineData("2013-07-16")]
    [InlineData("2013-07-16T19:23:00.1+14:00")]
    [InlineData("2013-07-16T19:23:00-14:00")]
    [InlineData("2013-07-16T19:23:00+05:45")]
    [InlineData("2013-07-16T19:23:00-00:00")]
    [InlineData("2013-07-16T19:23:00.12345678901234567890Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2013-07-16T23:59:60Z")]
    [InlineData("2013-07-16T24:00:00Z")]
    [InlineData("2013-07-16T19:23:00+14:01")]
    [InlineData("2013-07-16T19:23:00+02")]
    [InlineData("2013-07-16T19:23:00+0200")]
    [InlineData("2013-07-16t19:23:00z")]
    [InlineData("2013-07-16 19:23:00Z")]
    [InlineData("20130716T192300Z")]
    [InlineData("2013-W29-2")]
    [InlineData("2013-07-16T19:23:00Z ")]
    [InlineData("Tue, 16 Jul 2013 19:23:00 GMT")]
    public async Task A_time_is_refused_or_echoed_whole(string sent)
    {
        var answer = await api.CreateAsync($$$"""{"airline":{"issued_at":"{{{sent}}}"}}""");

        if (answer.Status == 400)
        {
            Envelope.CheckViolation(answer, "body", "/airline/issued_at", "datetime_parsing");
            return;
        }

        var echoed = answer.Expect(201).TextAt("/airline/issued_at");
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)$", echoed);
        Assert.StartsWith(sent[..10], echoed, StringComparison.Ordinal);
    }

    // An escape is another way to write the same text.
    [Fact]
    public async Task Escaped_times_and_dates_are_the_same_times_and_dates()
    {
        var body = """
            {"airline":{"issued_at":"\u0032013-07-16T19:23:00Z"},"payment_service_id":"\u003001941f2-97c0-47aa-a8aa-a0123456789a"}
            """;

        var created = (await api.CreateAsync(body)).Expect(201);

        Assert.Equal("2013-07-16T19:23:00Z", created.TextAt("/airline/issued_at"));
        Assert.Equal("001941f2-97c0-47aa-a8aa-a0123456789a", created.TextAt("/payment_service_id"));
    }
}
