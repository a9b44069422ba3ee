using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Payments;

/// <summary>What merchants ask for with payments, and what the test provider says it did.</summary>
internal static class PaymentCalls
{
    public const string Approved = "4242424242424242";
    public const string Late = "4000000000000077";
    public const string AnswerLost = "4000000000000341";
    public const string NotChargedAnswerLost = "4000000000003220";

    /// <summary>Opens a session and puts a card on it.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> OpenWithCardAsync(this ApiClient api, string number = Approved)
    {
        var session = await api.OpenAsync();
        Assert.Equal(204, (await api.PutCardAsync(session, number)).Status);
        return session;
    }

    /// <summary>Pays with a session.</summary>
    public static Task<Answer> PayAsync(
        this ApiClient api,
        string session,
        long amount,
        string intent = "authorize",
        string? key = null,
        string? identifier = null
    ) => api.PostAsync("/transactions", PayBody(SessionMethod(session), amount, intent, identifier), key);

    /// <summary>Pays with a card that the request brings.</summary>
    public static Task<Answer> PayByCardAsync(
        this ApiClient api,
        long amount,
        string intent = "authorize",
        string? key = null,
        string number = Approved
    ) => api.PostAsync("/transactions", PayBody(CardMethod(number), amount, intent, null), key);

    public static Task<Answer> PostAsync(this ApiClient api, string path, string? body = null, string? key = null) =>
        api.SendAsync(HttpMethod.Post, path, body, key: key);

    public static string SessionMethod(string session) => $$"""{"method":"checkout-session","id":"{{session}}"}""";

    public static string CardMethod(string number, string expiry = "12/35", string code = "123") =>
        $$"""{"method":"card","number":"{{number}}","expiration_date":"{{expiry}}","security_code":"{{code}}"}""";

    public static string PayBody(string method, long amount, string intent, string? identifier)
    {
        var named = identifier is null ? "" : $$""","external_identifier":"{{identifier}}" """;
        return $$"""{"amount":{{amount}},"currency":"USD","intent":"{{intent}}","payment_method":{{method}}{{named}}}""";
    }

    public static async Task<JsonNode> TransactionAsync(this ApiClient api, string id) =>
        (await api.SendAsync(HttpMethod.Get, $"/transactions/{id}")).As(200);

    /// <summary>The transactions that a filter finds, newest first.</summary>
    public static async Task<IReadOnlyList<JsonNode>> TransactionsAsync(this ApiClient api, string filter) =>
        Items((await api.SendAsync(HttpMethod.Get, $"/transactions?limit=100&{filter}")).As(200));

    /// <summary>A transaction's captures or refunds that moved money.</summary>
    public static async Task<IReadOnlyList<JsonNode>> DoneAsync(this ApiClient api, string transaction, string what)
    {
        var all = (await api.SendAsync(HttpMethod.Get, $"/transactions/{transaction}/{what}")).As(200);
        return [.. Items(all).Where(item => item.Text("status") == "succeeded")];
    }

    /// <summary>What the provider's books hold of a session.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ChargesAsync(this ApiClient api, string session) =>
        Items((await api.SendAsync(HttpMethod.Get, $"/dev/charges?session_id={session}")).As(200));

    /// <summary>What the provider's books hold, newest first, 1,000 at most.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ChargesAsync(this ApiClient api) =>
        Items((await api.SendAsync(HttpMethod.Get, "/dev/charges")).As(200));

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    public static long Number(this JsonNode node, string name) => node[name]!.GetValue<long>();

    /// <summary>How many payments wait for an outcome.</summary>
    public static long Open(string directory) =>
        Database.Ask<long>(directory, "SELECT COUNT(*) FROM payments WHERE next_check_at_ms IS NOT NULL");

    /// <summary>Asserts that our ledger and the provider's books hold the same movements.</summary>
    public static async Task<string> AssertLedgersAgreeAsync(string directory) =>
        (await Cli.RunAsync("ledger", "check", "--data", directory)).Successful().Trim();

    private static IReadOnlyList<JsonNode> Items(JsonNode list) => [.. list["items"]!.AsArray().Select(item => item!)];
}
