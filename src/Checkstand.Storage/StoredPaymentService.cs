using System.Text.Json;
using System.Text.Json.Serialization;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Services;

namespace Checkstand.Storage;

/// <summary>
/// A payment service's document: all but its id, owner and instants, as one JSON object. The names are part of the
/// stored format. A reader refuses members that it does not know.
/// </summary>
public static class StoredPaymentService
{
    /// <summary>Writes a document.</summary>
    public static byte[] Write(PaymentService service) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Document
            {
                DefinitionId = service.DefinitionId,
                DisplayName = service.DisplayName,
                Position = service.Position,
                AcceptedCurrencies = [.. service.AcceptedCurrencies],
                AcceptedCountries = [.. service.AcceptedCountries],
                IsActive = service.IsActive,
                Fields = new Dictionary<string, string>(service.Fields, StringComparer.Ordinal),
                ThreeDSecure = service.Switches.ThreeDSecure,
                Tokenization = service.Switches.Tokenization,
                NetworkTokens = service.Switches.NetworkTokens,
                OpenLoop = service.Switches.OpenLoop,
                SettlementReporting = service.Switches.SettlementReporting,
                IsDeleted = service.IsDeleted,
            },
            StoredPaymentServiceJson.Default.Document
        );

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The document is not of this format, or of a newer one.</exception>
    public static PaymentService Read(
        byte[] document,
        Guid id,
        MerchantAccountId merchant,
        DateTimeOffset createdAt,
        DateTimeOffset updatedAt
    )
    {
        var stored = JsonSerializer.Deserialize(document, StoredPaymentServiceJson.Default.Document)!;
        return new PaymentService
        {
            Id = id,
            MerchantAccountId = merchant,
            DefinitionId = stored.DefinitionId,
            DisplayName = stored.DisplayName,
            Position = stored.Position,
            AcceptedCurrencies = stored.AcceptedCurrencies,
            AcceptedCountries = stored.AcceptedCountries,
            IsActive = stored.IsActive,
            Fields = stored.Fields,
            Switches = new PaymentServiceSwitches(
                stored.ThreeDSecure,
                stored.Tokenization,
                stored.NetworkTokens,
                stored.OpenLoop,
                stored.SettlementReporting
            ),
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            IsDeleted = stored.IsDeleted,
        };
    }

    internal sealed record Document
    {
        public required string DefinitionId { get; init; }
        public required string DisplayName { get; init; }
        public required long Position { get; init; }
        public required List<string> AcceptedCurrencies { get; init; }
        public required List<string> AcceptedCountries { get; init; }
        public required bool IsActive { get; init; }
        public required Dictionary<string, string> Fields { get; init; }
        public required bool ThreeDSecure { get; init; }
        public required bool Tokenization { get; init; }
        public required bool NetworkTokens { get; init; }
        public required bool OpenLoop { get; init; }
        public required bool SettlementReporting { get; init; }
        public required bool IsDeleted { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(StoredPaymentService.Document))]
internal sealed partial class StoredPaymentServiceJson : JsonSerializerContext;
