using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Checkstand.Core.CustomFields;

/// <summary>What buyers answer to custom fields (contract polar section 2.7). Pure.</summary>
public static class FieldAnswers
{
    private const string Place = "custom_field_data";

    /// <summary>Checks answers and brings them into normal form. Answers to fields that are not asked for are dropped.</summary>
    /// <param name="fields">The fields, each with whether it must be filled in.</param>
    /// <param name="answers">A JSON object by slug; nothing said for none.</param>
    /// <param name="enforceRequired">
    /// Whether what must be filled in has to be there: only at the end. Then every field has an answer afterwards, null or
    /// no where nothing was said; before, only what was said is there, so that it can be laid over earlier answers.
    /// </param>
    /// <returns>A JSON object by slug; or everything that is wrong, each at <c>["custom_field_data", slug]</c>.</returns>
    public static Result<JsonText, IReadOnlyList<FieldProblem>> Check(
        IReadOnlyList<(CustomField Field, bool IsRequired)> fields,
        JsonText answers,
        bool enforceRequired
    )
    {
        using var said = JsonDocument.Parse(answers.HasValue ? answers.Utf8 : "{}"u8.ToArray());
        List<FieldProblem> problems = [];
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var (field, isRequired) in fields.DistinctBy(one => one.Field.Slug))
            {
                var mustBe = isRequired && enforceRequired;
                var refused = said.RootElement.TryGetProperty(field.Slug, out var answer)
                    ? Write(writer, field, answer, mustBe)
                    : WriteSilence(writer, field, mustBe, enforceRequired);
                if (refused is { } problem)
                {
                    problems.Add(new FieldProblem([Place, field.Slug], problem.Message, problem.Type));
                }
            }

            writer.WriteEndObject();
        }

        return problems.Count > 0 ? problems : new JsonText(output.WrittenMemory);
    }

    private static Refusal? WriteSilence(Utf8JsonWriter writer, CustomField field, bool isRequired, bool isLast)
    {
        if (isRequired)
        {
            return new Refusal("missing", "Field is required.");
        }

        if (isLast && field.Kind is FieldKind.Checkbox)
        {
            writer.WriteBoolean(field.Slug, false);
        }
        else if (isLast)
        {
            writer.WriteNull(field.Slug);
        }

        return null;
    }

    private static Refusal? Write(Utf8JsonWriter writer, CustomField field, JsonElement answer, bool isRequired)
    {
        if (answer.ValueKind == JsonValueKind.Null && field.Kind is not FieldKind.Checkbox)
        {
            if (isRequired)
            {
                return new Refusal("missing", "Field is required.");
            }

            writer.WriteNull(field.Slug);
            return null;
        }

        return field.Kind switch
        {
            FieldKind.Text text => WriteText(writer, field.Slug, text, answer),
            FieldKind.Number number => WriteNumber(writer, field.Slug, number, answer),
            FieldKind.Instant instant => WriteInstant(writer, field.Slug, instant, answer),
            FieldKind.Checkbox => WriteCheck(writer, field.Slug, answer, isRequired),
            FieldKind.Choice choice => WriteChoice(writer, field.Slug, choice, answer),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer to {field.Kind.GetType().Name} is known."
            ),
        };
    }

    private static Refusal? WriteText(Utf8JsonWriter writer, string slug, FieldKind.Text bounds, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.String)
        {
            return new Refusal("string_type", "Input should be a valid string.");
        }

        var text = answer.GetString()!;
        var length = text.EnumerateRunes().Count();
        if (length < bounds.LengthMin)
        {
            return new Refusal("string_too_short", $"String should have at least {bounds.LengthMin} characters.");
        }

        if (length > bounds.LengthMax)
        {
            return new Refusal("string_too_long", $"String should have at most {bounds.LengthMax} characters.");
        }

        writer.WriteString(slug, text);
        return null;
    }

    private static Refusal? WriteNumber(Utf8JsonWriter writer, string slug, FieldKind.Number bounds, JsonElement answer)
    {
        if (!TryReadInteger(answer, out var number))
        {
            return new Refusal("int_type", "Input should be a valid integer.");
        }

        if (OutOf(number, bounds.Min ?? int.MinValue, bounds.Max ?? int.MaxValue) is { } refusal)
        {
            return refusal;
        }

        writer.WriteNumber(slug, number);
        return null;
    }

    private static Refusal? WriteInstant(
        Utf8JsonWriter writer,
        string slug,
        FieldKind.Instant bounds,
        JsonElement answer
    )
    {
        if (!TryReadInstant(answer, out var instant))
        {
            return new Refusal("datetime_parsing", "Input should be a valid datetime.");
        }

        var isBefore = bounds.MinUnixSeconds is { } min && instant < DateTimeOffset.FromUnixTimeSeconds(min);
        var isAfter = bounds.MaxUnixSeconds is { } max && instant > DateTimeOffset.FromUnixTimeSeconds(max);
        if (isBefore || isAfter)
        {
            return isBefore
                ? new Refusal("greater_than_equal", "Input is before the earliest time that is allowed.")
                : new Refusal("less_than_equal", "Input is after the latest time that is allowed.");
        }

        writer.WriteString(
            slug,
            instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        );
        return null;
    }

    private static Refusal? WriteCheck(Utf8JsonWriter writer, string slug, JsonElement answer, bool isRequired)
    {
        bool? isChecked = answer.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            // As an address that opens a checkout says it.
            JsonValueKind.String when bool.TryParse(answer.GetString(), out var parsed) => parsed,
            JsonValueKind.Null when !isRequired => false,
            _ => null,
        };
        if (isRequired && isChecked is not true)
        {
            return new Refusal("literal_error", "Input should be True.");
        }

        if (isChecked is not { } value)
        {
            return new Refusal("bool_type", "Input should be a valid boolean.");
        }

        writer.WriteBoolean(slug, value);
        return null;
    }

    private static Refusal? WriteChoice(Utf8JsonWriter writer, string slug, FieldKind.Choice choice, JsonElement answer)
    {
        var value = answer.ValueKind == JsonValueKind.String ? answer.GetString() : null;
        if (choice.Options.All(option => option.Value != value))
        {
            return new Refusal("literal_error", "Input should be one of the options.");
        }

        writer.WriteString(slug, value);
        return null;
    }

    private static Refusal? OutOf(long number, long min, long max) =>
        number < min ? new Refusal("greater_than_equal", $"Input should be greater than or equal to {min}.")
        : number > max ? new Refusal("less_than_equal", $"Input should be less than or equal to {max}.")
        : null;

    // Text that is a whole number counts, because an address that opens a checkout can say nothing else.
    private static bool TryReadInteger(JsonElement answer, out long number)
    {
        number = 0;
        return answer.ValueKind switch
        {
            JsonValueKind.Number when answer.TryGetInt64(out number) => true,
            JsonValueKind.String => long.TryParse(
                answer.GetString(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out number
            ),
            _ => false,
        };
    }

    // What has no offset is taken as UTC.
    private static bool TryReadInstant(JsonElement answer, out DateTimeOffset instant)
    {
        instant = default;
        return answer.ValueKind == JsonValueKind.String
            && answer.GetString() is { Length: >= 10 } text
            && text[4] == '-'
            && text[7] == '-'
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out instant
            );
    }

    private sealed record Refusal(string Type, string Message);
}
