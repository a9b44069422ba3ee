using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy;

/// <summary>Lists of this dialect: <c>cursor</c> and <c>limit</c> in, <c>items</c> with two cursors out (contract section 6.4).</summary>
internal static class PageBody
{
    private const int LimitDefault = 20;
    private const int LimitMax = 100;

    /// <summary>The two parameters of every list; an operation's own filters follow them.</summary>
    public static readonly Field[] Parameters =
    [
        Forms.Maybe("cursor", Forms.Text(1, 1000)),
        Forms.NotNull("limit", new IntegerShape(1, LimitMax)) with
        {
            DocumentedDefault = "20",
        },
    ];

    /// <summary>The form of an answer.</summary>
    public static ObjectShape Of(string name, Shape item) =>
        new(
            name,
            Forms.Must("items", new ArrayShape(item)),
            Forms.NotNull("limit", new IntegerShape(1, LimitMax)) with
            {
                DocumentedDefault = "20",
            },
            Forms.Maybe("next_cursor", Forms.Text(1, 1000)),
            Forms.Maybe("previous_cursor", Forms.Text(1, 1000))
        );

    /// <summary>Reads the two parameters.</summary>
    /// <returns>The request, or what is wrong with the cursor.</returns>
    public static Result<PageRequest, Violation> Read(Call call, int limitDefault = LimitDefault)
    {
        var query = call.Query!;
        var limit = query["limit"] is { IsEmpty: false } said
            ? int.Parse(said.Span, CultureInfo.InvariantCulture)
            : limitDefault;
        if (query.Text("cursor") is not { } cursor)
        {
            return new PageRequest(limit, null);
        }

        return ReadCursor(cursor, call.List) is { } from
            ? new PageRequest(limit, from)
            : new Violation(
                ViolationLocation.Query,
                "cursor",
                "The cursor was not made by this list.",
                "value_error.cursor"
            );
    }

    /// <summary>Writes a part of a list.</summary>
    public static void Write<T>(
        Utf8JsonWriter writer,
        string list,
        PageRequest request,
        Page<T> page,
        Action<Utf8JsonWriter, T> write
    )
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var item in page.Items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteNumber("limit"u8, request.Limit);
        writer.WriteString("next_cursor"u8, Text(page.Next, list));
        writer.WriteString("previous_cursor"u8, Text(page.Previous, list));
        writer.WriteEndObject();
    }

    // A cursor is opaque to clients: the direction, the id it stands next to, and its list, since an id says nothing about
    // the order of other lists.
    private static string? Text(PageCursor? cursor, string list) =>
        cursor is { } place
            ? Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{(place.IsBackward ? 'p' : 'n')}{place.Id:N}{list}"))
            : null;

    private static PageCursor? ReadCursor(string text, string list)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var inner = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        return
            inner is ['n' or 'p', .. var rest]
            && rest.EndsWith(list, StringComparison.Ordinal)
            && Guid.TryParseExact(rest[..^list.Length], "N", out var value)
            ? new PageCursor(value, inner[0] == 'p')
            : null;
    }
}
