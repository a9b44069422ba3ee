using System.Buffers;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Gr4vy.Auth;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

/// <summary>One call of an operation, past authentication and validation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Http">The request and its answer.</param>
/// <param name="Services">The verbs.</param>
/// <param name="Caller">Who calls; null on the browser routes.</param>
/// <param name="Ids">The path's parameters.</param>
/// <param name="Query">The query string, checked; null when the operation reads none.</param>
/// <param name="Body">The body, checked; null when the operation reads none or it was left out.</param>
internal sealed record Call(
    Operation Operation,
    HttpContext Http,
    Gr4vyServices Services,
    Caller? Caller,
    PathIds Ids,
    CheckedObject? Query,
    CheckedObject? Body
)
{
    private Guid? newId;

    /// <summary>Set when the request names an idempotency key: its answer is kept before it is sent.</summary>
    public IdempotentRequest? Idempotent { get; init; }

    /// <summary>
    /// The id for what the call makes, the same however often it is asked for; under an idempotency key the one that
    /// the key reserved.
    /// </summary>
    public Guid NewId => newId ??= Idempotent?.ReservedId ?? TimeOrderedId.New(Services.Clock.GetUtcNow());

    /// <summary>What tells the list that is asked for from every other: the operationId, and the ids of what it is a list of.</summary>
    public string List => Operation.Id + string.Concat(Ids.Values.Select(id => id.ToString("N")));

    /// <summary>The verbs on sessions.</summary>
    public CheckoutSessions Sessions => Services.Sessions;

    /// <summary>The session of the path.</summary>
    public SessionId SessionId => new(Ids["session_id"]);

    /// <summary>The payment that the path names as a transaction, for the caller's merchant account.</summary>
    public ValueTask<Result<Payment, PaymentProblem>> FindPaymentAsync() =>
        Services.Payments.GetAsync(new PaymentId(Ids["transaction_id"]), Merchant, Cancellation);

    /// <summary>Whether the request asks to be answered with another resource (contract section 1.1, header <c>prefer</c>).</summary>
    public bool Prefers(string resource) =>
        Http
            .Request.Headers["prefer"]
            .Any(sent =>
                sent is not null
                && sent.Replace(" ", "", StringComparison.Ordinal).Split(',').Contains($"resource={resource}")
            );

    /// <summary>A path's parameter that is text.</summary>
    public string PathText(string name) => (string)Http.Request.RouteValues[name]!;

    /// <summary>The merchant account that the caller acts for.</summary>
    public MerchantAccountId Merchant => Caller!.MerchantAccountId;

    /// <summary>Ends the work when the client has gone.</summary>
    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>Answers with a body. Answers of this API hold session and buyer data, so nobody on the way may keep them.</summary>
    public Task AnswerAsync<T>(int status, T value, Action<Utf8JsonWriter, T> write)
    {
        var body = AnswerBuffer.Write(value, write);
        return Idempotent is null
            ? SendAsync(status, body)
            : KeepAndSendAsync(Idempotent, new RecordedAnswer(status, body.ToArray()));
    }

    /// <summary>Answers what was answered before.</summary>
    public Task ReplayAsync(RecordedAnswer answer) => SendAsync(answer.Status, answer.Body.Span);

    private async Task KeepAndSendAsync(IdempotentRequest request, RecordedAnswer answer)
    {
        await request.AnswerAsync(answer);
        await SendAsync(answer.Status, answer.Body.Span);
    }

    private Task SendAsync(int status, ReadOnlySpan<byte> body)
    {
        var response = Http.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (body.IsEmpty)
        {
            return Task.CompletedTask;
        }

        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        return FlushAsync(response);
    }

    /// <summary>Answers without a body.</summary>
    public Task AnswerEmptyAsync()
    {
        Http.Response.StatusCode = StatusCodes.Status204NoContent;
        Http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>Answers with an error.</summary>
    public Task RefuseAsync(SessionProblem problem) => Gr4vyErrors.WriteAsync(Http, problem);

    /// <summary>Answers with a part of a list, and where the parts around it are.</summary>
    public Task AnswerPageAsync<T>(PageRequest request, Page<T> page, Action<Utf8JsonWriter, T> write) =>
        AnswerAsync(
            StatusCodes.Status200OK,
            (List, request, page, write),
            static (writer, list) => PageBody.Write(writer, list.List, list.request, list.page, list.write)
        );

    private static async Task FlushAsync(HttpResponse response) => await response.BodyWriter.FlushAsync();
}
