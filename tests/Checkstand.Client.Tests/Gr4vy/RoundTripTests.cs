using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>Models with every member set, found by looking at the client.</summary>
public sealed class RoundTripTests
{
    // Models reach five deep: session, airline, leg; the rest is reserve.
    private const int DepthMax = 8;

    private static readonly Type[] Types =
    [
        .. typeof(Gr4vyClient)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Gr4vyClient).Namespace)
            .Where(type => type is { IsPublic: true, IsAbstract: false, IsClass: true })
            .Where(type => Gr4vyJsonContext.Default.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object }),
    ];

    public static TheoryData<string> Models => [.. Types.Select(type => type.Name)];

    [Fact]
    public void The_search_for_models_finds_them() => Assert.InRange(Types.Length, 85, 150);

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_is_written(string name)
    {
        var type = Types.Single(one => one.Name == name);

        var written = Write(Filled(type, 0)!, type);

        var names = Gr4vyJsonContext
            .Default.GetTypeInfo(type)!
            .Properties.Where(property => !property.IsExtensionData)
            .Select(property => property.Name);
        Assert.Equal(
            names.Append("extra").Order(StringComparer.Ordinal),
            JsonElement.Parse(written).EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            Settable(type).Count(),
            Gr4vyJsonContext.Default.GetTypeInfo(type)!.Properties.Count(property => property.Set is not null)
        );
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_is_read_as_it_was_written(string name)
    {
        var type = Types.Single(one => one.Name == name);
        if (Settable(type).Any(property => property.PropertyType.IsAbstract && property.Name == "PaymentMethod"))
        {
            // A request whose payment method is one of several kinds is written only.
            Assert.EndsWith(
                type.Name is "TransactionCreate" ? "Create" : "Fields",
                type.Name,
                StringComparison.Ordinal
            );
            return;
        }

        var written = Write(Filled(type, 0)!, type);
        var read = JsonSerializer.Deserialize(written, Gr4vyJsonContext.Default.GetTypeInfo(type)!)!;

        Assert.Equal(written, Write(read, type));
    }

    private static string Write(object model, Type type) =>
        JsonSerializer.Serialize(model, Gr4vyJsonContext.Default.GetTypeInfo(type)!);

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true });

    private static object? Filled(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Filled(inner, depth);
        }

        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (type.IsAbstract && !type.IsGenericType)
        {
            return type == typeof(SecureFieldsPaymentMethod) ? Paying.Fields().PaymentMethod : Paying.Card();
        }

        return type.IsGenericType ? FilledGeneric(type, depth)
            : depth > DepthMax ? null
            : FilledModel(type, depth);
    }

    private static object? Simple(Type type) =>
        type == typeof(string) ? "t"
        : type == typeof(bool) ? true
        : type == typeof(int) ? 7
        : type == typeof(long) ? 8L
        : type == typeof(double) ? 9.5
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2030, 1, 2, 3, 4, 5, 6, TimeSpan.Zero)
        : type == typeof(DateOnly) ? new DateOnly(2030, 1, 2)
        : type == typeof(JsonElement) ? JsonElement.Parse("""{"a":[1]}""")
        : type.IsValueType && !type.IsGenericType ? Activator.CreateInstance(type, "word")
        : null;

    private static object FilledGeneric(Type type, int depth)
    {
        var item = Filled(type.GetGenericArguments()[^1], depth + 1);
        if (type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            return Activator.CreateInstance(type, item)!;
        }

        if (type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var list = (IList)Activator.CreateInstance(type)!;
            list.Add(item);
            return list;
        }

        var map = (IDictionary)
            Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        map.Add(type.GetGenericArguments()[1] == typeof(JsonElement) ? "extra" : "key", item);
        return map;
    }

    private static object FilledModel(Type type, int depth)
    {
        var model = type.GetConstructor(Type.EmptyTypes) is not null
            ? Activator.CreateInstance(type)!
            : Activator.CreateInstance(type, "method")!;
        foreach (var property in Settable(type))
        {
            property.SetValue(model, Filled(property.PropertyType, depth + 1));
        }

        return model;
    }
}
