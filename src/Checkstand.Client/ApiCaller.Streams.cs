using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client;

internal sealed partial class ApiCaller
{
    private const string EventStreamType = "text/event-stream";

    /// <summary>
    /// A call whose answer is a stream of events, read as they come, until the server ends it. Not repeated; the timeout
    /// counts anew with whatever comes, be it a sign of life.
    /// </summary>
    /// <exception cref="CheckstandException">It was refused, was lost, fell silent, or told what is no event.</exception>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        ApiRequest request,
        JsonTypeInfo<T> item,
        CallOptions? callOptions,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var call = ApiCall.Of(request.Header("Accept", EventStreamType), callOptions, options);
        using var message = Message(request, call);
        using var answer = await InTimeAsync(
                token => options.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token),
                call,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (
            !answer.IsSuccessStatusCode
            || !string.Equals(answer.Content.Headers.ContentType?.MediaType, EventStreamType, StringComparison.Ordinal)
        )
        {
            throw await RefusalAsync(call, answer, cancellationToken).ConfigureAwait(false);
        }

        var response = new ApiResponse(answer, options.Clock.GetUtcNow());
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var events = new EventStream(stream);
        while (await InTimeAsync(events.ReadAsync, call, cancellationToken).ConfigureAwait(false))
        {
            while (events.TryTake(out var data))
            {
                yield return Read(call.Name, response, item, data);
            }
        }
    }

    private static T Read<T>(CallName call, ApiResponse response, JsonTypeInfo<T> item, byte[] data)
    {
        JsonException? cause = null;
        try
        {
            if (JsonSerializer.Deserialize(data, item) is { } value)
            {
                return value;
            }
        }
        catch (JsonException failure)
        {
            cause = failure;
        }

        throw new ResponseParseException(
            $"An event of {call.Operation} does not have the form of its contract.",
            call,
            response,
            Encoding.UTF8.GetString(data),
            cause
        );
    }

    private async Task<CheckstandException> RefusalAsync(
        ApiCall call,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        var body = await InTimeAsync(token => ApiBody.ReadAsync(answer.Content, token), call, cancellationToken)
            .ConfigureAwait(false);
        return Outcome(call.Name, answer, body).Error
            ?? new ResponseParseException(
                $"The answer to {call.Name.Operation} is no stream of events.",
                call.Name,
                new ApiResponse(answer, options.Clock.GetUtcNow()),
                body.Text
            );
    }

    private async Task<T> InTimeAsync<T>(
        Func<CancellationToken, Task<T>> step,
        ApiCall call,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(call.Timeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await step(either.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new ConnectionException($"The connection for {call.Name.Operation} failed.", call.Name, failure);
        }
        catch (OperationCanceledException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new RequestTimeoutException($"Nothing came from {call.Name.Operation} in time.", call.Name, failure);
        }
    }
}
