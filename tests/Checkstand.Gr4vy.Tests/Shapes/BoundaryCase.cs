using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkstand.Gr4vy.Tests.Shapes;

/// <summary>One field of the vendor's schemas with one value, in the smallest body that is valid around it.</summary>
/// <param name="Place">Where the object stands that the field belongs to.</param>
/// <param name="Field">The field.</param>
/// <param name="What">What is tried.</param>
/// <param name="Value">JSON text of the field; null to leave it out.</param>
/// <param name="RefusedAt">JSON pointer that the answer must give; null when the value must be accepted.</param>
/// <param name="RefusedAs">Kind of the violation; null when the contract leaves it open.</param>
internal sealed record BoundaryCase(
    Placement Place,
    VendorField Field,
    string What,
    string? Value,
    string? RefusedAt,
    string? RefusedAs
)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Names the case within its suite.</summary>
    public string Name => $"{Place.OperationId} {Place.Pointer} {Field}: {What}";

    public string Body
    {
        get
        {
            var target = Placement.Minimal(Place.Schema);
            var (name, wrap) = Field.Name switch
            {
                [.. var array, '[', ']'] => (array, (Func<JsonNode?, JsonNode?>)(item => new JsonArray(item))),
                [.. var map, '{', '}'] => (map, value => new JsonObject { ["k"] = value }),
                var plain => (plain, value => value),
            };
            target.Remove(name);
            if (Value is null)
            {
                return Place.Around(target).ToJsonString();
            }

            // The value goes in as text: some of what must be refused is nothing that a JSON library would write.
            target[name] = wrap("<value>");
            return Place.Around(target).ToJsonString(Plain).Replace("\"<value>\"", Value, StringComparison.Ordinal);
        }
    }
}
