using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;

namespace Checkstand.Core.Payments;

/// <summary>Compares our ledger with the providers' books, movement by movement.</summary>
public sealed class LedgerCheck(
    IPaymentStore store,
    PaymentServiceDirectory services,
    PaymentConnectors connectors,
    TimeProvider clock
)
{
    // A provider's clock and ours differ, and an outcome may become known here long after it happened there.
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>Compares every movement since an instant.</summary>
    /// <param name="since">Movements from here on, in either ledger, must be in the other.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public async Task<LedgerReport> RunAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + Slack;
        var ours = new Dictionary<string, (LedgerEntry Entry, bool IsDue)>(StringComparer.Ordinal);
        await foreach (var entry in store.ListLedgerAsync(Before(since), until, cancellation))
        {
            ours.Add(entry.OperationId.ToString(), (entry, entry.At >= since));
        }

        var differences = new List<LedgerDifference>();
        var compared = 0;
        foreach (var service in services.All)
        {
            if (connectors.For(service.DefinitionId) is not { } connector)
            {
                continue;
            }

            var account = new ProviderAccount(service.Id, service.Fields);
            await foreach (var theirs in connector.ListMovementsAsync(account, since, until, cancellation))
            {
                compared++;
                if (!ours.Remove(theirs.IdempotencyKey, out var match))
                {
                    differences.Add(new LedgerDifference(service, null, theirs));
                }
                else if (!IsSame(match.Entry, theirs))
                {
                    differences.Add(new LedgerDifference(service, match.Entry, theirs));
                }
            }
        }

        var unmatched = ours.Values.Where(left => left.IsDue).Select(left => left.Entry).ToList();
        foreach (var entry in unmatched)
        {
            var service = services.All.FirstOrDefault(service => service.Id == entry.PaymentServiceId);
            differences.Add(new LedgerDifference(service, entry, null));
        }

        return new LedgerReport(
            compared + unmatched.Count,
            [.. differences.Where(found => !IsGivenUp(found, differences))]
        );
    }

    // A challenge that was passed in the moment in which it was given up: the provider reserved the money and released
    // it at once, by a void whose key follows from the authorization's. Here nothing was ever reserved.
    private static bool IsGivenUp(LedgerDifference found, List<LedgerDifference> all) =>
        found is { Ours: null, Theirs: { } movement }
        && all.Any(other =>
            other is { Ours: null, Theirs: { } counterpart }
            && (IsReleasedBy(movement, counterpart) || IsReleasedBy(counterpart, movement))
        );

    private static bool IsReleasedBy(ProviderMovement reserved, ProviderMovement released) =>
        reserved.Kind == MovementKind.Authorization
        && released.Kind == MovementKind.Void
        && TimeOrderedId.TryParse(reserved.IdempotencyKey, out var id)
        && OperationId.Following(new OperationId(id)).ToString() == released.IdempotencyKey;

    // A release of money names no amount at every provider.
    private static bool IsSame(LedgerEntry ours, ProviderMovement theirs) =>
        ours.Kind == theirs.Kind && (ours.Kind == MovementKind.Void || ours.Amount == theirs.Amount);

    private static DateTimeOffset Before(DateTimeOffset since) =>
        since - DateTimeOffset.MinValue > Slack ? since - Slack : DateTimeOffset.MinValue;
}

/// <summary>What a comparison found.</summary>
/// <param name="Compared">How many movements were looked at.</param>
/// <param name="Differences">Where the two disagree; empty when they don't.</param>
public sealed record LedgerReport(int Compared, IReadOnlyList<LedgerDifference> Differences);

/// <summary>One disagreement: a movement that only one side has, or that the two tell differently.</summary>
/// <param name="Service">The payment service; null when it is not known any more.</param>
/// <param name="Ours">Our entry; null when we have none.</param>
/// <param name="Theirs">The provider's movement; null when it has none.</param>
public sealed record LedgerDifference(PaymentService? Service, LedgerEntry? Ours, ProviderMovement? Theirs);
