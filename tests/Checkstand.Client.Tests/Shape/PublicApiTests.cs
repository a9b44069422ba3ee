using System.Reflection;
using System.Xml.Linq;

namespace Checkstand.Client.Tests.Shape;

/// <summary>What programs are compiled against. With CHECKSTAND_WRITE_API=1 the test writes the lists.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Packages => ["Checkstand.Client", "Checkstand.Client.DependencyInjection"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_is_public_is_listed(string package)
    {
        var path = RepositoryFiles.PathOf($"src/{package}/PublicApi.txt");
        var listing = ApiListing.Of(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("CHECKSTAND_WRITE_API") == "1")
        {
            File.WriteAllText(path, listing);
        }

        // Line by line, so that a failure shows the line.
        Assert.Equal(File.ReadAllLines(path), listing.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_is_public_is_documented(string package)
    {
        var documented = XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, $"{package}.xml"))
            .Descendants("member")
            .Where(member => member.Elements().Any(part => part.Name == "inheritdoc" || part.Value.Trim().Length > 0))
            .Select(member => member.Attribute("name")!.Value.Split('(')[0].Split("``")[0])
            .ToHashSet();

        Assert.NotEmpty(documented);
        Assert.Empty(Names(Assembly.Load(package)).Except(documented));
    }

    // What both packages promise their users to need.
    [Fact]
    public void The_client_needs_nothing_but_NET() =>
        Assert.All(
            typeof(ApiResponse).Assembly.GetReferencedAssemblies(),
            reference => Assert.Matches("^(System|Microsoft\\.Win32)\\.", reference.Name)
        );

    private static IEnumerable<string> Names(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(type => NamesOf(type).Prepend($"T:{Name(type)}"));

    private static IEnumerable<string> NamesOf(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var isRecord = type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
        foreach (var property in type.GetProperties(Declared))
        {
            yield return $"P:{Name(type)}.{property.Name}";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName && !isRecord))
        {
            yield return $"M:{Name(type)}.{method.Name}";
        }
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '.');
}
