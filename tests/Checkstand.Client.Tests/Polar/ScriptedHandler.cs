using System.Net;
using System.Text;
using System.Text.Json;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Takes what a client sends, and answers what a test says: nothing goes over a network.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Queue<(int Status, string Body)> answers = new();
    private readonly HttpClient http;

    public ScriptedHandler(params string[] bodies)
    {
        foreach (var body in bodies)
        {
            answers.Enqueue((200, body));
        }

        http = new HttpClient(this, disposeHandler: false);
        Polar = new(
            new PolarClientOptions
            {
                BaseUrl = new Uri("http://localhost/prefix"),
                AccessToken = "polar_oat_test",
                HttpClient = http,
            }
        );
    }

    public PolarClient Polar { get; }

    /// <summary>Method, path and query of everything that was sent.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The bodies that were sent, as they were.</summary>
    public List<string?> Bodies { get; } = [];

    /// <summary>The tokens that were sent.</summary>
    public List<string?> Tokens { get; } = [];

    public void Answer(int status, string body) => answers.Enqueue((status, body));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Lines.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Bodies.Add(request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        Tokens.Add(request.Headers.Authorization?.ToString());
        var (status, body) = answers.Count > 0 ? answers.Dequeue() : (200, Page(0, 0));
        return new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }

    protected override void Dispose(bool disposing)
    {
        http.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A page of a list.</summary>
    public static string Page(int totalCount, int maxPage, params string[] items) =>
        $$$"""
            {"items":[{{{string.Join(
                ',',
                items
            )}}}],"pagination":{"total_count":{{{totalCount}}},"max_page":{{{maxPage}}}}}
            """;

    public static string Compact(string json) => JsonElement.Parse(json).GetRawText();
}
