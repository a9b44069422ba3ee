using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Checkstand.Core;

namespace Checkstand.Wire;

/// <summary>Values that every answer of every dialect writes the same way.</summary>
public static class JsonAnswers
{
    extension(Utf8JsonWriter writer)
    {
        /// <summary>An instant: UTC, milliseconds, <c>Z</c> (both vendors' SDKs refuse a time without an offset).</summary>
        public void WriteInstantValue(DateTimeOffset instant)
        {
            Span<byte> text = stackalloc byte[32];
            instant.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            writer.WriteStringValue(text[..length]);
        }

        /// <summary>A field that is an instant, or null.</summary>
        public void WriteInstant(string name, DateTimeOffset? instant)
        {
            writer.WritePropertyName(name);
            if (instant is { } value)
            {
                writer.WriteInstantValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        /// <summary>A field that is an id, or null.</summary>
        public void WriteIdOrNull(string name, Guid? id)
        {
            if (id is { } value)
            {
                writer.WriteString(name, value);
            }
            else
            {
                writer.WriteNull(name);
            }
        }

        /// <summary>A value that was carried as text, or null when nothing was said.</summary>
        public void WriteCarried(JsonText value)
        {
            if (value.IsPresent)
            {
                writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        /// <summary>A part of what was carried as text, as it stands there.</summary>
        public void WriteCarried(JsonElement part) =>
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(part), skipInputValidation: true);

        /// <summary>A field whose value was carried as text, or null.</summary>
        public void WriteCarried(string name, JsonText value)
        {
            writer.WritePropertyName(name);
            writer.WriteCarried(value);
        }
    }
}
