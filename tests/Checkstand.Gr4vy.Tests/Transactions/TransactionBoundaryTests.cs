using Checkstand.Gr4vy.Tests.Shapes;

namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>
/// Every bound that the vendor's document gives for payments: the value on it passes the check of form, the one beyond
/// is refused with 400 and the right place. What sessions hold as well is tried with them.
/// </summary>
public sealed class TransactionBoundaryTests(PayingServer server) : IClassFixture<PayingServer>
{
    // Refusals for what a value says, and for the payment method that the smallest bodies lack.
    private static readonly HashSet<string> ForMeaning =
    [
        "missing /payment_method",
        "no_payment_service /currency",
        "greater_than /amount",
        "greater_than /approval_expires_at",
        "not_supported /account_funding_transaction",
        "not_supported /installment_count",
        "not_supported /reauthorize_if_authorization_expired",
        "read_only /status",
        "read_only /amount",
        "read_only /authorized_amount",
        "read_only /captured_amount",
        "read_only /payment_service_transaction_id",
        "value_error /target_type",
        "value_error /target_id",
    ];

    private readonly ApiClient api = server.Api;

    public static TheoryData<string> Accepted => Names(boundary => boundary.RefusedAt is null);

    public static TheoryData<string> Refused => Names(boundary => boundary.RefusedAt is not null);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Placement.OfTransactions.Count)];

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task What_lies_within_the_bounds_is_accepted(string name)
    {
        var boundary = BoundaryCases.OfTransactions[name];

        var answer = await SendAsync(boundary.Place.OperationId, boundary.Body);

        if (answer.Status == 400)
        {
            var details = Envelope.Check(answer, 400);
            Assert.NotEmpty(details);
            Assert.All(details, detail => Assert.Contains($"{detail.Type} {detail.Pointer}", ForMeaning));
        }
        else
        {
            Assert.True(answer.Status is < 300 or 404, $"{answer.Status} {answer.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_lies_beyond_is_refused_in_its_place(string name)
    {
        var boundary = BoundaryCases.OfTransactions[name];

        var answer = await SendAsync(boundary.Place.OperationId, boundary.Body);

        Envelope.CheckViolation(answer, "body", boundary.RefusedAt!, boundary.RefusedAs);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_property_that_the_contract_does_not_name_is_refused(int placement)
    {
        var place = Placement.OfTransactions[placement];
        var target = Placement.Minimal(place.Schema);
        target["surprise"] = 1;

        var answer = await SendAsync(place.OperationId, place.Around(target).ToJsonString());

        Envelope.CheckViolation(answer, "body", $"{place.Pointer}/surprise", "extra_forbidden");
    }

    private Task<Answer> SendAsync(string operationId, string body)
    {
        var operation = Vendor.Transactions.Single(known => known.Id == operationId);
        return api.SendAsync(api.Backend(operation.Method, operation.PathWith(ApiClient.UnknownId)).Json(body));
    }

    private static TheoryData<string> Names(Func<BoundaryCase, bool> which) =>
        [.. BoundaryCases.OfTransactions.Values.Where(which).Select(boundary => boundary.Name)];
}
