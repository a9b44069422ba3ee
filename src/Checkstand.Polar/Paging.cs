using System.Text.Json;
using Checkstand.Core;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar;

/// <summary>Lists by page number (contract section 1.2).</summary>
internal static class Paging
{
    public const string SortingName = "sorting";
    private const int SizeMax = 100;
    private const int SizeDefault = 10;

    /// <summary>The parameters that every list takes.</summary>
    public static readonly IReadOnlyList<Field> Parameters =
    [
        Forms.Defaulted("page", new IntegerShape(1, int.MaxValue), "1"),
        Forms.Defaulted("limit", new IntegerShape(1, int.MaxValue), "10"),
    ];

    /// <summary>The parameter that orders a list: each name, and each with a minus before it.</summary>
    public static Field SortingBy(string enumName, params string[] names) =>
        Forms.Maybe(
            SortingName,
            new ArrayShape(
                new FormShape(
                    enumName,
                    text => names.Contains(text.StartsWith('-') ? text[1..] : text) ? text : null,
                    "Invalid sorting criterion.",
                    "enum"
                )
            )
        );

    /// <summary>The declaration of a list's answer.</summary>
    public static ObjectShape ListOf(string name, Shape item) =>
        Forms.Object(
            $"ListResource_{name}_",
            Forms.Must("items", new ArrayShape(item)),
            Forms.Must(
                "pagination",
                Forms.Object(
                    "Pagination",
                    Forms.Must("total_count", IntegerShape.Any),
                    Forms.Must("max_page", IntegerShape.Any)
                )
            )
        );

    /// <summary>Which page is wanted. A size above the greatest is taken for the greatest, as upstream does.</summary>
    public static PageNumber Read(CheckedObject query) =>
        new((int)(query.Integer("page") ?? 1), (int)Math.Min(query.Integer("limit") ?? SizeDefault, SizeMax));

    /// <summary>In which order, in terms of the core.</summary>
    /// <param name="query">The query string.</param>
    /// <param name="byName">What each name compares.</param>
    /// <param name="otherwise">The order when none is asked for.</param>
    public static IReadOnlyList<Sorting<T>> ReadSorting<T>(
        CheckedObject query,
        Func<string, T> byName,
        params Sorting<T>[] otherwise
    )
        where T : struct, Enum
    {
        var asked = query.Texts(SortingName);
        return asked.Count == 0
            ? otherwise
            :
            [
                .. asked.Select(text =>
                    text.StartsWith('-') ? new Sorting<T>(byName(text[1..]), true) : new Sorting<T>(byName(text), false)
                ),
            ];
    }

    /// <summary>Writes a part of a list.</summary>
    public static void Write<T>(Utf8JsonWriter writer, NumberedPage<T> page, int size, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var item in page.Items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("pagination"u8);
        writer.WriteNumber("total_count"u8, page.TotalCount);
        writer.WriteNumber("max_page"u8, page.LastPage(size));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
