using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Checkstand.Wire.Shapes;

/// <summary>
/// A body that was checked against an object's declaration: either its violations, or the normal form of each of its
/// top-level fields.
/// </summary>
public sealed class CheckedObject
{
    private readonly ObjectShape? shape;
    private readonly Slice[] slices;
    private readonly ReadOnlyMemory<byte> text;

    internal CheckedObject(
        ObjectShape? shape,
        Slice[] slices,
        ReadOnlyMemory<byte> text,
        IReadOnlyList<Violation> violations
    )
    {
        this.shape = shape;
        this.slices = slices;
        this.text = text;
        Violations = violations;
    }

    /// <summary>What is wrong; empty when the body is accepted. At most <see cref="Violation.ListedMax"/>.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>True when the body is accepted and its fields can be read.</summary>
    public bool IsAccepted => Violations.Count == 0;

    /// <summary>The object that was checked against: of a union, the one that the body is; null when it is none.</summary>
    public ObjectShape? Shape => shape;

    /// <summary>The normal form of a field; empty when the body does not mention it.</summary>
    /// <exception cref="KeyNotFoundException">The declaration has no such field.</exception>
    public ReadOnlyMemory<byte> this[string field]
    {
        get
        {
            var index = shape!.IndexOf(field);
            if (index < 0)
            {
                throw new KeyNotFoundException($"{shape.Name} declares no field '{field}'.");
            }

            return Slice(slices[index]);
        }
    }

    /// <summary>The normal form of the field at a place in the declaration; empty when the body does not mention it.</summary>
    public ReadOnlyMemory<byte> this[int index] => Slice(slices[index]);

    /// <summary>A body refused as a whole.</summary>
    public static CheckedObject Refused(string message, string type) =>
        new(null, [], default, [new Violation(ViolationLocation.Body, "", message, type)]);

    /// <summary>Overwrites the normal form: for bodies that held card data, once it has been taken out.</summary>
    public void Wipe() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(text).Span);

    /// <summary>Overwrites the normal form of one field, once its card data has been taken out.</summary>
    public void Wipe(string field) => CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(this[field]).Span);

    /// <summary>The same, its violations placed in the query string: a parameter's name instead of a pointer.</summary>
    internal CheckedObject InQuery() =>
        new(
            shape,
            slices,
            text,
            [
                .. Violations.Select(violation =>
                    violation with
                    {
                        Location = ViolationLocation.Query,
                        Pointer = violation.Pointer.TrimStart('/'),
                    }
                ),
            ]
        );

    private ReadOnlyMemory<byte> Slice(Slice slice) => text.Slice(slice.Start, slice.Length);
}

/// <summary>Where a field's normal form lies; length 0 when the body does not mention it.</summary>
internal readonly record struct Slice(int Start, int Length);
