using Checkstand.Polar.Shapes;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

/// <summary>The versions of the API that clients may ask for; checkouts are the same in all (contract section 1.3).</summary>
internal static class PolarVersion
{
    public const string Header = "Polar-Version";
    private const string Current = "2026-04";

    private static readonly string[] Known = [Current, "2026-10", "2027-01"];

    /// <summary>The versions, for the OpenAPI document.</summary>
    public static readonly TextShape Shape = Forms.OneOf("PolarVersion", Known);

    /// <summary>The version that a request asks for; null when there is no such version.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[Header] switch
        {
            [] => Current,
            [{ } asked] when Known.Contains(asked) => asked,
            _ => null,
        };
}
