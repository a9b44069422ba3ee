using System.Text.Json;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// An object of an answer, read without trust: whatever is missing, of another type or no text at all (a lone surrogate,
/// broken UTF-8) is absent. Nothing here throws.
/// </summary>
internal readonly struct StripeObject
{
    // Stripe's answers nest some ten deep.
    private const int DepthMax = 32;

    private readonly JsonElement element;

    private StripeObject(JsonElement element) => this.element = element;

    /// <summary>Whether there is an object.</summary>
    public bool IsPresent => element.ValueKind == JsonValueKind.Object;

    /// <summary>Reads one JSON object; absent when the bytes are anything else.</summary>
    public static StripeObject Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return new StripeObject(JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = DepthMax }));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A member that is text; null when it is not.</summary>
    public string? Text(string name) => TextOf(Member(name));

    /// <summary>A member that is a whole number; null when it is not.</summary>
    public long? Whole(string name) =>
        Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var value) ? value : null;

    /// <summary>A member that is true or false; null when it is neither.</summary>
    public bool? Flag(string name) =>
        Member(name).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>A member that is an object; absent when it is not.</summary>
    public StripeObject Object(string name) =>
        Member(name) is { ValueKind: JsonValueKind.Object } member ? new StripeObject(member) : default;

    /// <summary>The objects of a member that is an array; null when it is none, or when something else stands in it.</summary>
    public IReadOnlyList<StripeObject>? Items(string name) =>
        Member(name) is { ValueKind: JsonValueKind.Array } member
        && member.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? [.. member.EnumerateArray().Select(item => new StripeObject(item))]
            : null;

    /// <summary>The members that are text, such as metadata.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts()
    {
        if (!IsPresent)
        {
            return [];
        }

        var texts = new List<KeyValuePair<string, string>>();
        foreach (var member in element.EnumerateObject())
        {
            if (NameOf(member) is { } name && TextOf(member.Value) is { } text)
            {
                texts.Add(KeyValuePair.Create(name, text));
            }
        }

        return texts;
    }

    // The three below: System.Text.Json reports text that is no Unicode only when it is read, as an invalid operation.
    private JsonElement Member(string name)
    {
        try
        {
            return IsPresent && element.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
