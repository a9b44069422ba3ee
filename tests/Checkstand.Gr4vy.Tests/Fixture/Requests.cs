namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>A request of each operation that would be accepted.</summary>
internal static class Requests
{
    /// <summary>A request of the operation, on a session where it takes one, with the client's token where it takes one.</summary>
    public static Ask Of(ApiClient api, VendorOperation operation, string sessionId)
    {
        var path = operation.PathFor(sessionId);
        var ask = operation.NeedsToken ? api.Backend(operation.Method, path) : new Ask(operation.Method, path);
        return operation.TakesBody ? ask.Json(BodyOf(operation.Id, sessionId)) : ask;
    }

    /// <summary>One of each operation that names a session, in its path or its body.</summary>
    public static IEnumerable<Ask> OnSession(ApiClient api, string sessionId) =>
        Vendor
            .Operations.Where(operation => operation.Id != "create_checkout_session")
            .Select(operation => Of(api, operation, sessionId));

    private static string BodyOf(string operationId, string sessionId) =>
        operationId switch
        {
            "create_checkout_session" => """{"amount":1299,"currency":"USD"}""",
            "update_checkout_session" => """{"metadata":{"a":"b"}}""",
            "update_checkout_session_fields" => Cards.Fields(),
            "get_checkout_session_card_details" => """{"bin":"411111"}""",
            "create_click_to_pay_digital_wallet_session" => $$"""{"checkout_session_id":"{{sessionId}}"}""",
            _ => throw new ArgumentException($"No body is known for {operationId}.", nameof(operationId)),
        };
}
