using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

/// <summary>
/// The only place where something becomes an error answer of this dialect (contract section 3.2):
/// <c>{"error": name, "detail": ...}</c>, always <c>application/json</c>, because the vendor's SDKs take no other for
/// their typed errors.
/// </summary>
public static partial class PolarErrors
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a status that comes with nothing more to say: no route, wrong method, our own fault.</summary>
    public static Task WriteAsync(HttpContext context, int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => WriteUnknownRouteAsync(context),
            StatusCodes.Status405MethodNotAllowed => WriteDetailAsync(context, status, "Method Not Allowed"),
            StatusCodes.Status408RequestTimeout => WriteAsync(
                context,
                status,
                "RequestTimeout",
                "The request took too long."
            ),
            StatusCodes.Status413PayloadTooLarge => WriteAsync(
                context,
                status,
                "RequestBodyTooLarge",
                "The body is too large."
            ),
            StatusCodes.Status503ServiceUnavailable => WriteAsync(context, status, "ServiceUnavailable", "Try again."),
            < 500 => WriteAsync(context, status, "BadRequest", "The request can't be read."),
            _ => WriteAsync(context, status, "InternalServerError", "Internal Server Error"),
        };

    /// <summary>Answers 422 with everything that is wrong with the form of a request.</summary>
    public static Task WriteAsync(HttpContext context, IReadOnlyList<Violation> violations) =>
        WriteAsync(
            context,
            StatusCodes.Status422UnprocessableEntity,
            violations,
            static (writer, list) =>
            {
                writer.WriteString("error"u8, "RequestValidationError"u8);
                writer.WriteStartArray("detail"u8);
                foreach (var violation in list)
                {
                    Write(writer, violation.Type, LocationOf(violation), violation.Message);
                }

                writer.WriteEndArray();
            }
        );

    /// <summary>Answers 422 with everything that breaks a rule.</summary>
    internal static Task WriteAsync(HttpContext context, IReadOnlyList<FieldProblem> problems) =>
        WriteAsync(
            context,
            StatusCodes.Status422UnprocessableEntity,
            problems,
            static (writer, list) =>
            {
                writer.WriteString("error"u8, "PolarRequestValidationError"u8);
                writer.WriteStartArray("detail"u8);
                foreach (var problem in list)
                {
                    Write(writer, problem.Type, ["body", .. problem.Path], problem.Message);
                }

                writer.WriteEndArray();
            }
        );

    /// <summary>Answers an error with a name and a sentence.</summary>
    internal static Task WriteAsync(HttpContext context, int status, string error, string detail) =>
        WriteAsync(
            context,
            status,
            (error, detail),
            static (writer, said) =>
            {
                writer.WriteString("error"u8, said.error);
                writer.WriteString("detail"u8, said.detail);
            }
        );

    internal static Task WriteNotFoundAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "ResourceNotFound", "Not found");

    /// <summary>No such route or version: the one answer that has no name.</summary>
    internal static Task WriteUnknownRouteAsync(HttpContext context) =>
        WriteDetailAsync(context, StatusCodes.Status404NotFound, "Not Found");

    internal static Task WriteNoTokenAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"polar\"";
        return WriteAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized", "Unauthorized");
    }

    internal static Task WriteBadTokenAsync(HttpContext context)
    {
        const string Description =
            "The access token provided is expired, revoked, malformed, or invalid for other reasons.";
        context.Response.Headers.WWWAuthenticate =
            $"Bearer realm=\"polar\", error=\"invalid_token\", error_description=\"{Description}\"";
        return WriteOAuthAsync(context, StatusCodes.Status401Unauthorized, "invalid_token", Description);
    }

    internal static Task WriteScopeAsync(HttpContext context, IReadOnlyList<string> scopes)
    {
        const string Description = "The request requires higher privileges than provided by the access token.";
        context.Response.Headers.WWWAuthenticate =
            $"Bearer realm=\"polar\", error=\"insufficient_scope\", error_description=\"{Description}\", scope=\"{string.Join(' ', scopes)}\"";
        return WriteOAuthAsync(context, StatusCodes.Status403Forbidden, "insufficient_scope", Description);
    }

    /// <summary>Answers that it was too often: without a body, as upstream does.</summary>
    internal static Task WriteTooManyAsync(HttpContext context, int seconds)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        response.ContentLength = 0;
        // Started, so that nobody gives it the body of a bare status.
        return response.StartAsync(context.RequestAborted);
    }

    /// <summary>Answers a body that can't be taken.</summary>
    internal static Task WriteAsync(HttpContext context, BodyProblem problem, int bytesMax)
    {
        if (problem is BodyProblem.Unreadable or BodyProblem.TooSlow)
        {
            // Where the next request would begin is unknown, or not worth waiting for.
            context.Response.Headers.Connection = "close";
        }

        return problem switch
        {
            BodyProblem.TooLarge => WriteAsync(
                context,
                StatusCodes.Status413PayloadTooLarge,
                "RequestBodyTooLarge",
                $"The body is larger than the {bytesMax / 1024} KiB that this route takes."
            ),
            BodyProblem.UnsupportedMediaType => WriteAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "UnsupportedMediaType",
                "Send the body as application/json in UTF-8, uncompressed."
            ),
            BodyProblem.TooSlow => WriteAsync(context, StatusCodes.Status408RequestTimeout),
            BodyProblem.Unreadable => WriteAsync(context, StatusCodes.Status400BadRequest),
            BodyProblem.RepeatedContentType => WriteAsync(
                context,
                [
                    new Violation(
                        ViolationLocation.Header,
                        "content-type",
                        "The header appears more than once.",
                        "duplicate_header"
                    ),
                ]
            ),
            BodyProblem.ConflictingLength => WriteAsync(
                context,
                [
                    new Violation(
                        ViolationLocation.Header,
                        "content-length",
                        "Content-Length and Transfer-Encoding contradict each other.",
                        "conflicting_header"
                    ),
                ]
            ),
            _ => throw new System.Diagnostics.UnreachableException($"No answer is defined for {problem}."),
        };
    }

    private static Task WriteDetailAsync(HttpContext context, int status, string detail) =>
        WriteAsync(context, status, detail, static (writer, said) => writer.WriteString("detail"u8, said));

    private static Task WriteOAuthAsync(HttpContext context, int status, string error, string description) =>
        WriteAsync(
            context,
            status,
            (error, description),
            static (writer, said) =>
            {
                writer.WriteString("error"u8, said.error);
                writer.WriteString("error_description"u8, said.description);
            }
        );

    private static async Task WriteAsync<T>(HttpContext context, int status, T value, Action<Utf8JsonWriter, T> write)
    {
        using var body = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(body, Compact))
        {
            writer.WriteStartObject();
            write(writer, value);
            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "private, no-store";
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter writer, string type, IEnumerable<object> location, string message)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteStartArray("loc"u8);
        foreach (var step in location)
        {
            if (step is int index)
            {
                writer.WriteNumberValue(index);
            }
            else
            {
                writer.WriteStringValue((string)step);
            }
        }

        writer.WriteEndArray();
        writer.WriteString("msg"u8, message);
        // The vendor repeats the value here; it may be a secret or a card number that was lost in the wrong field.
        writer.WriteNull("input"u8);
        writer.WriteEndObject();
    }

    private static IEnumerable<object> LocationOf(Violation violation)
    {
        yield return violation.Location switch
        {
            ViolationLocation.Body => "body",
            ViolationLocation.Query => "query",
            ViolationLocation.Path => "path",
            _ => "header",
        };
        foreach (var step in violation.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            yield return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : name;
        }
    }
}
