using System.Reflection;
using System.Runtime.CompilerServices;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Xunit;

namespace Checkstand.Conventions.Tests;

public sealed class TypeTests
{
    private static readonly string[] Assemblies =
    [
        "Checkstand.Core",
        "Checkstand.Wire",
        "Checkstand.Gr4vy",
        "Checkstand.Page",
        "Checkstand.Connectors",
        "Checkstand.Storage",
        "Checkstand.Storage.Sqlite",
        "Checkstand.TestProvider",
        "checkstand",
    ];

    // The compiler writes it for top-level statements.
    private const string EntryPoint = "Program";

    [Fact]
    public void Every_class_of_the_program_is_sealed_static_or_abstract() =>
        Assert.Empty(
            Types()
                .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Name != EntryPoint)
                .Select(type => type.FullName)
        );

    [Fact]
    public void The_program_has_types_that_the_rules_see() => Assert.InRange(Types().Count(), 100, 5000);

    // A default branch throws for what was forgotten; this says so before a request does.
    [Theory]
    [InlineData(typeof(SessionProblem), "src/Checkstand.Gr4vy/Gr4vyErrors.cs")]
    [InlineData(typeof(SessionPaymentMethod), "src/Checkstand.Storage/StoredSession.cs")]
    [InlineData(typeof(SessionPaymentMethod), "src/Checkstand.Gr4vy/Sessions/SessionBody.cs")]
    [InlineData(typeof(SessionChange), "src/Checkstand.Storage.Sqlite/SqliteSessionStore.cs")]
    [InlineData(typeof(PaymentMethodProblem), "src/Checkstand.Gr4vy/Gr4vyErrors.PaymentMethods.cs")]
    [InlineData(typeof(PaymentMethodChange), "src/Checkstand.Storage.Sqlite/SqlitePaymentMethodStore.cs")]
    public void Every_case_of_a_closed_hierarchy_has_its_branch(Type hierarchy, string path)
    {
        var cases = hierarchy.GetNestedTypes().Where(type => type.IsSubclassOf(hierarchy)).ToList();
        var text = CSharpText.Blank(Repository.File(path).Text);

        Assert.NotEmpty(cases);
        Assert.Empty(
            cases
                .Where(type =>
                    !System.Text.RegularExpressions.Regex.IsMatch(
                        text,
                        $@"(case\s+)?{hierarchy.Name}\.{type.Name}(\s+\w+)?\s*(=>|:)",
                        System.Text.RegularExpressions.RegexOptions.None,
                        TimeSpan.FromSeconds(1)
                    )
                )
                .Select(type => type.Name)
        );
    }

    [Theory]
    [InlineData(typeof(SessionProblem))]
    [InlineData(typeof(SessionPaymentMethod))]
    [InlineData(typeof(SessionChange))]
    [InlineData(typeof(PaymentMethodProblem))]
    [InlineData(typeof(PaymentMethodChange))]
    public void A_closed_hierarchy_is_closed(Type hierarchy)
    {
        Assert.All(
            hierarchy.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            constructor => Assert.True(constructor.IsPrivate || IsCopy(constructor, hierarchy))
        );
        Assert.All(hierarchy.GetNestedTypes(), type => Assert.True(type.IsSealed));
    }

    [Theory]
    [InlineData("Checkstand.Wire.BodyProblem", "src/Checkstand.Gr4vy/Gr4vyErrors.cs")]
    [InlineData("Checkstand.Wire.ViolationLocation", "src/Checkstand.Gr4vy/Gr4vyErrors.cs")]
    [InlineData("Checkstand.Core.Sessions.SessionField", "src/Checkstand.Storage/StoredSession.cs")]
    [InlineData("Checkstand.Core.Vault.CardScheme", "src/Checkstand.Gr4vy/Shapes/Enums.cs")]
    public void Every_value_of_an_enumeration_has_its_branch(string name, string path)
    {
        var enumeration = Types().Single(type => type.FullName == name);
        var text = CSharpText.Blank(Repository.File(path).Text);

        Assert.Empty(
            Enum.GetNames(enumeration)
                .Where(value => !text.Contains($"{enumeration.Name}.{value} =>", StringComparison.Ordinal))
        );
    }

    // A record's copy constructor is protected; it takes one of its own kind, which nobody outside can have made.
    private static bool IsCopy(ConstructorInfo constructor, Type hierarchy) =>
        constructor.GetParameters() is [var only] && only.ParameterType == hierarchy;

    private static IEnumerable<Type> Types() =>
        Assemblies.Select(Assembly.Load).SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type));

    private static bool IsGenerated(Type type) =>
        type.FullName!.Contains('<', StringComparison.Ordinal)
        || type.GetCustomAttribute<CompilerGeneratedAttribute>() is not null
        || type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
