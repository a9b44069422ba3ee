namespace Checkstand.Core;

/// <summary>
/// A refusal that names the place in the request and why: a rule of business, found after the form was in order. Several
/// are answered together.
/// </summary>
/// <param name="Path">The names and indexes that lead to it from the body, such as <c>["products", 0]</c>; text or int.</param>
/// <param name="Message">A sentence for people. Never the value.</param>
/// <param name="Type">A word for programs, such as <c>value_error</c> or <c>missing</c>.</param>
public sealed record FieldProblem(IReadOnlyList<object> Path, string Message, string Type = "value_error")
{
    /// <summary>A refusal of one top-level field.</summary>
    public static FieldProblem Of(string field, string message, string type = "value_error") =>
        new([field], message, type);
}
