using System.Buffers.Binary;

namespace Checkstand.Gr4vy;

/// <summary>The short form of an id that appears on statements and in reports: base62 of the UUID (contract section 6.3).</summary>
internal static class ReconciliationId
{
    // 62 to the power of 22 is the first beyond 128 bits.
    private const int Length = 22;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>22 characters, the most significant digit first.</summary>
    public static string Of(Guid id) =>
        string.Create(
            Length,
            id,
            static (text, id) =>
            {
                Span<byte> bytes = stackalloc byte[16];
                id.TryWriteBytes(bytes, bigEndian: true, out _);
                var rest = BinaryPrimitives.ReadUInt128BigEndian(bytes);
                for (var i = Length - 1; i >= 0; i--)
                {
                    (rest, var digit) = UInt128.DivRem(rest, 62);
                    text[i] = Digits[(int)digit];
                }
            }
        );
}
