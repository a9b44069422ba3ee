using Checkstand.TestProvider.Challenges;
using Checkstand.TestProvider.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Checkstand.TestProvider;

/// <summary>The provider's own routes, all under <c>/dev</c>. They do not exist in production.</summary>
public static class TestProviderRoutes
{
    /// <summary>Adds <c>/dev/charges</c> and <c>/dev/challenges/{id}</c>.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="ledger">The provider's books.</param>
    /// <param name="clock">The service's clock.</param>
    /// <param name="notifications">Told of a decision before its buyer is sent back.</param>
    /// <param name="refuseSessionId">Answers 400 to a <c>session_id</c> that is no id, in the words of a dialect.</param>
    public static void MapTestProvider(
        this IEndpointRouteBuilder routes,
        TestLedger ledger,
        TimeProvider clock,
        TestProviderNotifications notifications,
        Func<HttpContext, Task> refuseSessionId
    )
    {
        routes.MapCharges(ledger, clock, refuseSessionId);
        routes.MapChallenges(ledger, clock, notifications);
    }
}
