using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Shape;

/// <summary>Everything that is written to or read from the wire, found in the contexts, so that none can be forgotten.</summary>
internal static class Models
{
    public static IReadOnlyList<JsonTypeInfo> OfGr4vy { get; } = In(Gr4vyJsonContext.Default);

    public static IReadOnlyList<JsonTypeInfo> OfPolar { get; } = In(PolarJsonContext.Default);

    public static IEnumerable<JsonTypeInfo> All => OfGr4vy.Concat(OfPolar);

    public static bool IsPublic(JsonTypeInfo model) => model.Type.IsVisible;

    private static List<JsonTypeInfo> In(JsonSerializerContext context) =>
        [
            .. context
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.PropertyType.IsSubclassOf(typeof(JsonTypeInfo)))
                .Select(property => (JsonTypeInfo)property.GetValue(context)!)
                .Where(model => model.Kind is JsonTypeInfoKind.Object)
                .Where(model => model.Type.Assembly == typeof(Gr4vyClient).Assembly)
                .Where(model => !IsOptional(model.Type)),
        ];

    private static bool IsOptional(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);
}
