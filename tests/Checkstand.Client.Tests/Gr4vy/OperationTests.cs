using System.Text.Json;
using System.Text.RegularExpressions;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>Rules that hold for every operation of the client.</summary>
public sealed partial class OperationTests(SandboxServer server) : IClassFixture<SandboxServer>, IDisposable
{
    private readonly Recorder recorder = new();

    [Fact]
    public async Task Every_operation_of_the_server_has_a_method()
    {
        using var http = new HttpClient();
        var document = JsonElement.Parse(await http.GetStringAsync(new Uri(server.Address, "/openapi/gr4vy.json")));
        var served =
            from path in document.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            where method.Name is "get" or "put" or "post" or "delete" or "patch"
            select $"{method.Name.ToUpperInvariant()} {InBraces.Replace(path.Name, "*")}";

        foreach (var (resource, method) in EveryOperation.Trying(Client()))
        {
            await EveryOperation.CallAsync(resource, method);
        }

        var asked = recorder.Requests.Select(request =>
            $"{request.Method} {Sample.Replace(request.Path.Split('?')[0], "*")}"
        );
        Assert.Equal(served.Order(StringComparer.Ordinal), asked.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_method_has_a_form_that_answers_a_result()
    {
        var names = EveryOperation
            .Of(Client())
            .GroupBy(operation => operation.Resource.GetType())
            .SelectMany(methods =>
            {
                var all = methods.Select(operation => operation.Method.Name).ToHashSet();
                return all.Where(name => !name.StartsWith("Try", StringComparison.Ordinal))
                    .Where(name => !all.Contains($"Try{name}"))
                    // Items over all pages are asked for page by page, and each page has its result.
                    .Where(name => !all.Contains($"Try{name.Replace("Async", "PageAsync", StringComparison.Ordinal)}"))
                    .Select(name => $"{methods.Key.Name}.{name}");
            });

        Assert.Empty(names);
    }

    [Fact]
    public void Both_forms_take_the_same()
    {
        foreach (var methods in EveryOperation.Of(Client()).GroupBy(operation => operation.Resource.GetType()))
        {
            var all = methods.ToDictionary(operation => operation.Method.Name, operation => operation.Method);
            foreach (var (name, trying) in all.Where(one => one.Key.StartsWith("Try", StringComparison.Ordinal)))
            {
                Assert.Equal(
                    all[name["Try".Length..]].GetParameters().Select(parameter => parameter.ToString()),
                    trying.GetParameters().Select(parameter => parameter.ToString())
                );
            }
        }
    }

    [Fact]
    public async Task A_missing_argument_is_named_and_nothing_is_sent()
    {
        var seen = 0;
        foreach (var (resource, method) in EveryOperation.Trying(Client()))
        {
            foreach (var parameter in method.GetParameters())
            {
                object?[] wrong =
                    EveryOperation.IsRequiredText(parameter) ? [null, "", " "]
                    : EveryOperation.IsRequiredBody(parameter) ? [null]
                    : [];
                foreach (var value in wrong)
                {
                    var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
                        EveryOperation.CallAsync(resource, method, one => one == parameter, value)
                    );
                    Assert.Equal(parameter.Name, error.ParamName);
                    seen++;
                }
            }
        }

        Assert.InRange(seen, 100, 1000);
        Assert.Empty(recorder.Requests);
    }

    [Fact]
    public async Task An_id_is_escaped_and_cannot_lead_elsewhere()
    {
        var sessions = Client().CheckoutSessions;

        await sessions.TryGetAsync("a/b c?d#e%2F..");
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => sessions.TryGetAsync(".."));

        Assert.Equal("sessionId", error.ParamName);
        Assert.Equal("/checkout/sessions/a%2Fb%20c%3Fd%23e%252F..", Assert.Single(recorder.Requests).Path);
    }

    [Fact]
    public async Task A_merchant_account_goes_in_its_header()
    {
        var client = Client();

        await client.Buyers.TryListPageAsync();
        await client.Buyers.TryListPageAsync(merchantAccountId: "other");
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Buyers.TryGetAsync("b", "a\r\nx: y"));

