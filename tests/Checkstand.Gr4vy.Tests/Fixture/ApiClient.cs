using System.Net.Http.Headers;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Sends requests exactly as asked for: no cookies, no redirects, no headers of its own.</summary>
internal sealed class ApiClient : IDisposable
{
    public const string Sessions = "/checkout/sessions";
    public const string MerchantHeader = "x-gr4vy-merchant-account-id";

    /// <summary>Well formed, and no session's.</summary>
    public const string UnknownId = "01941f29-7c00-7aaa-8aaa-0123456789ab";

    private readonly Uri address;
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        }
    );

    public ApiClient(Uri address, TokenMint tokens)
    {
        this.address = address;
        Authorization = tokens.Bearer();
    }

    /// <summary>An Authorization header that grants everything.</summary>
    public string Authorization { get; }

    public static string PathOf(string sessionId) => $"{Sessions}/{sessionId}";

    public static string FieldsOf(string sessionId) => $"{Sessions}/{sessionId}/fields";

    public void Dispose() => http.Dispose();

    /// <summary>Opens a session.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenAsync(string json = "{}", string? merchant = null) =>
        (await CreateAsync(json, merchant)).Expect(201).TextAt("/id")!;

    public Task<Answer> CreateAsync(string json, string? merchant = null) =>
        SendAsync(Backend("POST", Sessions, merchant).Json(json));

    public Task<Answer> GetAsync(string sessionId, string? merchant = null) =>
        SendAsync(Backend("GET", PathOf(sessionId), merchant));

    public Task<Answer> UpdateAsync(string sessionId, string json, string? merchant = null) =>
        SendAsync(Backend("PUT", PathOf(sessionId), merchant).Json(json));

    public Task<Answer> DeleteAsync(string sessionId, string? merchant = null) =>
        SendAsync(Backend("DELETE", PathOf(sessionId), merchant));

    /// <summary>Puts secure fields on a session as a browser does: without a token.</summary>
    public Task<Answer> PutFieldsAsync(string sessionId, string json) =>
        SendAsync(new Ask("PUT", FieldsOf(sessionId)).Json(json));

    /// <summary>A request with a token of every scope.</summary>
    public Ask Backend(string method, string path, string? merchant = null) =>
        new(method, path) { Authorization = Authorization, Merchant = merchant };

    /// <summary>Sends; hardly a test of this suite expects a fault of the server's own.</summary>
    public async Task<Answer> SendAsync(Ask ask)
    {
        var answer = await SendAnyAsync(ask);
        Assert.True(answer.Status < 500, $"{ask.Method} {ask.Path}: {answer.Status} {answer.Text}");
        return answer;
    }

    /// <summary>As <see cref="SendAsync"/>, for the tests in which the server may say that it can't.</summary>
    public async Task<Answer> SendAnyAsync(Ask ask)
    {
        using var request = Write(ask);
        using var response = await http.SendAsync(request);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => (IReadOnlyList<string>)[.. header.Value]);
        return new Answer((int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    private HttpRequestMessage Write(Ask ask)
    {
        // A path goes out as it was written, dots and percent signs included.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(
            new HttpMethod(ask.Method),
            new Uri(address.GetLeftPart(UriPartial.Authority) + ask.Path, asWritten)
        );
        Add(request.Headers, "authorization", ask.Authorization);
        Add(request.Headers, MerchantHeader, ask.Merchant);
        foreach (var (name, value) in ask.Headers)
        {
            Add(request.Headers, name, value);
        }

        if (ask.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            Add(request.Content.Headers, "content-type", ask.ContentType);
        }

        request.Headers.TransferEncodingChunked = ask.IsChunked ? true : null;
        return request;
    }

    private static void Add(HttpHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            Assert.True(headers.TryAddWithoutValidation(name, value), $"The header {name} can't be sent so.");
        }
    }
}
