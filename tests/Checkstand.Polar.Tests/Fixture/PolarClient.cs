using System.Text;

namespace Checkstand.Polar.Tests.Fixture;

/// <summary>Sends requests exactly as asked for: no cookies, no redirects, no headers of its own.</summary>
internal sealed class PolarClient(Uri address, string? token) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        }
    );

    public void Dispose() => http.Dispose();

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync("GET", path, null, headers);

    public Task<Answer> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync("POST", path, json, headers);

    public Task<Answer> PatchAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync("PATCH", path, json, headers);

    public Task<Answer> DeleteAsync(string path) => SendAsync("DELETE", path, null);

    /// <summary>Sends; no test expects a fault of the server's own.</summary>
    public async Task<Answer> SendAsync(
        string method,
        string path,
        string? json,
        params (string Name, string Value)[] headers
    )
    {
        // A path goes out as it was written, percent signs included.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(address.GetLeftPart(UriPartial.Authority) + path, asWritten)
        );
        if (token is not null && headers.All(header => header.Name != "Authorization"))
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        foreach (var (name, value) in headers.Where(header => header.Name != "Content-Type"))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), $"The header {name} can't be sent so.");
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            if (headers.FirstOrDefault(header => header.Name == "Content-Type").Value is { } type)
            {
                request.Content.Headers.Remove("Content-Type");
                Assert.True(request.Content.Headers.TryAddWithoutValidation("Content-Type", type));
            }
        }

        using var response = await http.SendAsync(request);
        var answered = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => (IReadOnlyList<string>)[.. header.Value]);
        var answer = new Answer((int)response.StatusCode, answered, await response.Content.ReadAsByteArrayAsync());
        Assert.True(answer.Status < 500, $"{method} {path}: {answer.Status} {answer.Text}");
        return answer;
    }
}
