using Checkstand.Gr4vy.Tests.Shapes;

namespace Checkstand.Gr4vy.Tests.Idempotency;

/// <summary>Every POST takes a key, whatever it makes, but for the one that answers a private key.</summary>
public sealed class EveryPostTests(PayingServer server) : IClassFixture<PayingServer>
{
    private const string WithSecret = "create_api_key_pair";

    private readonly ApiClient api = server.Api;

    private static IEnumerable<VendorOperation> Posts =>
        Vendor.Implemented.Where(operation => operation is { Method: "POST", NeedsToken: true });

    public static TheoryData<string> Operations =>
        [.. Posts.Where(operation => operation.Id != WithSecret).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_was_done_is_answered_again_and_what_was_refused_is_refused_again(string operationId)
    {
        var ask = Of(operationId).Header(ReplayTests.Header, Guid.CreateVersion7().ToString());

        var first = await api.SendAsync(ask);
        var second = await api.SendAsync(ask);

        Assert.Equal((first.Status, first.Text), (second.Status, second.Text));
        Assert.Null(first.Header("idempotency-replayed"));
        Assert.Equal(first.Status < 300 ? "true" : null, second.Header("idempotency-replayed"));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_key_that_is_too_long_is_refused(string operationId)
    {
        var answer = await api.SendAsync(Of(operationId).Header(ReplayTests.Header, new string('x', 256)));

        Assert.Single(Envelope.CheckValidation(answer), detail => detail.Location == "header");
    }

    // A key's private half must not be kept to be sent again.
    [Fact]
    public async Task A_key_means_nothing_where_the_answer_holds_a_private_key()
    {
        var ask = Of(WithSecret).Header(ReplayTests.Header, Guid.CreateVersion7().ToString());

        await api.SendAsync(ask);

        Assert.Null((await api.SendAsync(ask)).Header("idempotency-replayed"));
    }

    private Ask Of(string operationId)
    {
        var operation = Posts.Single(known => known.Id == operationId);
        var ask = api.Backend(operation.Method, operation.PathWith(ApiClient.UnknownId));
        return operation.TakesBody ? ask.Json(BodyOf(operation)) : ask;
    }

    private static string BodyOf(VendorOperation operation) =>
        operation.Id switch
        {
            "create_transaction" => Paying.WithCard(),
            "create_payment_service" => PaymentServices.PaymentServiceTests.Body(),
            _ => Placement.Minimal(operation.RequestSchema.Split('|')[0]).ToJsonString(),
        };
}
