namespace Checkstand.Gr4vy.Tests.PaymentMethods;

/// <summary>Requests on stored payment methods.</summary>
internal static class Methods
{
    public const string Path = "/payment-methods";

    public static string PathOf(string id) => $"{Path}/{id}";

    /// <summary>A card to be stored.</summary>
    public static string Card(string number = Cards.Visa, string more = "") =>
        $$"""{"method":"card","number":"{{number}}","expiration_date":"12/35","security_code":"123"{{more}}}""";

    /// <summary>The card of a session, to be stored.</summary>
    public static string OfSession(string sessionId, string more = "") =>
        $$"""{"method":"checkout-session","id":"{{sessionId}}"{{more}}}""";

    /// <summary>Secure fields that name a stored method.</summary>
    public static string Fields(string id, string more = "") =>
        $$$"""{"payment_method":{"method":"id","id":"{{{id}}}"{{{more}}}}}""";

    public static Task<Answer> StoreAsync(this ApiClient api, string json, string? merchant = null) =>
        api.SendAsync(api.Backend("POST", Path, merchant).Json(json));

    /// <summary>Stores a card.</summary>
    /// <returns>The method's id.</returns>
    public static async Task<string> StoreCardAsync(this ApiClient api, string more = "", string? merchant = null) =>
        (await api.StoreAsync(Card(more: more), merchant)).Expect(201).TextAt("/id")!;

    public static Task<Answer> GetMethodAsync(this ApiClient api, string id, string? merchant = null) =>
        api.SendAsync(api.Backend("GET", PathOf(id), merchant));

    public static Task<Answer> UpdateMethodAsync(this ApiClient api, string id, string json) =>
        api.SendAsync(api.Backend("PUT", PathOf(id)).Json(json));

    public static Task<Answer> DeleteMethodAsync(this ApiClient api, string id, string? merchant = null) =>
        api.SendAsync(api.Backend("DELETE", PathOf(id), merchant));

    public static Task<Answer> ListMethodsAsync(this ApiClient api, string query = "", string? merchant = null) =>
        api.SendAsync(api.Backend("GET", Path + query, merchant));

    public static Task<Answer> ListOfBuyerAsync(this ApiClient api, string query, string? merchant = null) =>
        api.SendAsync(api.Backend("GET", "/buyers/payment-methods" + query, merchant));

    /// <summary>The ids of a list's items.</summary>
    public static IReadOnlyList<string> Ids(this Answer list) =>
        [.. list.Expect(200).At("/items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
}
