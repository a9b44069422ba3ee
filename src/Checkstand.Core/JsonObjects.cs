using System.Text.Json;

namespace Checkstand.Core;

/// <summary>JSON objects that are carried, laid over each other.</summary>
internal static class JsonObjects
{
    /// <summary>The members of both; where both have one, that of the upper.</summary>
    public static JsonText Merge(JsonText lower, JsonText upper)
    {
        if (!upper.HasValue)
        {
            return lower;
        }

        if (!lower.HasValue)
        {
            return upper;
        }

        using var below = JsonDocument.Parse(lower.Utf8);
        using var above = JsonDocument.Parse(upper.Utf8);
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var member in below.RootElement.EnumerateObject())
            {
                if (!above.RootElement.TryGetProperty(member.Name, out _))
                {
                    member.WriteTo(writer);
                }
            }

            foreach (var member in above.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return new JsonText(text.ToArray());
    }
}
