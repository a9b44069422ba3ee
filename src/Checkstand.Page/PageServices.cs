using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Microsoft.Extensions.Hosting;

namespace Checkstand.Page;

/// <summary>The verbs of the core that the page calls, and its settings.</summary>
public sealed record PageServices(
    OpenCheckouts Checkouts,
    CheckoutConfirmations Confirmations,
    ConfirmationLimit ConfirmationLimit,
    OrganizationDirectory Organizations,
    CheckoutFeed Feed,
    PageOptions Options,
    TimeProvider Clock,
    IHostApplicationLifetime Life
);

/// <summary>Settings of the page.</summary>
public sealed class PageOptions
{
    /// <summary>
    /// Where buyers reach this server, without a slash at its end. Null, the default, for the address that the request
    /// came in by.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether the page says that nothing here is real money.</summary>
    public bool IsSandbox { get; set; }
}
