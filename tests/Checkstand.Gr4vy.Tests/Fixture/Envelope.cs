using System.Text.Json;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>The one shape of every error answer (contract section 3.1).</summary>
internal static class Envelope
{
    public const string ValidationMessage = "Request failed validation";

    private static readonly string[] Locations = ["query", "body", "path", "header", "unknown"];

    /// <summary>Holds an answer to the shape.</summary>
    /// <returns>Its details.</returns>
    public static IReadOnlyList<Detail> Check(Answer answer, int status)
    {
        answer.Expect(status);
        Assert.Equal("application/json", answer.Header("content-type"));
        Assert.Equal(answer.Body.Length.ToString(), answer.Header("content-length"));
        Assert.Equal("no-store", answer.Header("cache-control"));
        var error = answer.Json;
        string[] resource = status == 409 ? ["resource_id"] : [];
        Assert.Equal(
            ["type", "code", "status", "message", "details", .. resource],
            error.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Equal(status, error.GetProperty("status").GetInt32());
        Assert.Matches("^[a-z_]+$", error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("message").GetString());
        Assert.Equal(JsonValueKind.Array, error.GetProperty("details").ValueKind);
        if (CodeOf(status) is { } code)
        {
            Assert.Equal(code, error.GetProperty("code").GetString());
        }

        if (status == 401)
        {
            Assert.StartsWith("Bearer", answer.Header("www-authenticate"), StringComparison.Ordinal);
            Assert.Equal("No valid API authentication found", error.GetProperty("message").GetString());
        }
        else
        {
            Assert.Null(answer.Header("www-authenticate"));
        }

        return [.. error.GetProperty("details").EnumerateArray().Select(ReadDetail)];
    }

    /// <summary>Holds an answer to be a 400 with nothing but the given violation.</summary>
    public static void CheckViolation(Answer answer, string location, string pointer, string? type = null)
    {
        var detail = Assert.Single(CheckValidation(answer));
        Assert.Equal((location, pointer), (detail.Location, detail.Pointer));
        if (type is not null)
        {
            Assert.Equal(type, detail.Type);
        }
    }

    /// <summary>Holds an answer to be a 400 that lists violations.</summary>
    public static IReadOnlyList<Detail> CheckValidation(Answer answer)
    {
        var details = Check(answer, 400);
        Assert.Equal(ValidationMessage, answer.TextAt("/message"));
        Assert.NotEmpty(details);
        return details;
    }

    private static Detail ReadDetail(JsonElement detail)
    {
        Assert.Equal(["location", "pointer", "message", "type"], detail.EnumerateObject().Select(p => p.Name));
        var read = new Detail(Text("location"), Text("pointer"), Text("message"), Text("type"));
        Assert.Contains(read.Location, Locations);
        Assert.NotEqual("", read.Message);
        Assert.Matches("^[a-z_.]+$", read.Type);
        return read;

        string Text(string name) => detail.GetProperty(name).GetString()!;
    }

    private static string? CodeOf(int status) =>
        status switch
        {
            400 => "bad_request",
            401 => "unauthorized",
            403 => "forbidden",
            404 => "not_found",
            405 => "method_not_allowed",
            409 => "duplicate_record",
            _ => null,
        };
}

internal sealed record Detail(string Location, string Pointer, string Message, string Type);
