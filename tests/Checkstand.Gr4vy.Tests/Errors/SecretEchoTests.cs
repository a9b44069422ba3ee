namespace Checkstand.Gr4vy.Tests.Errors;

/// <summary>An answer that repeats what was sent puts it into the caller's log: no answer repeats a card number.</summary>
public sealed class SecretEchoTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private const string Number = Cards.Visa;

    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("""{"payment_method":{"method":"card","number":"4111111111111111x","expiration_date":"12/35"}}""")]
    [InlineData("""{"payment_method":{"method":"card","number":4111111111111111,"expiration_date":"12/35"}}""")]
    [InlineData("""{"payment_method":{"method":"card","number":"4111 1111 1111 1111","expiration_date":"12/35"}}""")]
    [InlineData("""{"payment_method":{"method":"card","number":"4111111111111111","expiration_date":"1/35"}}""")]
    [InlineData("""{"payment_method":{"method":"card","number":"12/35","expiration_date":"4111111111111111"}}""")]
    [InlineData("""{"payment_method":{"method":"4111111111111111"}}""")]
    [InlineData("""{"payment_method":{"method":"id","id":"4111111111111111"}}""")]
    [InlineData("""{"payment_method":{"method":"card","4111111111111111":"x"}}""")]
    [InlineData("""{"payment_method":{"method":"card","4111 1111 1111 1111":"x"}}""")]
    [InlineData("""{"payment_method":{"method":"card","4111-1111-1111-1111":"x"}}""")]
    [InlineData("""{"payment_method":{"method":"card","number: 4111111111111111":"x"}}""")]
    [InlineData("""{"4111111111111111":"4111111111111111"}""")]
    [InlineData("""{"payment_method":"4111111111111111"}""")]
    [InlineData("""{"postal_code":4111111111111111}""")]
    [InlineData("""{"payment_method":{"method":"card","number":"4111111111111111" "expiration_date":"12/35"}}""")]
    [InlineData("""4111111111111111""")]
    [InlineData("""4111111111111111 x""")]
    [InlineData("""{4111111111111111}""")]
    public async Task Refused_fields_do_not_repeat_the_number(string body)
    {
        var answer = await api.PutFieldsAsync(await api.OpenAsync(), body);

        Envelope.CheckValidation(answer);
        CheckSilence(answer);
    }

    [Fact]
    public async Task A_refused_session_does_not_repeat_a_number_in_the_wrong_place()
    {
        foreach (
            var body in new[]
            {
                $$$"""{"metadata":{"{{{Number}}}":1}}""",
                $$"""{"currency":"{{Number}}"}""",
                $$"""{"amount":{{Number}}}""",
                $$"""{"expires_in":{{Number}}}""",
                $$"""{"intent":"{{Number}}"}""",
                $$$$"""{"buyer":{"{{{{Number}}}}":{"{{{{Number}}}}":1}}}""",
            }
        )
        {
            var answer = await api.CreateAsync(body);

            Envelope.CheckValidation(answer);
            CheckSilence(answer);
        }
    }

    [Fact]
    public async Task Headers_and_paths_are_not_repeated()
    {
        var post = api.Backend("POST", ApiClient.Sessions);
        foreach (
            var ask in new[]
            {
                post with
                {
                    Merchant = Number,
                },
                post with
                {
                    Authorization = Number,
                },
                post.Json("{}") with
                {
                    ContentType = $"text/{Number}",
                },
                post with
                {
                    Path = $"/{Number}",
                },
                post with
                {
                    Method = "PATCH",
                    Path = $"{ApiClient.Sessions}?{Number}",
                },
                new Ask("PUT", ApiClient.FieldsOf(Number)).Json(Cards.Fields()),
                new Ask("OPTIONS", ApiClient.FieldsOf(Number))
                    .Header("origin", "https://shop.example")
                    .Header("access-control-request-method", "PUT"),
            }
        )
        {
            CheckSilence(await api.SendAsync(ask));
        }
    }

    private static void CheckSilence(Answer answer)
    {
        Assert.DoesNotContain("4111", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            answer.Headers,
            header => header.Value.Any(value => value.Contains("4111", StringComparison.Ordinal))
        );
    }
}
