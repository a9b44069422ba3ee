using System.Text.Json;

namespace Checkstand.Gr4vy;

/// <summary>A list of what this server never has.</summary>
internal static class EmptyList
{
    /// <summary>Writes it, whatever it would be a list of.</summary>
    public static void Write<T>(Utf8JsonWriter writer, T of)
    {
        _ = of;
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
