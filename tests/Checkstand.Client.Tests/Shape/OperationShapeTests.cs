using System.Reflection;
using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Shape;

/// <summary>What every operation of both clients has in common.</summary>
public sealed class OperationShapeTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<Type> Clients => [typeof(Gr4vyClient), typeof(PolarClient)];

    [Theory]
    [MemberData(nameof(Clients))]
    public void The_search_for_operations_finds_them(Type client) =>
        Assert.InRange(Operations(client).Count(), 60, 400);

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_token_to_cancel_comes_last_and_options_before_it(Type client) =>
        Assert.All(
            Operations(client),
            method =>
            {
                var parameters = method.GetParameters();
                Assert.Equal(
                    [("options", typeof(CallOptions), true), ("cancellationToken", typeof(CancellationToken), true)],
                    parameters[^2..].Select(one => (one.Name!, one.ParameterType, one.HasDefaultValue))
                );
            }
        );

    [Theory]
    [MemberData(nameof(Clients))]
    public void Every_call_has_a_form_that_throws_and_one_that_does_not(Type client)
    {
        var methods = Operations(client).ToList();
        var single = methods.Where(method => method.ReturnType.Name != "IAsyncEnumerable`1").ToList();
        var throwing = single.Where(method => !IsTrying(method)).Select(Signature);
        var trying = single
            .Where(IsTrying)
            .Select(method => Signature(method).Replace(".Try", ".", StringComparison.Ordinal));

        Assert.Equal(throwing.Order(StringComparer.Ordinal), trying.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void What_does_not_throw_answers_the_result_of_what_does(Type client)
    {
        foreach (var trying in Operations(client).Where(IsTrying))
        {
            var throwing = trying.DeclaringType!.GetMethod(
                trying.Name["Try".Length..],
                [.. trying.GetParameters().Select(one => one.ParameterType)]
            )!;
            var result = trying.ReturnType.GetGenericArguments().Single();

            Assert.Equal(
                throwing.ReturnType == typeof(Task)
                    ? typeof(ApiResult)
                    : typeof(ApiResult<>).MakeGenericType(throwing.ReturnType.GetGenericArguments()),
                result
            );
        }
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_list_comes_as_items_and_as_pages(Type client) =>
        Assert.All(
            // A stream of what happens has no pages.
            Operations(client)
                .Where(method => method.ReturnType.Name == "IAsyncEnumerable`1")
                .Where(method => method.Name != nameof(Checkouts.ClientStreamAsync)),
            items =>
            {
                var name = items.Name[..^"Async".Length] + "PageAsync";
                var page = items.DeclaringType!.GetMethods().Single(method => method.Name == name);
                Assert.Equal(
                    typeof(Task<>).MakeGenericType(
                        typeof(Page<>).MakeGenericType(items.ReturnType.GetGenericArguments())
                    ),
                    page.ReturnType
                );
            }
        );

    [Theory]
    [MemberData(nameof(Clients))]
    public void What_may_be_left_out_may_be_null(Type client) =>
        Assert.All(
            Operations(client).SelectMany(method => method.GetParameters()).Where(one => one.HasDefaultValue),
            parameter =>
                Assert.True(
                    parameter.ParameterType.IsValueType
                        || Nullability.Create(parameter).WriteState is NullabilityState.Nullable,
                    $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name}: {parameter.Name}"
                )
        );

    private static bool IsTrying(MethodInfo method) => method.Name.StartsWith("Try", StringComparison.Ordinal);

    private static string Signature(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}("
        + string.Join(", ", method.GetParameters().Select(one => $"{one.ParameterType} {one.Name} {one.DefaultValue}"))
        + ")";

    private static IEnumerable<MethodInfo> Operations(Type client) =>
        Resources(client)
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal));

    private static IEnumerable<Type> Resources(Type parent) =>
        parent
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.PropertyType)
            .Where(type => type.Namespace == parent.Namespace)
            .SelectMany(type => Resources(type).Prepend(type));
}
