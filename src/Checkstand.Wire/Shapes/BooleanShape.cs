using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>JSON <c>true</c> or <c>false</c>; no number or string stands in for them.</summary>
public sealed record BooleanShape : Shape
{
    internal override void Check(ref Utf8JsonReader reader, ShapeCheck check)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
        {
            reader.Skip();
            check.Refuse("Input should be a valid boolean.", "bool_type");
            return;
        }

        check.Writer.WriteBooleanValue(reader.GetBoolean());
    }
}
