using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// The settings of the Stripe connector, from the section <c>Checkstand:Stripe</c>. Secrets come from here only: a
/// payment service in the database names an account, never a key.
/// </summary>
public sealed class StripeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Checkstand:Stripe";

    /// <summary>
    /// The version of Stripe's API that requests are written for and answers are read by, sent as
    /// <c>Stripe-Version</c>: an account's own default must not decide how its answers look.
    /// </summary>
    public const string ApiVersion = "2024-06-20";

    /// <summary>Characters of the longest account name.</summary>
    public const int AccountNameLengthMax = 50;

    // Less would time out on a TLS handshake; more is longer than the server lets any connector take (45 s).
    private const int TimeoutMsMin = 1_000;
    private const int TimeoutMsMax = 40_000;

    private string? unreadable;

    /// <summary>Where Stripe is. Default <c>https://api.stripe.com</c>; plain HTTP is taken for loopback only.</summary>
    public Uri ApiBase { get; init; } = new("https://api.stripe.com");

    /// <summary>Milliseconds for one call with its retries, 1000 to 40000. Default 30000.</summary>
    public int TimeoutMs { get; init; } = 30_000;

    /// <summary>The accounts by name, found in either case, as configuration keys are. Default none.</summary>
    /// <exception cref="ArgumentException">Two names differ by case only.</exception>
    public IReadOnlyDictionary<string, StripeAccount> Accounts
    {
        get;
        init => field = new Dictionary<string, StripeAccount>(value, StringComparer.OrdinalIgnoreCase);
    } = new Dictionary<string, StripeAccount>();

    /// <summary>What is wrong with these settings, in one sentence without secrets; null when nothing is.</summary>
    public string? Problem =>
        unreadable
        ?? (
            TimeoutMs is < TimeoutMsMin or > TimeoutMsMax ? $"{Section}:TimeoutMs is {TimeoutMsMin} to {TimeoutMsMax}."
            : !IsUsable(ApiBase) ? $"{Section}:ApiBase is an https:// address without a path, or http:// on loopback."
            : null
        );

    internal TimeSpan Timeout => TimeSpan.FromMilliseconds(TimeoutMs);

    /// <summary>
    /// Reads the section: <c>Accounts:{name}:SecretKey</c>, <c>Accounts:{name}:WebhookSecret</c>, <c>ApiBase</c>,
    /// <c>TimeoutMs</c>. Never throws for what stands there: <see cref="Problem"/> says what can't be read.
    /// </summary>
    public static StripeOptions Read(IConfiguration section)
    {
        var defaults = new StripeOptions();
        var accounts = new Dictionary<string, StripeAccount>(StringComparer.OrdinalIgnoreCase);
        string? problem = null;
        foreach (var account in section.GetSection("Accounts").GetChildren())
        {
            var (name, key, webhooks) = (account.Key, account["SecretKey"], account["WebhookSecret"]);
            problem ??= ProblemOf(name, key, webhooks);
            if (ProblemOf(name, key, webhooks) is null)
            {
                accounts[name] = new StripeAccount(
                    name,
                    new Secret(key!),
                    string.IsNullOrEmpty(webhooks) ? null : new Secret(webhooks)
                );
            }
        }

        var apiBase = defaults.ApiBase;
        if (section["ApiBase"] is { } address && !Uri.TryCreate(address, UriKind.Absolute, out apiBase!))
        {
            apiBase = defaults.ApiBase;
            problem ??= $"{Section}:ApiBase is not an address.";
        }

        var timeoutMs = defaults.TimeoutMs;
        if (
            section["TimeoutMs"] is { } number
            && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out timeoutMs)
        )
        {
            problem ??= $"{Section}:TimeoutMs is not a whole number of milliseconds.";
        }

        return new StripeOptions
        {
            Accounts = accounts,
            ApiBase = apiBase,
            TimeoutMs = timeoutMs,
            unreadable = problem,
        };
    }

    /// <summary>Whether a text can name an account: 1 to 50 ASCII letters, digits, dashes and underscores.</summary>
    public static bool IsAccountName(string? text) =>
        text is { Length: > 0 and <= AccountNameLengthMax }
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    // A publishable key in the place of a secret one would be refused by Stripe at the first payment; better at the start.
    private static string? ProblemOf(string name, string? key, string? webhooks) =>
        !IsAccountName(name)
            ? $"A name under {Section}:Accounts is not 1 to {AccountNameLengthMax} letters, digits, dashes and underscores."
        : !HasPrefix(key, "sk_") && !HasPrefix(key, "rk_")
            ? $"{Section}:Accounts:{name}:SecretKey is a secret or restricted key of Stripe, which begins with sk_ or rk_."
        : !string.IsNullOrEmpty(webhooks) && !HasPrefix(webhooks, "whsec_")
            ? $"{Section}:Accounts:{name}:WebhookSecret is a signing secret of Stripe, which begins with whsec_."
        : null;

    private static bool HasPrefix(string? text, string prefix) =>
        Secret.IsWellFormed(text) && text!.StartsWith(prefix, StringComparison.Ordinal);

    private static bool IsUsable(Uri address) =>
        address is { IsAbsoluteUri: true, PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

/// <summary>One account with Stripe. Not a record: a generated ToString would list its members.</summary>
/// <param name="name">Its name in the configuration, which payment services and the webhook's path use.</param>
/// <param name="secretKey">The key that requests are sent with.</param>
/// <param name="webhookSecret">What notifications are signed with; null when none are expected.</param>
public sealed class StripeAccount(string name, Secret secretKey, Secret? webhookSecret)
{
    /// <summary>Its name in the configuration, which payment services and the webhook's path use.</summary>
    public string Name { get; } = name;

    /// <summary>The key that requests are sent with.</summary>
    public Secret SecretKey { get; } = secretKey;

    /// <summary>What notifications are signed with; null when none are expected.</summary>
    public Secret? WebhookSecret { get; } = webhookSecret;

    /// <summary>The name and no secret.</summary>
    public override string ToString() => $"Stripe account {Name}";
}
