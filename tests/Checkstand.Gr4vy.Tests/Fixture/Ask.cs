using System.Text;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>A request. What is not set is not sent.</summary>
internal sealed record Ask(string Method, string Path)
{
    /// <summary>Whole value of the Authorization header.</summary>
    public string? Authorization { get; init; }

    /// <summary>Value of <c>x-gr4vy-merchant-account-id</c>.</summary>
    public string? Merchant { get; init; }

    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Whether the body goes out in chunks, without its length.</summary>
    public bool IsChunked { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The same with a JSON body.</summary>
    public Ask Json(string json) => this with { Body = Encoding.UTF8.GetBytes(json), ContentType = "application/json" };

    public Ask Header(string name, string value) => this with { Headers = [.. Headers, (name, value)] };
}
