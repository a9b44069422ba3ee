using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>How this dialect's bodies are written and read, made when the client is compiled.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(OptionalConverter<string>)]
)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class PolarJsonContext : JsonSerializerContext;
