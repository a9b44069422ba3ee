using System.Text.Json;
using Checkstand.Core;

namespace Checkstand.Polar;

/// <summary>What several bodies of this dialect write the same way.</summary>
internal static class BodyParts
{
    extension(Utf8JsonWriter writer)
    {
        /// <summary>Carried data that is an object on the wire also when nothing was said.</summary>
        public void WriteObject(string name, JsonText value)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.HasValue ? value.Utf8.Span : "{}"u8, skipInputValidation: true);
        }

        public void WriteNumberOrNull(string name, long? number)
        {
            if (number is { } value)
            {
                writer.WriteNumber(name, value);
            }
            else
            {
                writer.WriteNull(name);
            }
        }

        /// <summary>A billing address with all its keys, or null.</summary>
        public void WriteAddressOrNull(string name, PostalAddress? address)
        {
            if (address is null)
            {
                writer.WriteNull(name);
                return;
            }

            writer.WriteStartObject(name);
            writer.WriteString("line1"u8, address.Line1);
            writer.WriteString("line2"u8, address.Line2);
            writer.WriteString("postal_code"u8, address.PostalCode);
            writer.WriteString("city"u8, address.City);
            writer.WriteString("state"u8, address.State);
            writer.WriteString("country"u8, address.Country);
            writer.WriteEndObject();
        }
    }
}
