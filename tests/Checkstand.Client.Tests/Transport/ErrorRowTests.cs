using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Transport;

/// <summary>Every row of the vendors' error tables, answered by a server that says just that.</summary>
public sealed class ErrorRowTests
{
    private const string Envelope = """
        {
          "type": "error",
          "code": "some_code",
          "status": 499,
          "message": "It is wrong",
          "details": [
            {"location": "body", "pointer": "/cart_items/0/quantity", "message": "Too few", "type": "greater_than"}
          ],
          "of_a_newer_server": {"a": [1]}
        }
        """;

    private const string Validation = """
        {"detail": [{"loc": ["body", "cart_items", 0, "a/b~c"], "msg": "Field required", "type": "missing", "input": {}}]}
        """;

    [Theory]
    [InlineData(400, typeof(BadRequestException))]
    [InlineData(401, typeof(UnauthorizedException))]
    [InlineData(403, typeof(ForbiddenException))]
    [InlineData(404, typeof(NotFoundException))]
    [InlineData(405, typeof(MethodNotAllowedException))]
    [InlineData(409, typeof(ConflictException))]
    [InlineData(410, typeof(GoneException))]
    [InlineData(422, typeof(UnprocessableContentException))]
    [InlineData(425, typeof(TooEarlyException))]
    [InlineData(429, typeof(TooManyRequestsException))]
    [InlineData(500, typeof(InternalServerErrorException))]
    [InlineData(502, typeof(BadGatewayException))]
    [InlineData(504, typeof(GatewayTimeoutException))]
    [InlineData(418, typeof(ApiException))]
    [InlineData(503, typeof(ServiceUnavailableException))]
    [InlineData(307, typeof(ApiException))]
    public async Task A_status_of_the_Gr4vy_dialect_has_its_exception(int status, Type type)
    {
        var error = await Gr4vyErrorAsync(status, Envelope);

        Assert.Equal(type, error.GetType());
        Assert.Equal(status, error.StatusCode);
        Assert.Equal("It is wrong", error.Message);
        Assert.Equal("some_code", error.Code);
        Assert.Equal("req-of-the-script", error.RequestId);
        Assert.Equal(Envelope, error.Body);
        Assert.Equal("req-of-the-script", error.Headers["X-Request-ID"]);
        var detail = Assert.Single(error.Details);
        Assert.Equal(
            ("body", "/cart_items/0/quantity", "Too few", "greater_than"),
            (detail.Location, detail.Pointer, detail.Message, detail.Type)
        );
    }

