using System.Diagnostics;
using System.Text.Json;
using Checkstand.Core.Webhooks;
using Checkstand.Wire;

namespace Checkstand.Polar.Webhooks;

/// <summary>How a webhook endpoint looks in answers, its secret in clear: whoever may read it must be able to verify.</summary>
internal static class WebhookEndpointBody
{
    /// <summary>Writes an endpoint with its opened secret.</summary>
    public static void Write(Utf8JsonWriter writer, (WebhookEndpoint Endpoint, string Secret) opened)
    {
        var (endpoint, secret) = opened;
        writer.WriteStartObject();
        writer.WriteInstant("created_at", endpoint.CreatedAt);
        writer.WriteInstant("modified_at", endpoint.ModifiedAt);
        writer.WriteString("id"u8, endpoint.Id);
        writer.WriteString("url"u8, endpoint.Url);
        writer.WriteString("name"u8, endpoint.Name);
        writer.WriteString("format"u8, WordOf(endpoint.Format));
        writer.WriteString("secret"u8, secret);
        writer.WriteString("organization_id"u8, endpoint.OrganizationId.Value);
        writer.WriteStartArray("events"u8);
        foreach (var name in endpoint.Events)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("enabled"u8, endpoint.IsEnabled);
        writer.WriteEndObject();
    }

    /// <summary>Answers with an endpoint, or that there is none.</summary>
    public static Task AnswerAsync(Call call, WebhookEndpoint? endpoint, int status) =>
        endpoint is null
            ? PolarErrors.WriteNotFoundAsync(call.Http)
            : call.AnswerAsync((endpoint, call.Services.Webhooks.SecretOf(endpoint)), Write, status);

    /// <summary>The word for a format.</summary>
    public static string WordOf(WebhookFormat format) =>
        format switch
        {
            WebhookFormat.Raw => "raw",
            WebhookFormat.Discord => "discord",
            WebhookFormat.Slack => "slack",
            _ => throw new UnreachableException($"No word is defined for {format}."),
        };

    /// <summary>The format of a word.</summary>
    public static WebhookFormat FormatOf(string word) =>
        word switch
        {
            "raw" => WebhookFormat.Raw,
            "discord" => WebhookFormat.Discord,
            "slack" => WebhookFormat.Slack,
            _ => throw new UnreachableException($"No format is called {word}."),
        };
}
