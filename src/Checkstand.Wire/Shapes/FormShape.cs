using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>Text of a form that has a normal form, such as an address of a page, a mailbox or a host.</summary>
/// <param name="Format">The form's name in the OpenAPI document, such as <c>uri</c>.</param>
/// <param name="Normalize">The normal form of a text; null when the text has not this form.</param>
/// <param name="Message">What is said then; never the text.</param>
/// <param name="Type">A word for programs.</param>
public sealed record FormShape(string Format, Func<string, string?> Normalize, string Message, string Type) : Shape
{
    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            check.Refuse("Input should be a valid string.", "string_type");
        }
        else if (!SentText.TryRead(ref reader, out var text) || text.Contains('\0', StringComparison.Ordinal))
        {
            check.Refuse("Input should be valid Unicode without NUL characters.", "string_unicode");
        }
        else if (Normalize(text) is not { } normal)
        {
            check.Refuse(Message, Type);
        }
        else
        {
            check.Writer.WriteStringValue(normal);
        }
    }
}
