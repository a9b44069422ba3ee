using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Server.Admin;

/// <summary>An administration command as it travels from the terminal to the process that holds the data directory.</summary>
/// <param name="Verb">Such as <c>keys create</c>.</param>
/// <param name="Options">What was given with it.</param>
internal sealed record AdminRequest(string Verb, Dictionary<string, string[]> Options)
{
    /// <summary>The one value of an option; null when it was not given.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name)?.SingleOrDefault();

    /// <summary>All values of an option.</summary>
    public IReadOnlyList<string> Values(string name) => Options.GetValueOrDefault(name) ?? [];
}

/// <summary>What the terminal shows.</summary>
/// <param name="Output">For standard output, or for standard error when it failed.</param>
/// <param name="Failed">Whether the command's exit code is 1.</param>
internal sealed record AdminReply(string Output, bool Failed = false);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(AdminRequest))]
[JsonSerializable(typeof(AdminReply))]
internal sealed partial class AdminJson : JsonSerializerContext;
