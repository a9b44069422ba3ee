using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;

namespace Checkstand.Storage;

/// <summary>Typed ids in stored documents are their UUID.</summary>
internal sealed class OrganizationIdConverter : JsonConverter<OrganizationId>
{
    /// <inheritdoc/>
    public override OrganizationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OrganizationId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>As <see cref="OrganizationIdConverter"/>.</summary>
internal sealed class CheckoutIdConverter : JsonConverter<CheckoutId>
{
    /// <inheritdoc/>
    public override CheckoutId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CheckoutId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>As <see cref="OrganizationIdConverter"/>.</summary>
internal sealed class PaymentIdConverter : JsonConverter<PaymentId>
{
    /// <inheritdoc/>
    public override PaymentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PaymentId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
