using System.CommandLine;
using System.Globalization;

namespace Checkstand.Server.Commands;

/// <summary>The verbs about organizations and their access tokens, the tenants and keys of the Polar dialect.</summary>
internal static class OrganizationCommands
{
    // Days from now that the calendar has.
    private const int DaysMax = 36_500;

    public static Command Organizations()
    {
        var slug = new Argument<string>("slug") { Description = "3 to 64 lower-case letters, digits and dashes." };
        var name = new Option<string>("--name") { Description = "Its name for people. Without it: the slug." };
        return new Command("organizations", "Organizations: tenants of the Polar dialect.")
        {
            AdminCommands.Verb(
                "organizations create",
                "Makes an organization and prints its id; makes the vault's keys when there are none.",
                [name],
                [slug],
                parsed => new Dictionary<string, string[]>
                {
                    ["slug"] = AdminCommands.One(parsed.GetValue(slug)),
                    ["name"] = AdminCommands.One(parsed.GetValue(name)),
                }
            ),
            AdminCommands.Verb("organizations list", "Lists the organizations.", [], [], _ => []),
            OfOne("organizations block", "Blocks an organization: it sells nothing, from the next request on."),
            OfOne("organizations unblock", "Lets a blocked organization sell again."),
        };
    }

    private static Command OfOne(string verb, string description)
    {
        var organization = new Argument<string>("organization") { Description = "Its slug or id." };
        return AdminCommands.Verb(
            verb,
            description,
            [],
            [organization],
            parsed => new Dictionary<string, string[]>
            {
                ["organization"] = AdminCommands.One(parsed.GetValue(organization)),
            }
        );
    }

    public static Command Tokens()
    {
        var organization = new Option<string>("--organization")
        {
            Description = "Its slug or id; needed where there are several.",
        };
        var comment = new Option<string>("--comment") { Description = "What the token is for." };
        var scopes = new Option<string[]>("--scope")
        {
            Description = "A scope, such as checkouts:write; repeat for several. Without it: all.",
        };
        var days = new Option<int?>("--expires-in-days") { Description = "When it ends. Without it: never." };
        days.Validators.Add(result =>
        {
            if (result.GetValue(days) is < 1 or > DaysMax)
            {
                result.AddError($"--expires-in-days takes 1 to {DaysMax}.");
            }
        });
        var ofOrganization = new Option<string>("--organization") { Description = "Only the tokens of this one." };
        var id = new Argument<string>("token-id") { Description = "The token's id, as 'tokens list' shows it." };
        return new Command("tokens", "Access tokens of organizations.")
        {
            AdminCommands.Verb(
                "tokens create",
                "Makes an access token and prints it, once.",
                [organization, comment, scopes, days],
                [],
                parsed => new Dictionary<string, string[]>
                {
                    ["organization"] = AdminCommands.One(parsed.GetValue(organization)),
                    ["comment"] = AdminCommands.One(parsed.GetValue(comment)),
                    ["scope"] = parsed.GetValue(scopes) ?? [],
                    ["expires-in-days"] = AdminCommands.One(
                        parsed.GetValue(days)?.ToString(CultureInfo.InvariantCulture)
                    ),
                }
            ),
            AdminCommands.Verb(
                "tokens list",
                "Lists the access tokens.",
                [ofOrganization],
                [],
                parsed => new Dictionary<string, string[]>
                {
                    ["organization"] = AdminCommands.One(parsed.GetValue(ofOrganization)),
                }
            ),
            AdminCommands.Verb(
                "tokens revoke",
                "Revokes an access token; it is refused at once.",
                [],
                [id],
                parsed => new Dictionary<string, string[]> { ["token-id"] = AdminCommands.One(parsed.GetValue(id)) }
            ),
        };
    }
}