        Assert.Equal("merchantAccountId", error.ParamName);
        Assert.Equal(
            ["default", "other"],
            recorder.Requests.Select(request =>
                Assert.Single(request.Message.Headers.GetValues("x-gr4vy-merchant-account-id"))
            )
        );
    }

    [Theory]
    [InlineData("Amount")]
    [InlineData("Currency")]
    [InlineData("Number")]
    [InlineData("ExpirationDate")]
    public async Task A_missing_member_of_a_payment_is_named(string member)
    {
        var payment = Paying.Payment();
        var card = (CardWithUrlPaymentMethodCreate)payment.PaymentMethod!;
        payment.Amount = member == "Amount" ? null : payment.Amount;
        payment.Currency = member == "Currency" ? "" : payment.Currency;
        card.Number = member == "Number" ? "" : card.Number;
        card.ExpirationDate = member == "ExpirationDate" ? null! : card.ExpirationDate;

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client().Transactions.TryCreateAsync(payment));

        Assert.Equal("transactionCreate", error.ParamName);
        Assert.StartsWith($"{member} is required.", error.Message, StringComparison.Ordinal);
        Assert.Empty(recorder.Requests);
    }

    [Fact]
    public async Task What_else_is_missing_is_named_too()
    {
        var client = Client();
        (Func<Task> Call, string Parameter, string Member)[] wrong =
        [
            (
                () => client.CheckoutSessions.TryUpdateFieldsAsync("s", new()),
                "checkoutSessionSecureFields",
                "PaymentMethod"
            ),
            (
                () => client.PaymentMethods.TryCreateAsync(new CheckoutSessionPaymentMethodCreate()),
                "paymentMethodCreate",
                "Id"
            ),
            (
                () => client.PaymentMethods.TryCreateAsync(new OtherPaymentMethodCreate("")),
                "paymentMethodCreate",
                "Method"
            ),
            (() => client.MerchantAccounts.TryCreateAsync(new() { Id = "m" }), "merchantAccountCreate", "DisplayName"),
            (() => client.ApiKeyPairs.TryCreateAsync(new() { DisplayName = "k" }), "apiKeyPairCreate", "RoleIds"),
            (() => client.PaymentServices.TryVerifyAsync(new()), "verifyCredentials", "PaymentServiceDefinitionId"),
            (
                () =>
                    client.PaymentServices.TryCreateAsync(
                        new()
                        {
                            DisplayName = "p",
                            PaymentServiceDefinitionId = "mock-card",
                            AcceptedCurrencies = ["USD"],
                        }
                    ),
                "paymentServiceCreate",
                "AcceptedCountries"
            ),
            (() => client.Buyers.TryListPageAsync(limit: 0), "limit", "limit"),
        ];

        foreach (var (call, parameter, member) in wrong)
        {
            var error = await Assert.ThrowsAnyAsync<ArgumentException>(call);
            Assert.Equal(parameter, error.ParamName);
            Assert.StartsWith(member, error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(recorder.Requests);
    }

    [Fact]
    public async Task What_is_no_JSON_is_refused_and_nothing_is_sent()
    {
        CheckoutSessionCreate[] wrong =
        [
            new() { ExpiresIn = double.NaN },
            new() { ExpiresIn = double.PositiveInfinity },
            new() { AdditionalProperties = new Dictionary<string, JsonElement> { ["colour"] = default } },
        ];

        foreach (var session in wrong)
        {
            var checkoutSessionCreate = session;
            var error = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
                Client().CheckoutSessions.TryCreateAsync(checkoutSessionCreate)
            );
            Assert.Equal(nameof(checkoutSessionCreate), error.ParamName);
        }

        Assert.Empty(recorder.Requests);
    }

    [Fact]
    public async Task What_may_be_sent_twice_has_a_key_when_retries_are_on()
    {
        var client = new Gr4vyClient(
            new()
            {
                BaseUrl = new Uri("http://127.0.0.1:1"),
                HttpClient = new HttpClient(recorder),
                Retries = new RetryOptions(),
            }
        );

        foreach (var (resource, method) in EveryOperation.Trying(client))
        {
            await EveryOperation.CallAsync(resource, method);
        }

        var keyed = recorder
            .Requests.Where(request => request.Message.Headers.Contains("idempotency-key"))
            .Select(request => Sample.Replace(request.Path, "*"))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "/transactions",
                "/transactions/*/capture",
                "/transactions/*/refunds",
                "/transactions/*/refunds/all",
                "/transactions/*/void",
            ],
            keyed
        );
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex InBraces { get; }

    [GeneratedRegex("x-[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Sample { get; }

    public void Dispose() => recorder.Dispose();

    private Gr4vyClient Client() =>
        new(
            new()
            {
                BaseUrl = new Uri("http://127.0.0.1:1"),
                HttpClient = new HttpClient(recorder),
                MerchantAccountId = "default",
            }
        );
}
