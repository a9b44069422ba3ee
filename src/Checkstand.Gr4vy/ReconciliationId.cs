namespace Checkstand.Gr4vy;

/// <summary>
/// The shorter name that providers get for what has a UUID: its 128 bits as one number in base 62, digits before capitals
/// before small letters, without leading zeros. At most 22 characters; the contract's own example of a buyer comes out.
/// </summary>
public static class ReconciliationId
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int LengthMax = 22;

    /// <summary>The name of a UUID.</summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var rest = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        Span<char> text = stackalloc char[LengthMax];
        var start = LengthMax;
        do
        {
            (rest, var digit) = UInt128.DivRem(rest, 62);
            text[--start] = Digits[(int)digit];
        } while (rest != 0);
        return new string(text[start..]);
    }
}
