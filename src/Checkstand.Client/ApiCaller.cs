using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client;

/// <summary>Sends requests and makes results of answers: token, headers, timeout, repetition and errors, once for all.</summary>
internal sealed partial class ApiCaller(ApiCallerOptions options)
{
    private static readonly MediaTypeHeaderValue JsonBody = new("application/json");

    private readonly string baseUrl = options.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>A call that answers a body.</summary>
    /// <exception cref="ArgumentException">A call option is out of bounds; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<ApiResult<T>> SendAsync<T>(
        ApiRequest request,
        JsonTypeInfo<T> answer,
        CallOptions? callOptions,
        CancellationToken cancellationToken
    )
    {
        var attempt = await RepeatAsync(request, callOptions, cancellationToken).ConfigureAwait(false);
        if (attempt.Error is { } error)
        {
            return new ApiResult<T>(error);
        }

        return Read(attempt, answer);
    }

    /// <summary>A call that answers nothing, or nothing of interest.</summary>
    /// <inheritdoc cref="SendAsync{T}"/>
    public async Task<ApiResult> SendAsync(
        ApiRequest request,
        CallOptions? callOptions,
        CancellationToken cancellationToken
    )
    {
        var attempt = await RepeatAsync(request, callOptions, cancellationToken).ConfigureAwait(false);
        return attempt.Error is { } error ? new ApiResult(error) : new ApiResult(attempt.Response!);
    }

    private static ApiResult<T> Read<T>(ApiAttempt attempt, JsonTypeInfo<T> answer)
    {
        var (call, response, body) = (attempt.Call, attempt.Response!, attempt.Body!);
        if (body.IsEmpty)
        {
            return Unreadable("is empty");
        }

        if (!IsJson(attempt.MediaType))
        {
            return Unreadable($"is of type {attempt.MediaType ?? "unknown"} and not application/json in UTF-8");
        }

        try
        {
            return body.Read(answer) is { } value ? new ApiResult<T>(value, response) : Unreadable("is null");
        }
        catch (JsonException failure)
        {
            return Unreadable($"does not have the form of its contract at {failure.Path ?? "$"}", failure);
        }

        ApiResult<T> Unreadable(string fault, Exception? cause = null) =>
            new(
                new ResponseParseException($"The answer to {call.Operation} {fault}.", call, response, body.Text, cause)
            );
    }

    private static bool IsJson(string? mediaType) =>
        MediaTypeHeaderValue.TryParse(mediaType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (
            type.CharSet is not { } charset
            || string.Equals(charset.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase)
        );

    private async Task<ApiAttempt> RepeatAsync(
        ApiRequest request,
        CallOptions? callOptions,
        CancellationToken cancellationToken
    )
    {
        var call = ApiCall.Of(request, callOptions, options);
        var began = options.Clock.GetTimestamp();
        for (var repetitions = 0; ; repetitions++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var attempt = await AttemptAsync(request, call, cancellationToken).ConfigureAwait(false);
            if (
                attempt is { Error: null, IsConnectionLost: false }
                || call.Retries.PauseAfter(attempt, repetitions, options.Clock.GetElapsedTime(began)) is not { } pause
            )
            {
                return attempt;
            }

            await Task.Delay(pause, options.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ApiAttempt> AttemptAsync(ApiRequest request, ApiCall call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(call.Timeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var message = Message(request, call);
        try
        {
            using var answer = await options
                .Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            return Outcome(
                call.Name,
                answer,
                await ApiBody.ReadAsync(answer.Content, either.Token).ConfigureAwait(false)
            );
        }
        catch (HttpRequestException failure)
        {
            var error = new ConnectionException(
                $"The connection for {request} failed: {failure.HttpRequestError}.",
                call.Name,
                failure
            );
            return new ApiAttempt
            {
                Call = call.Name,
                Error = error,
                IsConnectionLost = true,
            };
        }
        catch (OperationCanceledException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Ours or, of a client that was handed in, its own.
            var error = new RequestTimeoutException($"No answer to {request} came in time.", call.Name, failure);
            return new ApiAttempt
            {
                Call = call.Name,
                Error = error,
                IsConnectionLost = true,
            };
        }
    }

    private ApiAttempt Outcome(CallName call, HttpResponseMessage answer, ApiBody body)
    {
        var response = new ApiResponse(answer, options.Clock.GetUtcNow());
        CheckstandException? error = null;
        if (!answer.IsSuccessStatusCode)
        {
            error = options.Errors.Read(call, response, body.Text);
        }
        else if (body.Fault is { } fault)
        {
            error = new ResponseParseException(
                $"The answer to {call.Operation} {fault}.",
                call,
                response,
                body.Text,
                body.Broken
            );
        }

        return new ApiAttempt
        {
            Call = call,
            Error = error,
            Response = response,
            Body = body,
            MediaType = answer.Content.Headers.ContentType?.ToString(),
            IsConnectionLost = answer.IsSuccessStatusCode && body.Broken is not null,
        };
    }

    private HttpRequestMessage Message(ApiRequest request, ApiCall call)
    {
        var message = new HttpRequestMessage(request.Method, baseUrl + request.Target);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = JsonBody } };
        }
        else if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Delete)
        {
            // .NET sends a request without content again by itself when the connection closes before the answer, and would
            // void or create twice. One with content, were it empty, it leaves to us.
            message.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in call.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.IsAuthorized && !call.Headers.ContainsKey("Authorization") && options.Token is { } token)
        {
            message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token()}");
        }

        return message;
    }
}
