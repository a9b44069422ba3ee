using System.Text.Json;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Things of the client as they are on the wire.</summary>
internal static class Wire
{
    public static string Text<T>(T value) =>
        JsonSerializer.Serialize(value, PolarJsonContext.Default.Options.GetTypeInfo(value!.GetType()));

    public static T Read<T>(string json) =>
        (T)JsonSerializer.Deserialize(json, PolarJsonContext.Default.Options.GetTypeInfo(typeof(T)))!;
}
