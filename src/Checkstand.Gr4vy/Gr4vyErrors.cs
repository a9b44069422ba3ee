using System.Text.Encodings.Web;
using System.Text.Json;
using Checkstand.Core.Sessions;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

/// <summary>
/// The only place where something becomes an error answer of this dialect: the envelope of contract section 3.1,
/// always <c>application/json</c>, because the vendor's SDKs take no other for their typed errors.
/// </summary>
public static partial class Gr4vyErrors
{
    private const string ValidationMessage = "Request failed validation";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a status that comes with nothing more to say: no route, wrong method, our own fault.</summary>
    public static Task WriteAsync(HttpContext context, int status) =>
        WriteAsync(context, status, MessageOf(status), []);

    /// <summary>Answers 400 with everything that is wrong with a request.</summary>
    public static Task WriteAsync(HttpContext context, IReadOnlyList<Violation> violations) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, ValidationMessage, violations);

    internal static Task WriteAsync(HttpContext context, int status, string message) =>
        WriteAsync(context, status, message, []);

    internal static Task WriteAsync(HttpContext context, SessionProblem problem) =>
        problem switch
        {
            SessionProblem.NotFound => WriteAsync(context, StatusCodes.Status404NotFound),
            // The contract has one answer for both: "not found or has expired".
            SessionProblem.Expired => WriteAsync(context, StatusCodes.Status404NotFound),
            SessionProblem.PaymentMethodUnknown => WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                MessageOf(StatusCodes.Status404NotFound),
                [
                    new Violation(
                        ViolationLocation.Body,
                        "/payment_method/id",
                        "There is no stored payment method with this id.",
                        "not_found"
                    ),
                ]
            ),
            SessionProblem.PaymentMethodGone => WriteEmptyAsync(context, StatusCodes.Status422UnprocessableEntity),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };

    // The one answer of this contract that is an error and has no body (section 1.1).
    private static Task WriteEmptyAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        context.Response.Headers.CacheControl = "no-store";
        // Begun here, or it would be taken for a bare status that still needs its envelope.
        return context.Response.StartAsync();
    }

    /// <summary>Answers a body that can't be taken.</summary>
    public static Task WriteAsync(HttpContext context, BodyProblem problem, int bytesMax)
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
                $"The body is larger than the {bytesMax / 1024} KiB that this route takes."
            ),
            BodyProblem.UnsupportedMediaType => WriteAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "Send the body as application/json in UTF-8, uncompressed."
            ),
            BodyProblem.TooSlow => WriteAsync(context, StatusCodes.Status408RequestTimeout),
            BodyProblem.Unreadable => WriteAsync(
                context,
                [
                    new Violation(
                        ViolationLocation.Body,
                        "",
                        "The body ended early or its transfer coding is broken.",
                        "body_unreadable"
                    ),
                ]
            ),
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

    /// <summary>Answers 409.</summary>
    /// <param name="context">The request.</param>
    /// <param name="message">What is in the way.</param>
    /// <param name="resourceId">Its id; null when it has none.</param>
    internal static Task WriteConflictAsync(HttpContext context, string message, string? resourceId) =>
        WriteAsync(context, StatusCodes.Status409Conflict, message, [], resourceId);

    private static async Task WriteAsync(
        HttpContext context,
        int status,
        string message,
        IReadOnlyList<Violation> violations,
        string? resourceId = null
    )
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        var body = Envelope(status, message, violations, resourceId);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    /// <summary>The envelope for what is refused below the routes, by the HTTP server itself.</summary>
    public static byte[] ProtocolError(int status) =>
        Envelope(
            status,
            status == StatusCodes.Status400BadRequest ? "The request is not well-formed HTTP" : MessageOf(status),
            []
        );

    private static byte[] Envelope(
        int status,
        string message,
        IReadOnlyList<Violation> violations,
        string? resourceId = null
    )
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "error");
            writer.WriteString("code", CodeOf(status));
            writer.WriteNumber("status", status);
            writer.WriteString("message", message);
            writer.WriteStartArray("details");
            foreach (var violation in violations.Take(Violation.ListedMax))
            {
                writer.WriteStartObject();
                writer.WriteString("location", NameOf(violation.Location));
                writer.WriteString("pointer", violation.Pointer);
                writer.WriteString("message", violation.Message);
                writer.WriteString("type", violation.Type);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (status == StatusCodes.Status409Conflict)
            {
                writer.WriteString("resource_id", resourceId);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static string NameOf(ViolationLocation location) =>
        location switch
        {
            ViolationLocation.Query => "query",
            ViolationLocation.Body => "body",
            ViolationLocation.Path => "path",
            ViolationLocation.Header => "header",
            _ => throw new System.Diagnostics.UnreachableException($"No name is defined for {location}."),
        };

    // Contract section 3.1; the rows below 500 that it lacks are named in its manner.
    private static string CodeOf(int status) =>
        status switch
        {
            400 => "bad_request",
            401 => "unauthorized",
            403 => "forbidden",
            404 => "not_found",
            405 => "method_not_allowed",
            408 => "request_timeout",
            409 => "duplicate_record",
            413 => "payload_too_large",
            414 => "uri_too_long",
            415 => "unsupported_media_type",
            425 => "too_early",
            429 => "too_many_requests",
            431 => "headers_too_large",
            502 => "bad_gateway",
            503 => "service_unavailable",
            504 => "gateway_timeout",
            505 => "http_version_not_supported",
            >= 500 => "server_error",
            _ => "bad_request",
        };

    private static string MessageOf(int status) =>
        status switch
        {
            401 => "No valid API authentication found",
            404 => "The resource could not be found",
            405 => "Method Not Allowed",
            408 => "The request was sent too slowly",
            413 => "The request is too large",
            414 => "The request's URI is too long",
            429 => "This session's fields were sent too often; try again in a minute",
            431 => "The request's headers are too large",
            503 => "The service is busy; try again in a second",
            >= 500 => "Request could not be processed",
            _ => "Generic error",
        };
}
