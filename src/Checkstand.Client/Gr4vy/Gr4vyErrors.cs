using System.Text.Json;

namespace Checkstand.Client.Gr4vy;

/// <summary>
/// Reads the Gr4vy dialect's errors: <c>{"type": "error", "code", "status", "message", "details": [...]}</c>, and for 422
/// also HTTPValidationError.
/// </summary>
internal sealed class Gr4vyErrors : IErrorReader
{
    public ApiException Read(CallName call, ApiResponse response, string body)
    {
        if (ErrorBody.Object(body) is not { } content)
        {
            return StatusErrors.Of(new ApiError(call, response, body, ErrorBody.StatusMessage(response), null, []));
        }

        var problems = ErrorBody.ValidationDetails(content);
        var error = new ApiError(
            call,
            response,
            body,
            content.Text("message")
                ?? (problems is [var first, ..] ? first.ToString() : null)
                ?? ErrorBody.StatusMessage(response),
            content.Text("code"),
            problems.Count > 0 ? problems : Details(content)
        );
        return response.StatusCode is 422 && content.TryGetProperty("detail", out _)
            ? new HttpValidationException(error)
            : StatusErrors.Of(error);
    }

    private static List<ErrorDetail> Details(JsonElement content) =>
        [
            .. content
                .Items("details")
                .Where(item => item.ValueKind is JsonValueKind.Object)
                .Select(item => new ErrorDetail
                {
                    Location = item.Text("location") ?? "",
                    Pointer = item.Text("pointer") ?? "",
                    Message = item.Text("message") ?? "",
                    Type = item.Text("type") ?? "",
                }),
        ];
}
