using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>
/// The declared form of a JSON value. A dialect declares each of its objects once; the declaration checks requests
/// (every violation, with its pointer), normalises what it accepts, and is what the OpenAPI document is written from.
/// </summary>
public abstract record Shape
{
    /// <summary>
    /// Checks the value that <paramref name="reader"/> stands on and leaves the reader on the value's last token.
    /// What is accepted is copied to the check's output in normal form; what is not is reported to the check.
    /// </summary>
    internal abstract void Check(ref Utf8JsonReader reader, ShapeCheck check);
}
