using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Discounts;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage;

/// <summary>The stored document of what an event is about. Its names are part of the stored format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [
        typeof(JsonTextConverter),
        typeof(OrganizationIdConverter),
        typeof(CheckoutIdConverter),
        typeof(PaymentIdConverter),
    ]
)]
[JsonSerializable(typeof(EventSubject))]
[JsonSerializable(typeof(Reduction.Fixed), TypeInfoPropertyName = "FixedReduction")]
internal sealed partial class EventSubjectDocument : JsonSerializerContext
{
    /// <summary>Writes the document.</summary>
    public static byte[] Write(EventSubject subject) =>
        JsonSerializer.SerializeToUtf8Bytes(subject, Default.EventSubject);

    /// <summary>Reads the document.</summary>
    public static EventSubject Read(byte[] document) => JsonSerializer.Deserialize(document, Default.EventSubject)!;
}
