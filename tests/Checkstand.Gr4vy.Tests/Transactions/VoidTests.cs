namespace Checkstand.Gr4vy.Tests.Transactions;

public sealed class VoidTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public async Task Reserved_money_is_released(string? body)
    {
        var id = await api.AuthorizedAsync();

        var released = (await api.ActAsync(id, "void", body)).Expect(200);

        Assert.Equal("transaction", released.TextAt("/type"));
        Assert.Equal("authorization_voided", released.TextAt("/status"));
        Assert.Equal(released.TextAt("/updated_at"), released.TextAt("/voided_at"));
        Assert.Equal(0, released.At("/captured_amount").GetInt32());
        Assert.Equal(released.Text, (await api.ReadAsync(id)).Text);
        Assert.Equal("not_charged", Assert.Single(await server.ChargesAsync(), one => one.Key == id).Outcome);
    }

    [Fact]
    public async Task The_void_itself_is_answered_to_those_who_prefer_it()
    {
        var id = await api.AuthorizedAsync();

        var answer = (await api.ActAsync(id, "void", prefer: "resource=transaction-void")).Expect(200);

        Assert.Equal(
            ["type", "status", "code", "raw_response_code", "raw_response_description", "transaction"],
            answer.Json.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal("transaction-void", answer.TextAt("/type"));
        Assert.Equal("succeeded", answer.TextAt("/status"));
        Assert.True(answer.IsNullAt("/code"));
        Assert.Equal((await api.ReadAsync(id)).Text, answer.At("/transaction").GetRawText());
    }

    [Theory]
    [InlineData("resource=transaction")]
    [InlineData("resource=transaction-capture")]
    public async Task Everybody_else_is_answered_the_transaction(string prefer) =>
        Assert.Equal(
            "transaction",
            (await api.ActAsync(await api.AuthorizedAsync(), "void", prefer: prefer)).Expect(200).TextAt("/type")
        );

    [Theory]
    [InlineData("cancel")]
    [InlineData("sync")]
    public async Task What_no_payment_service_does_is_refused(string verb)
    {
        var id = await api.AuthorizedAsync();

        Assert.Empty(Envelope.Check(await api.ActAsync(id, verb), 400));
        Assert.Empty(Envelope.Check(await api.ActAsync(ApiClient.UnknownId, verb), 404));
        Assert.Equal("authorization_succeeded", (await api.ReadAsync(id)).TextAt("/status"));
    }
}
