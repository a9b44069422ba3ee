using System.Reflection;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>The pages of types and enumerations name every member of every one.</summary>
public sealed class TypePageTests
{
    private static readonly Type[] Exported =
    [
        .. typeof(PolarClient)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(PolarClient).Namespace && !type.IsAbstract),
    ];

    [Fact]
    public void Every_type_has_a_table_of_its_members()
    {
        var sections = Sections("types.md");

        var models = Exported.Where(type => type.IsSubclassOf(typeof(PolarObject))).ToDictionary(type => type.Name);

        Assert.Equal(models.Keys.Order(StringComparer.Ordinal), sections.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, rows) in sections)
        {
            var wire = PolarJsonContext
                .Default.GetTypeInfo(models[name])!
                .Properties.Where(property => property is { IsExtensionData: false, Get: not null })
                .ToDictionary(property => ((PropertyInfo)property.AttributeProvider!).Name);
            Assert.Equal(
                wire.Keys.Order(StringComparer.Ordinal),
                rows.Select(row => row[0]).Order(StringComparer.Ordinal)
            );
            Assert.All(
                rows,
                row =>
                {
                    Assert.Equal(wire[row[0]].Name, row[1]);
                    Assert.Equal(
                        TextOf(models[name].GetProperty(row[0])!.PropertyType),
                        row[2].Replace("?", "", StringComparison.Ordinal)
                    );
                    Assert.NotEqual("", row[3]);
                }
            );
        }
    }

    [Fact]
    public void Every_enumeration_has_a_table_of_its_words()
    {
        var sections = Sections("enumerations.md");

        var enumerations = Exported
            .Where(type => type.GetInterfaces().Any(one => one.Name.StartsWith("IOpenEnum", StringComparison.Ordinal)))
            .ToDictionary(type => type.Name);

        Assert.Equal(enumerations.Keys.Order(StringComparer.Ordinal), sections.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, rows) in sections)
        {
            Assert.Equal(
                enumerations[name]
                    .GetProperties(BindingFlags.Public | BindingFlags.Static)
                    .Select(property => (property.Name, property.GetValue(null)!.ToString()!))
                    .Order(),
                rows.Select(row => (row[0], row[1])).Order()
            );
            Assert.All(
                rows,
                row => Assert.Equal(Summaries.OfWord(enumerations[name].GetProperty(row[0])!, row[1]), row[2])
            );
        }
    }

    private static string TextOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? TextOf(inner)
        : type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(TextOf))}>"
        : type == typeof(string) ? "string"
        : type == typeof(bool) ? "bool"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(decimal) ? "decimal"
        : type.Name;

    private static Dictionary<string, List<string[]>> Sections(string page)
    {
        var sections = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        List<string[]> rows = [];
        foreach (var line in RepositoryFiles.Lines($"docs/client/polar/{page}"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections[line["## ".Length..]] = rows = [];
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                rows.Add([.. line[1..^1].Split(" | ").Select(cell => cell.Trim().Trim('`'))]);
            }
        }

        return sections;
    }
}
