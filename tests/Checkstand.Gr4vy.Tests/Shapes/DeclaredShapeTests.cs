using System.Reflection;
using Checkstand.Gr4vy.Tests.OpenApi;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Gr4vy.Tests.Shapes;

/// <summary>
/// Every declared shape has the fields, bounds and words of the vendor's, whether or not an operation serves it yet.
/// What differs is listed here, with the reason.
/// </summary>
public sealed class DeclaredShapeTests
{
    // Where this server says more than the vendor: a cursor that it made is never longer.
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["cursor: string  , required no, nullable yes"] =
            "cursor: string  , required no, nullable yes, min length 1, max length 1000",
    };

    // Declared by the vendor only: one schema stands for its errors, its framework's 422 is never answered, and Click
    // to Pay and the sessions of providers have no success.
    private static readonly HashSet<string> NotDeclared =
    [
        "ClickToPaySession",
        "CreateSession",
        "ErrorDetail",
        "HTTPValidationError",
        "ValidationError",
    ];

    private static readonly ServedDocument Declared = Declare();

    public static TheoryData<string> Objects => [.. Declared.SchemaNames.Where(name => !Declared.IsEnum(name))];

    public static TheoryData<string> Enums => [.. Declared.SchemaNames.Where(Declared.IsEnum)];

    public static TheoryData<string> InlineEnums => [.. Vendor.Enums.Keys.Where(name => name.Contains('.'))];

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_declared_object_has_the_vendors_fields(string name)
    {
        // A query string is declared under the name of its operation.
        var parameters = Vendor.Parameters.Where(parameter => parameter.Schema == name);
        var vendor = Vendor.FieldsOf(name).Concat(parameters).Select(ServedDocument.FactsOf).Select(Differ);

        Assert.Equal(vendor.Order(), Declared.FactsOf(name).Order());
        Assert.False(Declared.TakesOtherProperties(name));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void A_declared_enumeration_has_the_vendors_words(string name)
    {
        // The vendor's has another name.
        if (name != "ErrorLocation")
        {
            Assert.Equal(Vendor.Enums[name], Declared.ValuesOf(name));
        }
    }

    [Theory]
    [MemberData(nameof(InlineEnums))]
    public void An_enumeration_without_a_name_has_the_vendors_words(string name) =>
        Assert.Equal(Vendor.Enums[name], Declared.InlineValuesOf(name.Split('.')[0], name.Split('.')[1]));

    [Fact]
    public void Every_schema_of_the_table_is_declared()
    {
        var vendor = Vendor.Fields.Concat(Vendor.Parameters).Select(field => field.Schema).Distinct();

        Assert.Equal(
            vendor.Where(name => !IsVendorError(name) && !NotDeclared.Contains(name)).Order(),
            Objects.Select(row => row.Data).Order()
        );
    }

    private static string Differ(string fact) => Differences.GetValueOrDefault(fact, fact);

    // By reflection, because the shapes are nobody else's business.
    private static ServedDocument Declare()
    {
        var schemas = new OpenApiSchemas();
        var declared = typeof(Gr4vyApi)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == "Checkstand.Gr4vy.Shapes" && type.Name != "Forms")
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => field.GetValue(null))
            .OfType<Shape>();
        foreach (var shape in declared)
        {
            schemas.SchemaOf(shape);
        }

        return ServedDocument.Of(schemas.Components);
    }

    private static bool IsVendorError(string schema) =>
        schema.StartsWith("Error", StringComparison.Ordinal) && schema.Skip(5).All(char.IsAsciiDigit);
}
