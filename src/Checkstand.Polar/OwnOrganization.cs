using Checkstand.Core;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;

namespace Checkstand.Polar;

/// <summary>
/// <c>organization_id</c> where it says whose things are meant. A token acts for one organization, so it can only repeat
/// what the token says.
/// </summary>
internal static class OwnOrganization
{
    private const string Name = "organization_id";

    /// <summary>In the body of what is made.</summary>
    public static readonly Field Body = Forms.Maybe(Name, Forms.Uuid4);

    /// <summary>In the query of a list.</summary>
    public static readonly Field Query = Forms.Maybe(Name, new ArrayShape(Forms.Uuid4));

    /// <summary>The refusal of a body that names another organization; null when it does not.</summary>
    public static FieldProblem? Refuse(Call call) =>
        call.Body!.Id(Name) is { } named && named != call.Organization.Value
            ? FieldProblem.Of(Name, "The access token acts for another organization.")
            : null;

    /// <summary>Whether a list is of other organizations only, and so is empty.</summary>
    public static bool IsLeftOut(Call call)
    {
        var named = call.Query!.Texts(Name);
        return named.Count > 0 && !named.Contains(call.Organization.ToString());
    }
}
