using System.Reflection;
using System.Xml.Linq;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Fixture;

/// <summary>What the comments of the client's members say, from the file that goes with the assembly.</summary>
internal static class Summaries
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(() =>
        XDocument
            .Load(Path.ChangeExtension(typeof(Gr4vyClient).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value)
    );

    /// <summary>The summary of a word of an enumeration; empty when it only repeats the word.</summary>
    public static string OfWord(PropertyInfo property, string word)
    {
        var summary = new XElement(
            Members.Value[$"P:{property.DeclaringType!.FullName}.{property.Name}"].Element("summary")!
        );
        foreach (var code in summary.Elements("c").ToArray())
        {
            code.ReplaceWith($"`{code.Value}`");
        }

        Assert.Empty(summary.Elements());
        var text = string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text == $"`{word}`" ? "" : text;
    }
}
