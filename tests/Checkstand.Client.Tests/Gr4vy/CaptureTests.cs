using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class CaptureTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Transactions transactions = server.Gr4vy.Transactions;

    [Fact]
    public async Task Without_an_amount_all_is_captured()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();

        var captured = await transactions.CaptureAsync(paid.Id);

        Assert.Equal(TransactionStatus.CaptureSucceeded, captured.Status);
        Assert.Equal(1299, captured.CapturedAmount);
    }

    [Fact]
    public async Task Parts_are_captured_and_found_again()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();

        var first = await transactions.CaptureAsync(
            paid.Id,
            new()
            {
                Amount = 500,
                Final = false,
                ExternalIdentifier = "c-1",
            }
        );
        var second = await transactions.CaptureAsync(paid.Id, new() { Amount = 99 });
        var captures = await transactions.Captures.ListAsync(paid.Id);

        Assert.Equal((500, 599), (first.CapturedAmount, second.CapturedAmount));
        Assert.Equal([99, 500], captures.Select(capture => capture.Amount));
        Assert.Equal([true, false], captures.Select(capture => capture.Final));
        Assert.All(captures, capture => Assert.Equal(paid.Id, capture.TransactionId));
        Assert.Equal(CaptureStatus.Succeeded, captures[1].Status);
        Assert.Equal("c-1", captures[1].ExternalIdentifier);
        Assert.Equivalent(captures[1], await transactions.Captures.GetAsync(paid.Id, captures[1].Id), strict: true);
    }

    [Fact]
    public async Task The_capture_itself_is_told_to_who_prefers_it()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();

        var outcome = await transactions.CaptureDetailedAsync(
            paid.Id,
            new()
            {
                Amount = 7,
                Airline = SeedPayload.Airline(),
                CartItems = [SeedPayload.Item()],
            }
        );

        Assert.Equal(("transaction-capture", CaptureStatus.Succeeded), (outcome.Type, outcome.Status));
        Assert.Equal(("00", (string?)null), (outcome.RawResponseCode, outcome.Code));
        Assert.Equal((paid.Id, 7), (outcome.Transaction.Id, outcome.Transaction.CapturedAmount));
        Assert.Equal(Assert.Single(await transactions.Captures.ListAsync(paid.Id)).Id, outcome.CaptureId);
    }

    [Fact]
    public async Task More_than_was_reserved_is_refused()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();

        var error = await Assert.ThrowsAsync<BadRequestException>(() =>
            transactions.CaptureAsync(paid.Id, new() { Amount = 1300 })
        );

        Assert.Equal(("body", "/amount"), (error.Details[0].Location, error.Details[0].Pointer));
    }
}
