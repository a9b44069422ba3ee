using Checkstand.Wire.Shapes;

namespace Checkstand.Polar.Shapes;

/// <summary>Custom fields in requests and answers.</summary>
internal static class CustomFieldShapes
{
    private const string TypeName = "type";

    private static readonly TextShape Name = new() { LengthMin = 1 };
    private static readonly IntegerShape Length = new(0, int.MaxValue);
    private static readonly IntegerShape Bound = new(int.MinValue, int.MaxValue);

    /// <summary>The kinds of custom fields.</summary>
    public static readonly TextShape Type = Forms.OneOf(
        "CustomFieldType",
        "text",
        "number",
        "date",
        "checkbox",
        "select"
    );

    private static readonly FormShape Slug = new(
        "slug",
        NormalizeSlug,
        "String should match pattern '^[a-z0-9-_]+$'.",
        "string_pattern_mismatch"
    );

    private static readonly (string Type, ObjectShape Properties)[] Kinds =
    [
        (
            "text",
            Properties(
                "Text",
                Forms.NotNull("textarea", Forms.Boolean),
                Forms.NotNull("min_length", Length),
                Forms.NotNull("max_length", Length)
            )
        ),
        ("number", Properties("Number", Forms.NotNull("ge", Bound), Forms.NotNull("le", Bound))),
        ("date", Properties("Date", Forms.NotNull("ge", Bound), Forms.NotNull("le", Bound))),
        ("checkbox", Properties("Checkbox")),
        (
            "select",
            Properties(
                "Select",
                Forms.Must(
                    "options",
                    new ArrayShape(
                        Forms.Object("CustomFieldSelectOption", Forms.Must("value", Name), Forms.Must("label", Name))
                    )
                    {
                        CountMin = 1,
                    }
                )
            )
        ),
    ];

    public static readonly UnionShape Create = new(
        TypeName,
        [
            .. Kinds.Select(kind => new UnionCase(
                kind.Type,
                Forms.Object(
                    $"CustomFieldCreate{Capital(kind.Type)}",
                    Forms.NotNull("metadata", Forms.Metadata),
                    Forms.Must(TypeName, Forms.Constant(kind.Type)),
                    Forms.Must("slug", Slug),
                    Forms.Must("name", Name),
                    OwnOrganization.Body,
                    Forms.Must("properties", kind.Properties)
                )
            )),
        ]
    );

    public static readonly UnionShape Update = new(
        TypeName,
        [
            .. Kinds.Select(kind => new UnionCase(
                kind.Type,
                Forms.Object(
                    $"CustomFieldUpdate{Capital(kind.Type)}",
                    Forms.NotNull("metadata", Forms.Metadata),
                    Forms.Maybe("name", Name),
                    Forms.Maybe("slug", Slug),
                    Forms.Must(TypeName, Forms.Constant(kind.Type)),
                    Forms.Maybe("properties", kind.Properties)
                )
            )),
        ]
    );

    public static readonly ObjectShape ListQuery = new(
        "CustomFieldsListQuery",
        [
            OwnOrganization.Query,
            Forms.Maybe("query", Forms.AnyText),
            Forms.Maybe(TypeName, new ArrayShape(Type)),
            .. Paging.Parameters,
            Paging.SortingBy("CustomFieldSortProperty", "created_at", "slug", "name", TypeName),
        ]
    );

    /// <summary>A custom field in answers.</summary>
    public static readonly ObjectShape CustomField = new(
        "CustomField",
        Forms.Must("created_at", Forms.DateTime),
        Forms.MustOrNull("modified_at", Forms.DateTime),
        Forms.Must("id", Forms.Uuid4),
        Forms.Must("metadata", Forms.Metadata),
        Forms.Must(TypeName, Type),
        Forms.Must("slug", Forms.AnyText),
        Forms.Must("name", Forms.AnyText),
        Forms.Must("organization_id", Forms.Uuid4),
        Forms.Must("properties", new AnyObjectShape())
    );

    /// <summary>A custom field on a product in answers.</summary>
    public static readonly ObjectShape Attached = new(
        "AttachedCustomField",
        Forms.Must("custom_field_id", Forms.Uuid4),
        Forms.Must("custom_field", CustomField),
        Forms.Must("order", IntegerShape.Any),
        Forms.Must("required", Forms.Boolean)
    );

    public static readonly ObjectShape CustomFields = Paging.ListOf("CustomField", CustomField);

    private static ObjectShape Properties(string name, params Field[] bounds) =>
        Forms.Object(
            $"CustomField{name}Properties",
            [
                Forms.NotNull("form_label", Name),
                Forms.NotNull("form_help_text", Name),
                Forms.NotNull("form_placeholder", Name),
                .. bounds,
            ]
        );

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string? NormalizeSlug(string text)
    {
        var slug = text.ToLowerInvariant();
        return
            slug.Length > 0
            && slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_')
            ? slug
            : null;
    }
}
