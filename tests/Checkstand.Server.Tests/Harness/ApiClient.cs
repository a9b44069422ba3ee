using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Harness;

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(int Status, string Head, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException("The body is null.");

    /// <summary>The body; fails the test when the status is another.</summary>
    public JsonNode As(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Body}");
        return Json;
    }

    /// <summary>Asserts that this is an error in the vendor's envelope (contract gr4vy section 3.1).</summary>
    public void IsError(int status)
    {
        var error = As(status);
        Assert.Equal("error", error["type"]!.GetValue<string>());
        Assert.Equal(status, error["status"]!.GetValue<int>());
        Assert.NotEmpty(error["code"]!.GetValue<string>());
        Assert.NotEmpty(error["message"]!.GetValue<string>());
        Assert.IsType<JsonArray>(error["details"]);
        Assert.Contains("application/json", Head, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Calls the Gr4vy dialect of a running server.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(Uri address, string? token = null)
    {
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        Token = token;
    }

    public string? Token { get; set; }

    /// <summary>A client with the sandbox's own token.</summary>
    public static async Task<ApiClient> OfSandboxAsync(ServerProgram server)
    {
        var client = new ApiClient(server.Address);
        client.Token = (await client.SendAsync(HttpMethod.Get, "/dev/token")).Body;
        return client;
    }

    public Task<Answer> CreateAsync(string? body = null) => SendAsync(HttpMethod.Post, "/checkout/sessions", body);

    /// <summary>Opens a session.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenAsync(string? body = null) =>
        (await CreateAsync(body)).As(201)["id"]!.GetValue<string>();

    public Task<Answer> GetAsync(string id) => SendAsync(HttpMethod.Get, $"/checkout/sessions/{id}");

    public Task<Answer> UpdateAsync(string id, string body) =>
        SendAsync(HttpMethod.Put, $"/checkout/sessions/{id}", body);

    public Task<Answer> DeleteAsync(string id) => SendAsync(HttpMethod.Delete, $"/checkout/sessions/{id}");

    /// <summary>Puts a card on a session.</summary>
    public Task<Answer> PutCardAsync(string id, string number, string expiry = "12/35", string code = "123") =>
        PutFieldsAsync(id, CardBody(number, expiry, code));

    public Task<Answer> PutFieldsAsync(string id, string body) =>
        SendAsync(HttpMethod.Put, $"/checkout/sessions/{id}/fields", body, withToken: false);

    public static string CardBody(string number, string expiry, string code) =>
        $$"""
            {"payment_method":{"method":"card","number":"{{number}}","expiration_date":"{{expiry}}","security_code":"{{code}}"} }
            """;

    /// <summary>A card to be stored.</summary>
    public static string MethodBody(string number, string expiry, string code) =>
        $$"""{"method":"card","number":"{{number}}","expiration_date":"{{expiry}}","security_code":"{{code}}"}""";

    public Task<Answer> AdvanceClockAsync(TimeSpan by) =>
        SendAsync(HttpMethod.Post, "/dev/clock", $$"""{"advance_seconds":{{by.TotalSeconds}}}""");

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        string? body = null,
        bool withToken = true,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (withToken && Token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        try
        {
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            return new Answer((int)response.StatusCode, $"{response.Headers}{response.Content.Headers}", body);
        }
        catch (SocketException broken)
        {
            // The framework asks a new connection for its address, and does not translate the error of one that was
            // reset before that: here it is a broken request like any other.
            throw new HttpRequestException("The connection was reset as it was opened.", broken);
        }
    }

    public void Dispose() => http.Dispose();
}
