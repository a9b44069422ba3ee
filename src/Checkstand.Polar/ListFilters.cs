using Checkstand.Core.Organizations;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar;

/// <summary>Filters that nearly every list has.</summary>
internal static class ListFilters
{
    /// <summary>Whether only things of other organizations are asked for, of which a token sees none.</summary>
    public static bool Excludes(CheckedObject query, OrganizationId organization) =>
        Ids(query, "organization_id") is { Count: > 0 } wanted && !wanted.Contains(organization.Value);

    /// <summary>A list of ids.</summary>
    public static IReadOnlyList<Guid> Ids(CheckedObject query, string name) =>
        [.. query.Texts(name).Select(text => Guid.ParseExact(text, "D"))];
}
