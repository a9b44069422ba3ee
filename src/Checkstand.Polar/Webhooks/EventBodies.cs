using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkstand.Core.Products;
using Checkstand.Core.Webhooks;
using Checkstand.Polar.Organizations;
using Checkstand.Polar.Products;
using Checkstand.Wire;

namespace Checkstand.Polar.Webhooks;

/// <summary>
/// Writes events as this dialect tells them: <c>{type, timestamp, data}</c>, the data as a token's owner sees the thing,
/// or a sentence for a channel of people.
/// </summary>
public sealed class EventBodies(ProductCatalogue products) : IEventBodies
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public async ValueTask<byte[]> WriteAsync(
        DomainEvent happened,
        DateTimeOffset at,
        WebhookFormat format,
        CancellationToken cancellation
    )
    {
        if (format != WebhookFormat.Raw)
        {
            return ToBytes(writer => ChatMessage.Write(writer, format, happened));
        }

        var data = await DataAsync(happened.Subject, cancellation);
        return ToBytes(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, EventNames.Of(happened.Type));
            writer.WriteInstant("timestamp", at);
            writer.WritePropertyName("data"u8);
            data(writer);
            writer.WriteEndObject();
        });
    }

    // Looks up what the subject names, and says how it is written with that.
    private async ValueTask<Action<Utf8JsonWriter>> DataAsync(EventSubject subject, CancellationToken cancellation)
    {
        switch (subject)
        {
            case EventSubject.OfProduct(var product):
                var fields = await products.FieldsOfAsync(product.OrganizationId, [product], cancellation);
                return writer => ProductBody.Write(writer, product, fields);
            case EventSubject.OfOrganization(var organization):
                return writer => OrganizationBody.Write(writer, organization);
            default:
                throw new UnreachableException($"No data are defined for {subject.GetType().Name}.");
        }
    }

    private static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, Compact))
        {
            write(writer);
        }

        return body.ToArray();
    }
}
