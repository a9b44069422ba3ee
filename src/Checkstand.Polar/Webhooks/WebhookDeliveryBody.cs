using System.Text.Json;
using Checkstand.Core.Webhooks;
using Checkstand.Wire;

namespace Checkstand.Polar.Webhooks;

/// <summary>How a try to deliver an event looks in answers, with the event.</summary>
internal static class WebhookDeliveryBody
{
    public static void Write(Utf8JsonWriter writer, ListedDelivery listed)
    {
        var (delivery, told) = listed;
        writer.WriteStartObject();
        writer.WriteInstant("created_at", delivery.At);
        writer.WriteNull("modified_at"u8);
        writer.WriteString("id"u8, delivery.Id);
        writer.WriteBoolean("succeeded"u8, delivery.Outcome.Succeeded);
        WriteCode(writer, "http_code", delivery.Outcome.HttpCode);
        writer.WriteString("response"u8, delivery.Outcome.Response);
        writer.WriteStartObject("webhook_event"u8);
        writer.WriteInstant("created_at", told.CreatedAt);
        writer.WriteInstant("modified_at", told.ModifiedAt);
        writer.WriteString("id"u8, told.Id);
        WriteCode(writer, "last_http_code", told.LastHttpCode);
        writer.WritePropertyName("succeeded"u8);
        if (told.Succeeded is { } succeeded)
        {
            writer.WriteBooleanValue(succeeded);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteBoolean("skipped"u8, told.IsSkipped);
        writer.WritePropertyName("payload"u8);
        if (told.Payload is { } payload)
        {
            writer.WriteStringValue(payload.Span);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteString("type"u8, EventNames.Of(told.Type));
        writer.WriteBoolean("is_archived"u8, told.Payload is null);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteCode(Utf8JsonWriter writer, string name, int? code)
    {
        if (code is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
