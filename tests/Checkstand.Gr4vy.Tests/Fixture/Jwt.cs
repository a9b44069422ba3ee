using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>A token in its three parts, each of which a test may replace: text, coding and signature.</summary>
internal sealed record Jwt
{
    /// <summary>JSON text of the header.</summary>
    public required string Header { get; init; }

    /// <summary>JSON text of the claims.</summary>
    public required string Claims { get; init; }

    /// <summary>Signs the first two parts as they stand in the token.</summary>
    public required Func<byte[], byte[]> Sign { get; init; }

    public Func<string, string> HeaderCoding { get; init; } = Encode;

    public Func<string, string> ClaimsCoding { get; init; } = Encode;

    public Func<byte[], string> SignatureCoding { get; init; } = bytes => Base64Url.EncodeToString(bytes);

    /// <summary>The same with one member of the header replaced by JSON text, or taken away.</summary>
    public Jwt WithHeader(string name, string? json) => this with { Header = Replace(Header, name, json) };

    /// <summary>The same with one claim replaced by JSON text, or taken away.</summary>
    public Jwt WithClaim(string name, string? json) => this with { Claims = Replace(Claims, name, json) };

    /// <summary>The same with JSON text written before the first claim, whatever that makes of it.</summary>
    public Jwt WithClaimInFront(string member) => this with { Claims = "{" + member + "," + Claims[1..] };

    public Jwt WithHeaderInFront(string member) => this with { Header = "{" + member + "," + Header[1..] };

    public string Bearer => $"Bearer {this}";

    public override string ToString()
    {
        var signed = $"{HeaderCoding(Header)}.{ClaimsCoding(Claims)}";
        return $"{signed}.{SignatureCoding(Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Replace(string json, string name, string? value)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        node.Remove(name);
        if (value is not null)
        {
            node[name] = JsonNode.Parse(value);
        }

        return node.ToJsonString();
    }
}
