using System.Buffers;
using System.Text;

namespace Checkstand.Page;

/// <summary>
/// The fields of a sent form. Read by hand because the framework would make text of the card, which can't be wiped.
/// </summary>
internal sealed class PageForm : IDisposable
{
    // The page has some 30 fields of its own and one for each custom field.
    private const int FieldsMax = 200;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<string> fieldsWithCard = [];

    private PageForm() { }

    /// <summary>What was typed into the card's fields.</summary>
    public TypedCard Card { get; } = new();

    /// <summary>
    /// The fields, other than the card's, that somebody typed a card's number into. The form has none of them: they change
    /// nothing and are not shown again.
    /// </summary>
    public IReadOnlyList<string> FieldsWithCard => fieldsWithCard;

    /// <summary>What was typed into a field, without spaces around it; null when the form did not have it. Of a field that came twice, the last.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Whether the form had a field.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Reads a body of <c>application/x-www-form-urlencoded</c>; null when it has more fields than the page.</summary>
    public static PageForm? Parse(ReadOnlySpan<byte> body)
    {
        var form = new PageForm();
        var fields = 0;
        foreach (var range in body.Split((byte)'&'))
        {
            var field = body[range];
            if (field.IsEmpty)
            {
                continue;
            }

            if (++fields > FieldsMax)
            {
                form.Dispose();
                return null;
            }

            var equals = field.IndexOf((byte)'=');
            form.Add(equals < 0 ? field : field[..equals], equals < 0 ? [] : field[(equals + 1)..]);
        }

        return form;
    }

    /// <summary>Takes a field out, as if the form had not had it.</summary>
    public void Forget(string name) => values.Remove(name);

    public void Dispose() => Card.Dispose();

    private void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var longer = Math.Max(name.Length, value.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(longer);
        try
        {
            var field = Encoding.UTF8.GetString(Decode(name, buffer));
            var decoded = Decode(value, buffer);
            if (TypedCard.IsFieldOf(field))
            {
                Card.Take(field, decoded);
            }
            else if (StrayCard.IsIn(decoded, isTaxId: field == PageFields.TaxId))
            {
                fieldsWithCard.Add(field);
            }
            else
            {
                // A NUL can't be typed, and no store takes it.
                values[field] = Encoding.UTF8.GetString(decoded).Replace("\0", "", StringComparison.Ordinal).Trim();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> encoded, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var character = encoded[i];
            if (character == '+')
            {
                character = (byte)' ';
            }
            else if (
                character == '%'
                && i + 2 < encoded.Length
                && HexOf(encoded[i + 1]) is var high and >= 0
                && HexOf(encoded[i + 2]) is var low and >= 0
            )
            {
                character = (byte)((high << 4) | low);
                i += 2;
            }

            into[length++] = character;
        }

        return into[..length];
    }

    private static int HexOf(byte digit) =>
        digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };
}
