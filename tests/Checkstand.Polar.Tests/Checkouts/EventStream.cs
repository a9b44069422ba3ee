using System.Net.Http.Headers;
using System.Text.Json;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>A client that listens to a stream of events, as a browser does.</summary>
internal sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private EventStream(HttpClient http, HttpResponseMessage response, StreamReader reader)
    {
        this.http = http;
        this.response = response;
        this.reader = reader;
    }

    public int Status => (int)response.StatusCode;

    public HttpResponseHeaders Headers => response.Headers;

    public string? MediaType => response.Content.Headers.ContentType?.MediaType;

    /// <summary>Begins to listen.</summary>
    public static async Task<EventStream> OpenAsync(Uri address, string path)
    {
        var client = new HttpClient { BaseAddress = address };
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        return new EventStream(client, answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next line that is not empty; null at the end of the stream.</summary>
    public async Task<string?> LineAsync()
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync().WaitAsync(Patience);
        } while (line is "");
        return line;
    }

    /// <summary>The next event, as <c>key payload</c>.</summary>
    public async Task<string> NextAsync()
    {
        var line = await LineAsync();
        Assert.StartsWith("data: ", line, StringComparison.Ordinal);
        var told = JsonElement.Parse(line!["data: ".Length..]);
        Assert.Equal(["id", "key", "payload"], told.EnumerateObject().Select(property => property.Name));
        Assert.Equal(4, told.GetProperty("id").GetGuid().Version);
        return $"{told.GetProperty("key")} {told.GetProperty("payload").GetRawText()}";
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
        http.Dispose();
    }
}
