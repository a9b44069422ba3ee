using System.Text;
using Checkstand.Wire.Shapes;
using Xunit;

namespace Checkstand.Wire.Tests.Shapes;

/// <summary>Checks one value, as the only field of a body, and says what became of it.</summary>
internal static class Checked
{
    public static CheckedObject Check(this ObjectShape shape, string json) =>
        shape.CheckBody(Encoding.UTF8.GetBytes(json));

    /// <summary>The normal form of a value that must be accepted.</summary>
    public static string Accepted(Shape shape, string json)
    {
        var body = Around(shape).Check($$"""{"value":{{json}}}""");
        Assert.True(body.IsAccepted, $"{json} was refused: {string.Join(", ", body.Violations)}");
        return Encoding.UTF8.GetString(body["value"].Span);
    }

    /// <summary>What is wrong with a value that must be refused for one reason.</summary>
    public static Violation Refused(Shape shape, string json)
    {
        var violation = Assert.Single(Around(shape).Check($$"""{"value":{{json}}}""").Violations);
        Assert.Equal(ViolationLocation.Body, violation.Location);
        return violation;
    }

    /// <summary>Holds that a value is refused at its own place for the given reason.</summary>
    public static void AssertRefused(Shape shape, string json, string type)
    {
        var violation = Refused(shape, json);
        Assert.Equal(("/value", type), (violation.Pointer, violation.Type));
    }

    /// <summary>Each violation as "pointer type".</summary>
    public static IEnumerable<string> Listed(this CheckedObject body) =>
        body.Violations.Select(violation => $"{violation.Pointer} {violation.Type}");

    private static ObjectShape Around(Shape shape) => new("Body", new Field("value", shape) { IsNullable = false });
}
