using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>What a whole body can be declared as: an object, or one of several.</summary>
public abstract record BodyShape : Shape
{
    /// <summary>Checks a whole body against this declaration.</summary>
    public CheckedObject CheckBody(ReadOnlySpan<byte> body) => ShapeCheck.Run(this, body);

    /// <summary>As <see cref="Shape.Check"/>, and says which object it was and where its fields lie in the output.</summary>
    internal abstract (ObjectShape? Shape, Slice[] Slices) CheckRoot(ref Utf8JsonReader reader, ShapeCheck check);
}
