namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Requests about payments.</summary>
internal static class Paying
{
    public const string Transactions = "/transactions";

    /// <summary>A transaction that pays with a session.</summary>
    public static string WithSession(string sessionId, string more = "") =>
        $$"""{"amount":1299,"currency":"USD","payment_method":{"method":"checkout-session","id":"{{sessionId}}"}{{more}}}""";

    /// <summary>A transaction that pays with a card of its own.</summary>
    public static string WithCard(string number = Cards.Visa, string more = "") =>
        $$"""{"amount":1299,"currency":"USD","payment_method":{{Cards.Method(number)}}{{more}}}""";

    public static string PathOf(string transactionId, string more = "") => $"{Transactions}/{transactionId}{more}";

    extension(ApiClient api)
    {
        /// <summary>Opens a session and puts a card on it.</summary>
        /// <returns>Its id.</returns>
        public async Task<string> OpenWithCardAsync(
            string number = Cards.Visa,
            string session = "{}",
            string? merchant = null
        )
        {
            var id = await api.OpenAsync(session, merchant);
            (await api.PutFieldsAsync(id, Cards.Fields(number))).Expect(204);
            return id;
        }

        public Task<Answer> CreateTransactionAsync(string json, string? merchant = null) =>
            api.SendAsync(api.Backend("POST", Transactions, merchant).Json(json));

        public Task<Answer> PaySessionAsync(string sessionId, string more = "") =>
            api.CreateTransactionAsync(WithSession(sessionId, more));

        public Task<Answer> PayCardAsync(string number = Cards.Visa, string more = "") =>
            api.CreateTransactionAsync(WithCard(number, more));

        /// <summary>A transaction that reserved 12.99 USD.</summary>
        /// <returns>Its id.</returns>
        public async Task<string> AuthorizedAsync(string more = "") =>
            (await api.PayCardAsync(more: more)).Expect(201).TextAt("/id")!;

        /// <summary>A transaction that took 12.99 USD.</summary>
        /// <returns>Its id.</returns>
        public Task<string> CapturedAsync(string more = "") => api.AuthorizedAsync(",\"intent\":\"capture\"" + more);

        public Task<Answer> ReadAsync(string transactionId, string more = "") =>
            api.SendAsync(api.Backend("GET", PathOf(transactionId, more)));

        /// <summary>Asks for something on a transaction; without a body when there is none.</summary>
        public Task<Answer> ActAsync(string transactionId, string verb, string? json = null, string? prefer = null)
        {
            var ask = api.Backend("POST", PathOf(transactionId, $"/{verb}"));
            ask = prefer is null ? ask : ask.Header("prefer", prefer);
            return api.SendAsync(json is null ? ask : ask.Json(json));
        }
    }
}
