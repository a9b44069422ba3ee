namespace Checkstand.Gr4vy.Tests.PaymentMethods;

/// <summary>A foreign payment method answers byte for byte as one that never was, and stays as it is.</summary>
public sealed class PaymentMethodTenantTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string> OnAMethod =>
        [
            .. Vendor
                .Resources.Where(operation => operation.PathParameters.Contains("payment_method_id"))
                .Select(operation => operation.Id),
        ];

    [Theory]
    [MemberData(nameof(OnAMethod))]
    public async Task Nobody_else_gets_at_a_payment_method(string operationId)
    {
        var operation = Vendor.Resources.Single(known => known.Id == operationId);
        var id = await api.StoreCardAsync(""","external_identifier":"secret" """);
        var before = (await api.GetMethodAsync(id)).Comparable;

        var onForeign = await api.SendAsync(Of(operation, id));
        var onUnknown = await api.SendAsync(Of(operation, ApiClient.UnknownId));

        Envelope.Check(onForeign, 404);
        Assert.Equal(onUnknown.Comparable, onForeign.Comparable);
        Assert.Equal(before, (await api.GetMethodAsync(id)).Comparable);
    }

    [Fact]
    public async Task Lists_are_of_one_merchant()
    {
        const string Buyer = ""","buyer_external_identifier":"shared" """;
        var own = await api.StoreCardAsync(Buyer);
        var foreign = await api.StoreCardAsync(Buyer, Gr4vyServer.OtherAccount);

        const string Query = "?buyer_external_identifier=shared";
        Assert.Equal([own], (await api.ListMethodsAsync(Query)).Ids());
        Assert.Equal([foreign], (await api.ListMethodsAsync(Query, Gr4vyServer.OtherAccount)).Ids());
        Assert.Equal([own], (await api.ListOfBuyerAsync(Query)).Ids());
        Assert.Equal([foreign], (await api.ListOfBuyerAsync(Query, Gr4vyServer.OtherAccount)).Ids());
    }

    private Ask Of(VendorOperation operation, string id)
    {
        var ask = api.Backend(operation.Method, operation.PathWith(id), Gr4vyServer.OtherAccount);
        return operation.TakesBody ? ask.Json("""{"expiration_date":"01/40"}""") : ask;
    }
}
