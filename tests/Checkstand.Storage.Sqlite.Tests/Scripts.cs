using System.Reflection;
using System.Text;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>An assembly that holds nothing but migrations.</summary>
internal sealed class Scripts(params (string Name, string Sql)[] scripts) : Assembly
{
    public override string[] GetManifestResourceNames() => [.. scripts.Select(script => script.Name)];

    public override Stream GetManifestResourceStream(string name) =>
        new MemoryStream(Encoding.UTF8.GetBytes(scripts.Single(script => script.Name == name).Sql));
}
