using System.Buffers;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

/// <summary>One call of an operation, past authentication and validation.</summary>
/// <param name="Http">The request and its answer.</param>
/// <param name="Services">The verbs.</param>
/// <param name="Token">Who calls; null when nobody said.</param>
/// <param name="Ids">The path's parameters that are ids.</param>
/// <param name="Query">The query string, checked; null when the operation reads none.</param>
/// <param name="Body">The body, checked; null when the operation reads none.</param>
internal sealed record Call(
    HttpContext Http,
    PolarServices Services,
    AccessToken? Token,
    IReadOnlyDictionary<string, Guid> Ids,
    CheckedObject? Query,
    CheckedObject? Body
)
{
    /// <summary>The organization that the caller acts for; only where a token is needed.</summary>
    public OrganizationId Organization => Token!.OrganizationId;

    /// <summary>The id in the path of an item.</summary>
    public Guid Id => Ids["id"];

    /// <summary>A path's parameter that is text.</summary>
    public string PathText(string name) => PathSegment.Text(Http, name);

    /// <summary>The time.</summary>
    public DateTimeOffset Now => Services.Clock.GetUtcNow();

    /// <summary>Ends the work when the client has gone.</summary>
    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>The start of every address in answers, without a slash at its end.</summary>
    public string BaseUrl => Services.Options.PublicUrl ?? $"{Http.Request.Scheme}://{Http.Request.Host}";

    /// <summary>Answers with a body.</summary>
    public Task AnswerAsync<T>(T value, Action<Utf8JsonWriter, T> write, int status = StatusCodes.Status200OK)
    {
        var body = AnswerBuffer.Write(value, write);
        var response = Http.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        return FlushAsync(response);
    }

    /// <summary>Answers with a part of a list and how long the list is.</summary>
    public Task AnswerPageAsync<T>(NumberedPage<T> page, Action<Utf8JsonWriter, T> write) =>
        AnswerAsync(
            (page, write, Paging.Read(Query!).Size),
            static (writer, list) => Paging.Write(writer, list.page, list.Size, list.write)
        );

    /// <summary>Answers without a body.</summary>
    public Task AnswerEmptyAsync()
    {
        Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task FlushAsync(HttpResponse response) => await response.BodyWriter.FlushAsync();
}
