using System.Text;
using Checkstand.Client.Polar;
using Checkstand.Client.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Checkstand.Client.Tests.Examples;

/// <summary>A receiver of webhooks, as docs/client/README.md shows it.</summary>
public sealed class WebhookExamples
{
    [Fact]
    public async Task A_receiver_believes_what_is_signed()
    {
        const string secret = "polar_whs_of_the_example";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");

        // example: client-webhooks
        var verifier = WebhookVerifier.Polar(secret);

        app.MapPost(
            "/webhooks",
            async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                try
                {
                    var payload = WebhookPayload.Read(verifier, body.ToArray(), name => request.Headers[name]);
                    if (payload is OrderWebhookPayload { Type.Value: "order.paid" } paid)
                    {
                        Console.WriteLine($"{paid.Data.Id} is paid.");
                    }

                    return Results.Ok();
                }
                catch (WebhookVerificationException error)
                {
                    return Results.BadRequest(error.Problem.ToString());
                }
            }
        );
        // end

        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal((200, ""), await SendAsync(http, secret));
        Assert.Equal((400, "\"WrongSignature\""), await SendAsync(http, "another"));
    }

    private static async Task<(int, string)> SendAsync(HttpClient http, string secret)
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signature = System.Security.Cryptography.HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret),
            Encoding.UTF8.GetBytes($"evt_1.{at}.{{\"type\":\"benefit.created\"}}")
        );
        using var content = new StringContent("""{"type":"benefit.created"}""");
        content.Headers.Add("webhook-id", "evt_1");
        content.Headers.Add("webhook-timestamp", $"{at}");
        content.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        using var answer = await http.PostAsync(new Uri("/webhooks", UriKind.Relative), content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
