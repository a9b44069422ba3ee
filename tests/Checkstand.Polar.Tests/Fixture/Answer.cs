using System.Text;
using System.Text.Json;

namespace Checkstand.Polar.Tests.Fixture;

/// <summary>What the server answered, read to its end.</summary>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>A header that must not appear twice; null when it is not there.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? Assert.Single(values) : null;

    /// <summary>A value of the body by its JSON pointer.</summary>
    public JsonElement At(string pointer)
    {
        var value = Json;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            value = value.ValueKind == JsonValueKind.Array ? value[int.Parse(step)] : value.GetProperty(step);
        }

        return value;
    }

    /// <summary>Text of a value of the body; null for JSON null.</summary>
    public string? TextAt(string pointer) => At(pointer).GetString();

    public long NumberAt(string pointer) => At(pointer).GetInt64();

    public bool IsNullAt(string pointer) => At(pointer).ValueKind == JsonValueKind.Null;

    /// <summary>The places that a 422 complains about, each as <c>body.products.0: type</c>, in its order.</summary>
    public IReadOnlyList<string> Complaints =>
        [
            .. At("/detail")
                .EnumerateArray()
                .Select(problem =>
                    $"{string.Join('.', problem.GetProperty("loc").EnumerateArray())}: {problem.GetProperty("type")}"
                ),
        ];

    /// <summary>This answer, after a look at its status.</summary>
    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }

    /// <summary>This answer, after a look at its status and the name of its error.</summary>
    public Answer ExpectError(int status, string error)
    {
        Expect(status);
        Assert.Equal(error, TextAt("/error"));
        return this;
    }
}
