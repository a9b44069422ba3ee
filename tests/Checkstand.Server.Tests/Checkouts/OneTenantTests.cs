using System.Text;
using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Checkouts;

/// <summary>An organization is a merchant account: what one dialect sold, the other's tokens can see and give back.</summary>
public sealed class OneTenantTests : IDisposable
{
    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_payment_of_a_checkout_is_a_transaction_of_its_organization_that_can_be_refunded()
    {
        await using var server = await ServerProgram.StartSandboxAsync(data.Path);
        var (seller, polar) = CheckoutCalls.ClientOf(server);
        using var _ = seller;
        using var backend = await ApiClient.OfSandboxAsync(server);
        var checkout = await seller.OpenCheckoutAsync(polar.Text("product_id"));
        (await seller.ConfirmAsync(checkout)).As(200);

        var account = polar.Text("organization_id");
        var list = await AskAsync(backend, account, HttpMethod.Get, $"/transactions?checkout_session_id={checkout.Id}");
        var paid = Assert.Single(list.As(200)["items"]!.AsArray())!;
        Assert.Equal("capture_succeeded", paid.Text("status"));
        Assert.Equal(1000, paid["captured_amount"]!.GetValue<int>());

        var path = $"/transactions/{paid.Text("id")}/refunds";
        var refund = (await AskAsync(backend, account, HttpMethod.Post, path, """{"amount":400}""")).As(201);
        Assert.Equal("succeeded", refund.Text("status"));
        var ofAnother = polar["other_organization"]!.Text("organization_id");
        Assert.Equal(
            404,
            (await AskAsync(backend, ofAnother, HttpMethod.Get, $"/transactions/{paid.Text("id")}")).Status
        );
        await PaymentCalls.AssertLedgersAgreeAsync(data.Path);
    }

    private static async Task<Answer> AskAsync(
        ApiClient api,
        string account,
        HttpMethod method,
        string path,
        string? body = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Authorization", $"Bearer {api.Token}");
        request.Headers.Add("x-gr4vy-merchant-account-id", account);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await api.SendAsync(request);
    }
}
