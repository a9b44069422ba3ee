using Checkstand.Core;
using Checkstand.Core.Organizations;

namespace Checkstand.Polar.AccessTokens;

/// <summary>What one token may let another do: never more than it may itself.</summary>
internal static class Granting
{
    public static IEnumerable<FieldProblem> Problems(AccessToken granting, IReadOnlyList<string> scopes) =>
        scopes
            .Index()
            .Where(scope => !granting.Scopes.Contains(scope.Item))
            .Select(scope => new FieldProblem(
                ["scopes", scope.Index],
                "A token can't grant a scope that it hasn't itself."
            ));
}
