using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>What an organization may do.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<OrganizationStatus>))]
public readonly record struct OrganizationStatus(string Value) : IOpenEnum<OrganizationStatus>
{
    /// <summary><c>created</c></summary>
    public static OrganizationStatus Created { get; } = new("created");

    /// <summary><c>review</c></summary>
    public static OrganizationStatus Review { get; } = new("review");

    /// <summary><c>snoozed</c></summary>
    public static OrganizationStatus Snoozed { get; } = new("snoozed");

    /// <summary><c>denied</c></summary>
    public static OrganizationStatus Denied { get; } = new("denied");

    /// <summary><c>active</c></summary>
    public static OrganizationStatus Active { get; } = new("active");

    /// <summary><c>blocked</c></summary>
    public static OrganizationStatus Blocked { get; } = new("blocked");

    /// <summary><c>offboarding</c></summary>
    public static OrganizationStatus Offboarding { get; } = new("offboarding");

    /// <summary><c>offboarded</c></summary>
    public static OrganizationStatus Offboarded { get; } = new("offboarded");

    /// <inheritdoc/>
    public static OrganizationStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Where a profile is.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<SocialPlatform>))]
public readonly record struct SocialPlatform(string Value) : IOpenEnum<SocialPlatform>
{
    /// <summary><c>x</c></summary>
    public static SocialPlatform X { get; } = new("x");

    /// <summary><c>github</c></summary>
    public static SocialPlatform Github { get; } = new("github");

    /// <summary><c>facebook</c></summary>
    public static SocialPlatform Facebook { get; } = new("facebook");

    /// <summary><c>instagram</c></summary>
    public static SocialPlatform Instagram { get; } = new("instagram");

    /// <summary><c>youtube</c></summary>
    public static SocialPlatform Youtube { get; } = new("youtube");

    /// <summary><c>tiktok</c></summary>
    public static SocialPlatform Tiktok { get; } = new("tiktok");

    /// <summary><c>linkedin</c></summary>
    public static SocialPlatform Linkedin { get; } = new("linkedin");

    /// <summary><c>threads</c></summary>
    public static SocialPlatform Threads { get; } = new("threads");

    /// <summary><c>discord</c></summary>
    public static SocialPlatform Discord { get; } = new("discord");

    /// <summary><c>other</c></summary>
    public static SocialPlatform Other { get; } = new("other");

    /// <inheritdoc/>
    public static SocialPlatform From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What an organization sold with before.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<SwitchingFrom>))]
public readonly record struct SwitchingFrom(string Value) : IOpenEnum<SwitchingFrom>
{
    /// <summary><c>paddle</c></summary>
    public static SwitchingFrom Paddle { get; } = new("paddle");

    /// <summary><c>lemon_squeezy</c></summary>
    public static SwitchingFrom LemonSqueezy { get; } = new("lemon_squeezy");

    /// <summary><c>gumroad</c></summary>
    public static SwitchingFrom Gumroad { get; } = new("gumroad");

    /// <summary><c>stripe</c></summary>
    public static SwitchingFrom Stripe { get; } = new("stripe");

    /// <summary><c>other</c></summary>
    public static SwitchingFrom Other { get; } = new("other");

    /// <inheritdoc/>
    public static SwitchingFrom From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>How an endpoint wants its events told.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<WebhookFormat>))]
public readonly record struct WebhookFormat(string Value) : IOpenEnum<WebhookFormat>
{
    /// <summary>As JSON of this contract.</summary>
    public static WebhookFormat Raw { get; } = new("raw");

    /// <summary>As a message for a Discord channel.</summary>
    public static WebhookFormat Discord { get; } = new("discord");

    /// <summary>As a message for a Slack channel.</summary>
    public static WebhookFormat Slack { get; } = new("slack");

    /// <inheritdoc/>
    public static WebhookFormat From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>The first digit of a status code.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<HttpCodeClass>))]
public readonly record struct HttpCodeClass(string Value) : IOpenEnum<HttpCodeClass>
{
    /// <summary><c>2xx</c></summary>
    public static HttpCodeClass Success { get; } = new("2xx");

    /// <summary><c>3xx</c></summary>
    public static HttpCodeClass Redirection { get; } = new("3xx");

    /// <summary><c>4xx</c></summary>
    public static HttpCodeClass ClientError { get; } = new("4xx");

    /// <summary><c>5xx</c></summary>
    public static HttpCodeClass ServerError { get; } = new("5xx");

    /// <inheritdoc/>
    public static HttpCodeClass From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
