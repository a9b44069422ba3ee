using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Checkstand.Client.Tests.Shape;

/// <summary>Everything public of an assembly, a line for each member: what a change of it breaks can be seen in review.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly) =>
        string.Join(
            "\n",
            assembly
                .GetExportedTypes()
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Prepend(Header(type)))
        ) + "\n";

    private static string Header(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var parents = new[] { type.BaseType }
            .Where(parent =>
                parent is not null && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum)
            )
            .Select(parent => Name(parent!));
        var bases = string.Join(", ", parents);
        return $"{kind} {type.Namespace}.{Name(type)}{(bases.Length > 0 ? $" : {bases}" : "")}";
    }

    private static IEnumerable<string> Members(Type type) =>
        type.IsEnum
            ? Enum.GetNames(type)
                .Select((name, at) => $"  {name} = {Enum.GetValuesAsUnderlyingType(type).GetValue(at)}")
            : type.GetMembers(Declared)
                .Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
                .Select(Line)
                .OfType<string>();

    private static string? Line(MemberInfo member) =>
        member switch
        {
            ConstructorInfo { IsPublic: true } made => $"  new({Parameters(made)})",
            PropertyInfo property => Line(property),
            FieldInfo { IsPublic: true } field => $"  field {Name(field.FieldType)} {field.Name}",
            MethodInfo { IsPublic: true } method
                when !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal) =>
                $"  {Static(method)}{Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{Generics(method)}({Parameters(method)})",
            _ => null,
        };

    private static string? Line(PropertyInfo property)
    {
        var (get, set) = (property.GetMethod, property.SetMethod);
        if (get is not { IsPublic: true } && set is not { IsPublic: true })
        {
            return null;
        }

        var isInit = set?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) is true;
        var write = set is { IsPublic: true } ? (isInit ? " init;" : " set;") : "";
        return $"  {Static(get ?? set!)}{Name(property.PropertyType, Nullability.Create(property))} {property.Name} {{ get;{write} }}";
    }

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(one => $"{Name(one.ParameterType, Nullability.Create(one))} {one.Name}{Default(one)}")
        );

    private static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue ? ""
        : parameter.DefaultValue is null
            ? parameter.ParameterType.IsValueType ? " = default"
                : " = null"
        : $" = {Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture)}";

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        var mark = !type.IsValueType && nullability?.ReadState is NullabilityState.Nullable ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!, nullability?.ElementType) + "[]" + mark;
        }

        if (!type.IsGenericType)
        {
            return (type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType!.Name}." : "") + type.Name + mark;
        }

        var inner = type.GetGenericArguments()
            .Select((one, at) => Name(one, nullability?.GenericTypeArguments.ElementAtOrDefault(at)));
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", inner)}>{mark}";
    }
}
