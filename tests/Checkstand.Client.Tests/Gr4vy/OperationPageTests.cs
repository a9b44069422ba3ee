using System.Reflection;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>The pages of docs/client/gr4vy name every operation, its parameters, its answer and its errors.</summary>
public sealed class OperationPageTests
{
    private const string Folder = "docs/client/gr4vy";

    private static readonly Dictionary<string, string[]> Sections = RepositoryFiles
        .Below(Folder, "*.md")
        .Where(path => typeof(Gr4vyClient).GetProperty(RepositoryFiles.Lines(path)[0]["# ".Length..]) is not null)
        .SelectMany(SectionsOf)
        .ToDictionary(section => section.Name, section => section.Lines, StringComparer.Ordinal);

    [Fact]
    public void Every_operation_has_its_section_and_every_section_its_operation() =>
        Assert.Equal(
            Operations().Select(operation => operation.Name).Order(StringComparer.Ordinal),
            Sections.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_parameters_are_those_of_the_method()
    {
        foreach (var (name, method) in Operations())
        {
            var rows = Table(Sections[name], "### Parameters");
            Assert.Equal(
                method.GetParameters().Select(parameter => (parameter.Name, parameter.HasDefaultValue ? "no" : "yes")),
                rows.Select(row => ((string?)row[0].Trim('`'), row[2]))
            );
        }
    }

    [Fact]
    public void Every_status_with_an_exception_of_its_own_has_its_row()
    {
        string[] expected =
        [
            "BadRequestException 400",
            "UnauthorizedException 401",
            "ForbiddenException 403",
            "NotFoundException 404",
            "MethodNotAllowedException 405",
            "ConflictException 409",
            "HttpValidationException 422",
            "UnprocessableContentException 422",
            "TooEarlyException 425",
            "TooManyRequestsException 429",
            "InternalServerErrorException 500",
            "BadGatewayException 502",
            "GatewayTimeoutException 504",
            "ApiException 4XX, 5XX",
        ];

        foreach (var (name, _) in Operations())
        {
            var rows = Table(Sections[name], "### Errors");
            Assert.Equal(expected, rows.Select(row => $"{row[0].Trim('`')} {row[1]}"));
            Assert.All(
                rows,
                row => Assert.NotNull(typeof(ApiException).Assembly.GetType($"Checkstand.Client.{row[0].Trim('`')}"))
            );
        }
    }

    [Fact]
    public void Every_operation_has_an_example_and_says_what_it_answers()
    {
        foreach (var (name, method) in Operations())
        {
            var lines = Sections[name];
            Assert.Contains(lines, line => line.StartsWith("<!-- example: gr4vy-", StringComparison.Ordinal));
            var answer = lines[Array.IndexOf(lines, "### Response") + 2];
            Assert.StartsWith($"`{TextOf(method.ReturnType)}`", answer, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(string Name, MethodInfo Method)> Operations() =>
        Operations(typeof(Gr4vyClient), "")
            .Where(operation => !operation.Method.Name.StartsWith("Try", StringComparison.Ordinal))
            .Where(operation => !operation.Method.Name.EndsWith("PageAsync", StringComparison.Ordinal));

    private static IEnumerable<(string Name, MethodInfo Method)> Operations(Type parent, string prefix) =>
        parent
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType.Namespace == typeof(Gr4vyClient).Namespace)
            .SelectMany(property =>
                EveryOperation
                    .MethodsOf(property.PropertyType)
                    .Select(method => ($"{prefix}{property.Name}.{method.Name}", method))
                    .Concat(Operations(property.PropertyType, $"{prefix}{property.Name}."))
            );

    private static string TextOf(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{TextOf(type.GetGenericArguments()[0])}>"
            : type.Name;

    private static IEnumerable<(string Name, string[] Lines)> SectionsOf(string path)
    {
        var lines = RepositoryFiles.Lines(path);
        var resource = lines[0]["# ".Length..];
        var starts = Enumerable
            .Range(0, lines.Count)
            .Where(at => lines[at].StartsWith("## ", StringComparison.Ordinal) && lines[at] != "## Overview")
            .ToList();
        return starts.Select(
            (start, i) =>
                (
                    $"{resource}.{lines[start]["## ".Length..]}",
                    lines.Skip(start).Take((i + 1 < starts.Count ? starts[i + 1] : lines.Count) - start).ToArray()
                )
        );
    }

    private static List<string[]> Table(string[] section, string heading) =>
        [
            .. section
                .SkipWhile(line => line != heading)
                .Skip(4)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray()),
        ];
}
