using System.Text.Json;

namespace Checkstand.Client;

/// <summary>Reads the bodies of errors, which may be anything.</summary>
internal static class ErrorBody
{
    /// <summary>The body as an object; null when it is none.</summary>
    public static JsonElement? Object(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: the status says what there is to say.
            return null;
        }
    }

    /// <summary>A member that is a text; null when it is missing or something else.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty(name, out var member)
        && member.ValueKind is JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>The items of a member that is an array; none when it is missing or something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Array
            ? member.EnumerateArray()
            : [];

    /// <summary>The items of an HTTPValidationError: <c>{"loc": ["body", "cart_items", 0], "msg": "...", "type": "..."}</c>.</summary>
    public static IReadOnlyList<ErrorDetail> ValidationDetails(JsonElement body) =>
        [.. body.Items("detail").Where(item => item.ValueKind is JsonValueKind.Object).Select(ValidationDetail)];

    /// <summary>What to say when the body says nothing.</summary>
    public static string StatusMessage(ApiResponse response) => $"The server answered {response.StatusCode}.";

    private static ErrorDetail ValidationDetail(JsonElement item)
    {
        var location = item.Items("loc").Select(step => step.ToString()).ToList();
        var steps = location.Skip(1).ToList();
        return new ErrorDetail
        {
            Location = location.FirstOrDefault() ?? "",
            Pointer = location is ["body", ..]
                ? string.Concat(steps.Select(step => "/" + Escape(step)))
                : string.Join('.', steps),
            Message = item.Text("msg") ?? "",
            Type = item.Text("type") ?? "",
        };
    }

    // RFC 6901 section 3.
    private static string Escape(string step) =>
        step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
