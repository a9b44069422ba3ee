using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Buyers;

namespace Checkstand.Storage;

/// <summary>
/// The documents of buyers and of shipping details: what was said, as one JSON object each. Names are part of the stored
/// format. A reader refuses members that it does not know.
/// </summary>
public static class StoredBuyer
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly string[] BuyerNames =
    [
        "display_name",
        "external_identifier",
        "billing_details",
        "account_number",
    ];

    private static readonly string[] ShippingNames =
    [
        "first_name",
        "last_name",
        "email_address",
        "phone_number",
        "address",
    ];

    /// <summary>Writes a buyer's document.</summary>
    public static byte[] Write(BuyerContent said) =>
        Write(BuyerNames, [said.DisplayName, said.ExternalIdentifier, said.BillingDetails, said.AccountNumber]);

    /// <summary>Writes a document of shipping details.</summary>
    public static byte[] Write(ShippingContent said) =>
        Write(ShippingNames, [said.FirstName, said.LastName, said.EmailAddress, said.PhoneNumber, said.Address]);

    /// <summary>Reads a buyer's document.</summary>
    /// <exception cref="InvalidDataException">The document has a member that this version does not know.</exception>
    public static BuyerContent ReadBuyer(byte[] document)
    {
        var values = Read(BuyerNames, document);
        return new BuyerContent(values[0], values[1], values[2], values[3]);
    }

    /// <summary>Reads a document of shipping details.</summary>
    /// <exception cref="InvalidDataException">The document has a member that this version does not know.</exception>
    public static ShippingContent ReadShipping(byte[] document)
    {
        var values = Read(ShippingNames, document);
        return new ShippingContent(values[0], values[1], values[2], values[3], values[4]);
    }

    private static byte[] Write(string[] names, JsonText[] values)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in names.Zip(values).Where(member => member.Second.IsPresent))
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static JsonText[] Read(string[] names, byte[] document)
    {
        var values = new JsonText[names.Length];
        var reader = new Utf8JsonReader(document);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = Array.IndexOf(names, reader.GetString());
            if (index < 0)
            {
                throw new InvalidDataException("A stored buyer has a member that this version does not know.");
            }

            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            values[index] = new JsonText(document.AsMemory(start, (int)reader.BytesConsumed - start));
        }

        return values;
    }
}
