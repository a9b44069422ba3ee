using System.Text.Json;
using System.Text.Json.Nodes;
using Checkstand.Core.Payments;

namespace Checkstand.Connectors.Tests.Stripe;

/// <summary>Stripe's objects in the shapes of its public API reference, with made-up values.</summary>
internal static class StripeFixtures
{
    public static JsonObject Intent(string status = "requires_capture", OperationId? operation = null)
    {
        var intent = Load("payment_intent").With("status", status);
        return operation is { } id
            ? intent
                .With("metadata.checkstand_operation", id.ToString())
                .With("metadata.checkstand_service", StripeTest.ServiceId)
            : intent;
    }

    public static JsonObject Refund(string status = "succeeded", OperationId? operation = null)
    {
        var refund = Load("refund").With("status", status);
        return operation is { } id ? refund.With("metadata.checkstand_operation", id.ToString()) : refund;
    }

    public static JsonObject CardError() => Load("card_error");

    public static JsonObject Event(string type) => Load("event").With("type", type);

    public static string Error(string type, string? code, string? param = null, string message = "No.") =>
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["type"] = type,
                ["code"] = code,
                ["param"] = param,
                ["message"] = message,
            },
        }.ToJsonString();

    public static string InvalidRequest(string? code, string? param = null, string message = "No.") =>
        Error("invalid_request_error", code, param, message);

    public static string Page(bool hasMore, params JsonObject[] items) =>
        new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. items]),
            ["has_more"] = hasMore,
            ["url"] = "/v1/any",
        }.ToJsonString();

    /// <summary>The same object with one member changed; the path has dots.</summary>
    public static JsonObject With(this JsonObject json, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var at = names[..^1].Aggregate(json, (parent, name) => (JsonObject)(parent[name] ??= new JsonObject()));
        at[names[^1]] = value;
        return json;
    }

    private static JsonObject Load(string name)
    {
        var assembly = typeof(StripeFixtures).Assembly;
        using var stream = assembly.GetManifestResourceStream(
            $"{assembly.GetName().Name}.Stripe.Fixtures.{name}.json"
        )!;
        return JsonSerializer.Deserialize<JsonObject>(stream)!;
    }
}
