using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>The pages of docs/client/polar name every operation, its parameters, its answer and its errors.</summary>
public sealed partial class OperationPageTests
{
    private const string Folder = "docs/client/polar";

    // Browsers follow it.
    private const string NotCalled = "checkout-links:redirect";

    private static readonly string[] OtherPages = ["README.md", "types.md", "enumerations.md"];

    private static readonly Dictionary<string, string[]> Sections = RepositoryFiles
        .Below(Folder, "*.md")
        .Where(path => !OtherPages.Contains(Path.GetFileName(path)))
        .SelectMany(SectionsOf)
        .ToDictionary(section => section.Name, section => section.Lines, StringComparer.Ordinal);

    [Fact]
    public void Every_operation_has_its_section_and_every_section_its_operation() =>
        Assert.Equal(
            Operations().Select(operation => operation.Name).Order(StringComparer.Ordinal),
            Sections.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_operation_that_the_server_has_is_an_operation_of_the_client()
    {
        var served = RepositoryFiles
            .Lines("docs/compatibility/polar.md")
            .Select(line => Row.Match(line))
            .Where(row => row.Success && row.Groups["id"].Value != NotCalled)
            .Select(row => $"{row.Groups["method"].Value} {row.Groups["path"].Value}");
        var called = Sections.Values.Select(lines =>
            lines.Select(line => Call.Match(line)).Single(call => call.Success).Groups["call"].Value
        );

        Assert.Equal(served.Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_parameters_are_those_of_the_method()
    {
        foreach (var (name, method) in Operations())
        {
            Assert.Equal(
                method.GetParameters().Select(parameter => (parameter.Name, parameter.HasDefaultValue ? "no" : "yes")),
                Table(Sections[name], "### Parameters").Select(row => ((string?)row[0].Trim('`'), row[2]))
            );
        }
    }

    [Fact]
    public void The_errors_are_those_that_the_method_documents()
    {
        var documented = Documented();
        foreach (var (name, method) in Operations())
        {
            var errors = documented[$"M:{method.DeclaringType!.FullName}.{method.Name}"]
                .Except(["ArgumentException", "CheckstandException"]);
            Assert.Equal(errors, Table(Sections[name], "### Errors").Select(row => row[0].Trim('`')));
        }
    }

    [Fact]
    public void A_status_on_a_page_is_that_of_the_exception()
    {
        var statuses = Sections
            .Values.SelectMany(lines => Table(lines, "### Errors"))
            .Select(row => (Name: row[0].Trim('`'), Status: row[1]))
            .Distinct();

        Assert.Equal(
            [
                ("AlreadyActiveSubscriptionException", "403"),
                ("AlreadyCanceledSubscriptionException", "403"),
                ("ApiException", "4XX, 5XX"),
                ("CheckoutCustomerDeletedException", "409"),
                ("CheckoutLockedException", "409"),
                ("DiscountRedemptionLimitReachedException", "403"),
                ("DisputeAutoAcceptNotEnabledException", "403"),
                ("ExpiredCheckoutException", "410"),
                ("HttpValidationException", "422"),
                ("InactiveSubscriptionException", "403"),
                ("NotOpenCheckoutException", "403"),
                ("NotPermittedException", "403"),
                ("PaymentErrorException", "400"),
                ("PaymentFailedException", "402"),
                ("PaymentNotReadyException", "403"),
                ("ResourceNotFoundException", "404"),
                ("SsoEnforcementRequiresConnectionException", "409"),
                ("SubscriptionLockedException", "409"),
                ("TooManyRequestsException", "429"),
                ("TrialAlreadyRedeemedException", "403"),
            ],
            statuses.OrderBy(row => row.Name, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_operation_has_an_example_and_says_what_it_answers()
    {
        foreach (var (name, method) in Operations())
        {
            var lines = Sections[name];
            Assert.Contains(lines, line => line.StartsWith("<!-- example: polar-", StringComparison.Ordinal));
            var answer = lines[Array.IndexOf(lines, "### Response") + 2];
            Assert.StartsWith($"`{TextOf(method.ReturnType)}`", answer, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(
        @"^\| (?<method>[A-Z]+) \| `(?<path>[^`]+)` \| (?<id>\S+) \| (?:done|partly) \|",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Row { get; }

    [GeneratedRegex("^`(?<call>[A-Z]+ /[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call { get; }

    private static IEnumerable<(string Name, MethodInfo Method)> Operations() =>
        from resource in typeof(PolarClient).GetProperties()
        from method in resource.PropertyType.GetMethods(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
        )
        where !method.Name.StartsWith("Try", StringComparison.Ordinal)
        where !method.Name.EndsWith("PageAsync", StringComparison.Ordinal)
        select ($"{resource.Name}.{method.Name}", method);

    private static Dictionary<string, string[]> Documented() =>
        XDocument
            .Load(Path.ChangeExtension(typeof(PolarClient).Assembly.Location, ".xml"))
            .Descendants("member")
            .GroupBy(member => ((string)member.Attribute("name")!).Split('(')[0], StringComparer.Ordinal)
            .ToDictionary(
                overloads => overloads.Key,
                overloads =>
                    overloads
                        .SelectMany(member => member.Elements("exception"))
                        .Select(exception => ((string)exception.Attribute("cref")!).Split('.')[^1])
                        .ToArray(),
                StringComparer.Ordinal
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
                .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Split('|').Skip(1).Select(cell => cell.Trim()).ToArray()),
        ];
}