    [Theory]
    [InlineData(400, "PaymentError", typeof(PaymentErrorException), typeof(BadRequestException))]
    [InlineData(401, "Unauthorized", typeof(UnauthorizedException), typeof(ApiException))]
    [InlineData(
        403,
        "AlreadyActiveSubscriptionError",
        typeof(AlreadyActiveSubscriptionException),
        typeof(ForbiddenException)
    )]
    [InlineData(403, "NotOpenCheckout", typeof(NotOpenCheckoutException), typeof(ForbiddenException))]
    [InlineData(403, "PaymentNotReady", typeof(PaymentNotReadyException), typeof(ForbiddenException))]
    [InlineData(403, "TrialAlreadyRedeemed", typeof(TrialAlreadyRedeemedException), typeof(ForbiddenException))]
    [InlineData(
        403,
        "DiscountRedemptionLimitReached",
        typeof(DiscountRedemptionLimitReachedException),
        typeof(ForbiddenException)
    )]
    [InlineData(403, "NotPermitted", typeof(NotPermittedException), typeof(ForbiddenException))]
    [InlineData(403, "OfANewerServer", typeof(ForbiddenException), typeof(ApiException))]
    [InlineData(404, "ResourceNotFound", typeof(ResourceNotFoundException), typeof(NotFoundException))]
    [InlineData(405, "MethodNotAllowed", typeof(MethodNotAllowedException), typeof(ApiException))]
    [InlineData(409, "CheckoutLocked", typeof(CheckoutLockedException), typeof(ConflictException))]
    [InlineData(409, "CheckoutCustomerDeleted", typeof(CheckoutCustomerDeletedException), typeof(ConflictException))]
    [InlineData(402, "PaymentFailed", typeof(PaymentFailedException), typeof(ApiException))]
    [InlineData(403, "InactiveSubscription", typeof(InactiveSubscriptionException), typeof(ForbiddenException))]
    [InlineData(
        403,
        "AlreadyCanceledSubscription",
        typeof(AlreadyCanceledSubscriptionException),
        typeof(ForbiddenException)
    )]
    [InlineData(409, "SubscriptionLocked", typeof(SubscriptionLockedException), typeof(ConflictException))]
    [InlineData(409, "SomethingElse", typeof(ConflictException), typeof(ApiException))]
    [InlineData(410, "ExpiredCheckoutError", typeof(ExpiredCheckoutException), typeof(GoneException))]
    [InlineData(413, "RequestBodyTooLarge", typeof(ApiException), typeof(CheckstandException))]
    [InlineData(422, "CheckoutCustomerExternalIdMismatch", typeof(UnprocessableContentException), typeof(ApiException))]
    [InlineData(425, "x", typeof(TooEarlyException), typeof(ApiException))]
    [InlineData(429, "x", typeof(TooManyRequestsException), typeof(ApiException))]
    [InlineData(500, "x", typeof(InternalServerErrorException), typeof(ApiException))]
    [InlineData(502, "x", typeof(BadGatewayException), typeof(ApiException))]
    [InlineData(503, "x", typeof(ServiceUnavailableException), typeof(ApiException))]
    [InlineData(504, "x", typeof(GatewayTimeoutException), typeof(ApiException))]
    public async Task An_error_of_the_Polar_dialect_has_its_exception(int status, string name, Type type, Type parent)
    {
        var body = $$"""{"error": "{{name}}", "detail": "It is wrong"}""";

        var error = await PolarErrorAsync(status, body);

        Assert.Equal(type, error.GetType());
        Assert.IsAssignableFrom(parent, error);
        Assert.Equal((status, name, "It is wrong", body), (error.StatusCode, error.Code, error.Message, error.Body));
        Assert.Equal("req-of-the-script", error.RequestId);
    }

    [Fact]
    public async Task A_scope_that_is_missing_speaks_the_words_of_OAuth()
    {
        var error = await PolarErrorAsync(
            403,
            """{"error": "insufficient_scope", "error_description": "The scope is missing"}"""
        );

        Assert.IsType<InsufficientScopeException>(error);
        Assert.Equal("The scope is missing", error.Message);
    }

    [Fact]
    public async Task A_route_that_is_not_there_has_a_detail_and_no_name()
    {
        var error = await PolarErrorAsync(404, """{"detail": "Not Found"}""");

        Assert.IsType<NotFoundException>(error);
        Assert.Equal(("Not Found", null), (error.Message, error.Code));
    }

    [Fact]
    public async Task Validation_errors_of_both_dialects_become_details()
    {
        ApiException[] errors = [await Gr4vyErrorAsync(422, Validation), await PolarErrorAsync(422, Validation)];

        Assert.All(
            errors,
            error =>
            {
                Assert.IsType<HttpValidationException>(error);
                Assert.Equal("body /cart_items/0/a~1b~0c: Field required", error.Message);
                Assert.Equal("missing", Assert.Single(error.Details).Type);
            }
        );
    }

    [Fact]
    public async Task A_parameter_that_is_wrong_is_named_without_a_pointer()
    {
        var error = await PolarErrorAsync(
            422,
            """{"error": "X", "detail": [{"loc": ["query", "limit"], "msg": "Too small", "type": "greater_than"}]}"""
        );

        var detail = Assert.Single(error.Details);
        Assert.Equal(("query", "limit"), (detail.Location, detail.Pointer));
    }

