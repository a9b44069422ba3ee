using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Checkstand.Client.Tests.Shape;

/// <summary>What every model has in common.</summary>
public sealed partial class ModelShapeTests
{
    // What is no schema of the vendors: the members of a list as it is asked for, and of embed tokens.
    private static readonly string[] NamesOfGr4vy =
    [
        .. Column("tests/Checkstand.Gr4vy.Tests/Vendor/fields.tsv", 1),
        .. Column("tests/Checkstand.Client.Tests/Vendor/gr4vy-more-names.tsv", 0),
    ];

    private static readonly string[] NamesOfPolar =
    [
        .. Column("tests/Checkstand.Client.Tests/Vendor/polar-names.tsv", 0),
        .. Column("tests/Checkstand.Client.Tests/Vendor/polar-more-names.tsv", 0),
    ];

    private static Regex AmountName { get; } =
        new("Amount(?:Eq|Lte|Gte)?$", RegexOptions.None, TimeSpan.FromSeconds(1));

    // A currency with three decimals and few units leaves 2^31 quickly.
    [Fact]
    public void Every_amount_is_a_long()
    {
        var amounts = typeof(ApiResponse)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => AmountName.IsMatch(property.Name))
            // A price for each unit of a meter is a decimal in text, finer than any minor unit; a wish is no amount.
            .Where(property => property.PropertyType != typeof(string) && property.PropertyType != typeof(bool));

        Assert.All(
            amounts,
            property =>
                Assert.Contains(property.PropertyType, (Type[])[typeof(long), typeof(long?), typeof(Optional<long?>)])
        );
    }

    [Fact]
    public void The_search_for_models_finds_them()
    {
        Assert.InRange(Models.OfGr4vy.Count, 90, 400);
        Assert.InRange(Models.OfPolar.Count, 60, 400);
    }

    [Fact]
    public void Names_on_the_wire_are_in_snake_case_and_the_vendors()
    {
        Assert.Empty(Names(Models.OfGr4vy).Where(name => !SnakeCase.IsMatch(name)));
        Assert.Empty(Names(Models.OfPolar).Where(name => !SnakeCase.IsMatch(name)));
        Assert.Empty(Names(Models.OfGr4vy).Except(NamesOfGr4vy));
        Assert.Empty(Names(Models.OfPolar).Except(NamesOfPolar));
    }

    [Fact]
    public void No_model_has_two_members_of_a_name() =>
        Assert.All(
            Models.All,
            model =>
                Assert.Equal(
                    model.Properties.Count,
                    model
                        .Properties.Select(property => property.Name)
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .Count()
                )
        );

    [Fact]
    public void Whatever_can_be_set_is_written_and_read()
    {
        var forgotten =
            from model in Models.All
            where Models.IsPublic(model)
            from property in model.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.SetMethod is { IsPublic: true }
            where !IsSerialized(model, property)
            select $"{model.Type.Name}.{property.Name}";

        Assert.Empty(forgotten);
    }

    [Fact]
    public void Every_model_keeps_what_it_does_not_know() =>
        Assert.Empty(
            Models
                // Of an abstract one every kind keeps it.
                .All.Where(model => Models.IsPublic(model) && !model.Type.IsAbstract)
                .Where(model => !model.Properties.Any(property => property.IsExtensionData))
                .Select(model => model.Type.FullName)
        );

    [Fact]
    public void Every_type_is_sealed_unless_others_are_made_of_it()
    {
        var types = typeof(ApiResponse).Assembly.GetTypes().Where(type => type is { IsClass: true, IsVisible: true });

        Assert.Empty(
            types
                .Where(type => type is { IsSealed: false, IsAbstract: false })
                .Where(type => !types.Any(other => other.BaseType == type))
                .Select(type => type.FullName)
        );
    }

    [Fact]
    public void Only_the_client_makes_its_exceptions() =>
        Assert.Empty(
            typeof(ApiResponse)
                .Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(Exception)))
                .Where(type =>
                    type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                        .Any(made => made.IsPublic || made.IsFamily || made.IsFamilyOrAssembly)
                )
                .Select(type => type.FullName)
        );

    [Fact]
    public void Every_open_enumeration_keeps_any_word()
    {
        var enumerations = typeof(ApiResponse)
            .Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Any(one => one.Name == "IOpenEnum`1"))
            .ToList();

        Assert.InRange(enumerations.Count, 50, 200);
        Assert.All(
            enumerations,
            type =>
            {
                var word = type.GetMethod("From", BindingFlags.Public | BindingFlags.Static)!
                    .Invoke(null, ["a new word"])!;
                Assert.Equal("a new word", type.GetProperty("Value")!.GetValue(word));
                Assert.Equal("a new word", word.ToString());
                Assert.NotNull(Activator.CreateInstance(type)!.ToString());
            }
        );
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase { get; }

    // A member that tells unions apart is written by the one that reads them.
    private static bool IsSerialized(JsonTypeInfo model, PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
        && model.Properties.Any(one =>
            one.AttributeProvider is MemberInfo member
            && member.Name == property.Name
            && (one.IsExtensionData || one is { Get: not null, Set: not null })
        );

    private static IEnumerable<string> Names(IEnumerable<JsonTypeInfo> models) =>
        models
            .SelectMany(model => model.Properties)
            .Where(property => !property.IsExtensionData)
            .Select(property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Column(string path, int column) =>
        RepositoryFiles
            .Lines(path)
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t')[column]);
}