    // What stands between client and server answers too, and servers break.
    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"message": 5, "code": null, "details": null, "detail": null, "error": []}""")]
    [InlineData("""{"details": [null, 5, {"location": 5}], "detail": {"loc": 5}}""")]
    [InlineData("""{"detail": [null, 5, {"loc": 5, "msg": []}, {"loc": [null, {}]}]}""")]
    public async Task A_body_that_says_nothing_leaves_the_status_to_speak(string body)
    {
        ApiException[] errors = [await Gr4vyErrorAsync(404, body), await PolarErrorAsync(404, body)];

        Assert.All(
            errors,
            error =>
            {
                Assert.IsType<NotFoundException>(error);
                Assert.Equal(body, error.Body);
                Assert.NotEmpty(error.Message);
            }
        );
    }

    [Fact]
    public async Task An_error_of_another_content_type_is_read_all_the_same()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(404, Envelope, "application/problem+json"),
            ScriptedStep.Answer(404, Envelope, null)
        );
        var client = server.Gr4vy();

        for (var i = 0; i < 2; i++)
        {
            var result = await client.AskAsync(ApiRequest.Get($"/x"));
            Assert.Equal("some_code", Assert.IsType<NotFoundException>(result.Error).Code);
        }
    }

    [Fact]
    public async Task An_error_that_is_cut_keeps_its_status_and_what_came()
    {
        await using var server = new ScriptedServer(ScriptedStep.Cut(409, """{"code": "dup"""));

        var result = await server.Gr4vy().AskAsync(ApiRequest.Get($"/x"));

        Assert.Equal("""{"code": "dup""", Assert.IsType<ConflictException>(result.Error).Body);
    }

    [Theory]
    [InlineData("retry-after: 7", 7.0)]
    [InlineData("retry-after-ms: 1500", 1.5)]
    [InlineData("retry-after: soon", null)]
    [InlineData("x: y", null)]
    public async Task Every_refusal_says_when_to_come_back(string header, double? seconds)
    {
        int[] statuses = [409, 429, 503];
        await using var server = new ScriptedServer([
            .. statuses.Select(status => ScriptedStep.Answer(status, "", null, header)),
        ]);

        foreach (var status in statuses)
        {
            var result = await server.Polar().AskAsync(ApiRequest.Get($"/x"));

            var error = Assert.IsAssignableFrom<ApiException>(result.Error);
            Assert.Equal((status, seconds), (error.StatusCode, error.RetryAfter?.TotalSeconds));
        }
    }

    [Fact]
    public async Task An_error_that_is_printed_names_status_call_and_request()
    {
        await using var server = new ScriptedServer(
            ScriptedStep.Answer(404, Envelope),
            ScriptedStep.Answer(200, "{"),
            ScriptedStep.Reset,
            ScriptedStep.Answer(404, """{"message": ""}""")
        );
        var (gr4vy, buyerId) = (server.Gr4vy(), "b");

        var refused = (await gr4vy.AskAsync(ApiRequest.Put($"/buyers/{buyerId}"))).Error!;
        var unfit = (await gr4vy.AskAsync(ApiRequest.Put($"/buyers/{buyerId}"))).Error!;
        var lost = (await gr4vy.AskAsync(ApiRequest.Put($"/buyers/{buyerId}"))).Error!;
        var mute = (await gr4vy.AskAsync(ApiRequest.Put($"/buyers/{buyerId}"))).Error!;

        const string Call = "PUT /buyers/{buyerId}";
        Assert.All([refused, unfit, lost, mute], error => Assert.Equal(Call, error.Operation));
        Assert.Equal(
            $"{typeof(NotFoundException)}: It is wrong (404 some_code, {Call}, request req-of-the-script)",
            refused.ToString()
        );
        Assert.StartsWith(
            $"{typeof(ResponseParseException)}: {unfit.Message} (200, {Call}, request req-of-the-script)",
            unfit.ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"{typeof(ConnectionException)}: {lost.Message} ({Call}){Environment.NewLine} ---> ",
            lost.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal($"{typeof(NotFoundException)} (404, {Call}, request req-of-the-script)", mute.ToString());
    }

    [Fact]
    public async Task The_form_that_throws_throws_the_error_of_the_one_that_does_not()
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(409, Envelope));

        var result = await server.Gr4vy().AskAsync(ApiRequest.Get($"/x"));

        Assert.False(result.Ok);
        Assert.Same(result.Error, Assert.Throws<ConflictException>(() => result.ValueOrThrow()));
    }

    private static async Task<ApiException> Gr4vyErrorAsync(int status, string body)
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(status, body));
        var result = await server
            .Gr4vy()
            .AskAsync(ApiRequest.Get($"/x"), new CallOptions { Retries = RetryOptions.None });
        return Assert.IsAssignableFrom<ApiException>(result.Error);
    }

    private static async Task<ApiException> PolarErrorAsync(int status, string body)
    {
        await using var server = new ScriptedServer(ScriptedStep.Answer(status, body));
        var result = await server.Polar().AskAsync(ApiRequest.Get($"/x"));
        return Assert.IsAssignableFrom<ApiException>(result.Error);
    }
}
