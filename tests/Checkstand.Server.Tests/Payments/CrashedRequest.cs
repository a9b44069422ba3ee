using System.Diagnostics;

namespace Checkstand.Server.Tests.Payments;

/// <summary>A request that no answer came to, because the server died, and what must be true of it afterwards.</summary>
internal sealed class CrashedRequest(CrashCase crash, int number)
{
    // Apart from every other request of the server, and from the amounts that bring about errors.
    private readonly long amount = 10_000 + number;
    private readonly string key = $"crash-{number}";
    private string session = "";
    private string transaction = "";

    /// <summary>Half of them are sent again at once, while the start still looks up what is open.</summary>
    public bool IsRetriedAtOnce => number % 2 == 0;

    private bool IsAuthorization =>
        crash.Asked is Asked.PaymentWithSession or Asked.SaleWithSession or Asked.PaymentWithCard;

    private string Intent => crash.Asked == Asked.SaleWithSession ? "capture" : "authorize";

    public override string ToString() => $"{crash} (amount {amount}, session {session}, transaction {transaction})";

    /// <summary>Brings about what the request needs, without a key and without passing the point.</summary>
    public async Task PrepareAsync(ApiClient api)
    {
        switch (crash.Asked)
        {
            case Asked.PaymentWithSession or Asked.SaleWithSession:
                session = await api.OpenWithCardAsync();
                break;
            case Asked.Capture or Asked.Void:
                transaction = (await api.PayByCardAsync(amount)).As(201).Text("id");
                break;
            case Asked.Refund:
                transaction = (await api.PayByCardAsync(amount, "capture")).As(201).Text("id");
                break;
            case Asked.WhatIsRefused:
                session = await api.OpenWithCardAsync();
                transaction = (await api.PayAsync(session, amount)).As(201).Text("id");
                break;
            default:
                Assert.Equal(Asked.PaymentWithCard, crash.Asked);
                break;
        }
    }

    /// <summary>Sends it; the same however often.</summary>
    public Task<Answer> SendAsync(ApiClient api) => SendAsync(api, key);

    /// <summary>Asserts what is known before anybody asks again: what the provider did, and nothing half-written.</summary>
    public async Task AssertFoundAsync(ApiClient api)
    {
        var isDone = crash.Reached == Reached.Provider;
        if (!IsAuthorization)
        {
            Assert.Equal(isDone, await IsDoneAsync(api));
            return;
        }

        Assert.Equal(isDone ? 1 : 0, await ChargedAsync(api));
        var found = await FindAsync(api);
        Assert.Equal(crash.Reached == Reached.Nothing ? 0 : 1, found.Count);
        Assert.All(found, one => Assert.Equal(isDone ? Succeeded : "authorization_failed", one.Text("status")));
    }

    /// <summary>Sends it again, and asserts that it was, or is now, carried out once and never twice.</summary>
    /// <param name="api">The server after the crash.</param>
    /// <param name="untilSettled">Waits until nothing is open.</param>
    public async Task AssertRetriedOnceAsync(ApiClient api, Func<Task> untilSettled)
    {
        var again = await SendAsync(api);
        await untilSettled();
        if (crash.Asked == Asked.WhatIsRefused)
        {
            again.IsError(409);
            Assert.Equal(1, await ChargedAsync(api));
            return;
        }

        var id = again.As(crash.Asked is Asked.Capture or Asked.Void ? 200 : 201).Text("id");
        var replayed = await SendAsync(api);
        Assert.Equal((again.Status, again.Body), (replayed.Status, replayed.Body));
        Assert.Contains("Idempotency-Replayed: true", replayed.Head, StringComparison.OrdinalIgnoreCase);
        if (IsAuthorization)
        {
            Assert.Equal(id, Assert.Single(await FindAsync(api)).Text("id"));
        }

        // What was stored and never sent has failed for good; the merchant asks anew, under another key.
        var isDone = crash.Reached != Reached.Stored;
        Assert.Equal(isDone, await IsDoneAsync(api));
        if (!isDone)
        {
            var anew = await SendAsync(api, $"{key}-anew");
            Assert.True(anew.Status is 200 or 201, anew.Body);
            Assert.True(await IsDoneAsync(api), anew.Body);
        }

        await AssertNotDoneTwiceAsync(api);
    }

    private string Succeeded => Intent == "capture" ? "capture_succeeded" : "authorization_succeeded";

    // Cards may pay twice, sessions and movements of one transaction may not.
    private async Task AssertNotDoneTwiceAsync(ApiClient api)
    {
        if (crash.Asked != Asked.PaymentWithCard)
        {
            var twice = await SendAsync(api, $"{key}-twice");
            Assert.True(twice.Status is 400 or 409, twice.Body);
        }

        Assert.True(await IsDoneAsync(api));
    }

    private Task<Answer> SendAsync(ApiClient api, string under) =>
        crash.Asked switch
        {
            Asked.PaymentWithSession or Asked.SaleWithSession or Asked.WhatIsRefused => api.PayAsync(
                session,
                amount,
                Intent,
                under
            ),
            Asked.PaymentWithCard => api.PayByCardAsync(amount, Intent, under),
            Asked.Capture => api.PostAsync($"/transactions/{transaction}/capture", null, under),
            Asked.Void => api.PostAsync($"/transactions/{transaction}/void", null, under),
            Asked.Refund => api.PostAsync($"/transactions/{transaction}/refunds", null, under),
            _ => throw new UnreachableException($"No request is defined for {crash.Asked}."),
        };

    // Whether what was asked for has happened, exactly once, by our books and by the provider's.
    private async Task<bool> IsDoneAsync(ApiClient api)
    {
        if (IsAuthorization)
        {
            var succeeded = (await FindAsync(api)).Count(one => one.Text("status") == Succeeded);
            Assert.Equal(succeeded, await ChargedAsync(api));
            Assert.InRange(succeeded, 0, 1);
            return succeeded == 1;
        }

        var found = await api.TransactionAsync(transaction);
        switch (crash.Asked)
        {
            case Asked.Capture:
                var captured = (await api.DoneAsync(transaction, "captures")).Sum(one => one.Number("amount"));
                Assert.Equal(captured, found.Number("captured_amount"));
                Assert.Equal(captured == 0 ? "authorization_succeeded" : "capture_succeeded", found.Text("status"));
                return captured == amount;
            case Asked.Refund:
                var refunded = (await api.DoneAsync(transaction, "refunds")).Sum(one => one.Number("amount"));
                Assert.Equal(refunded, found.Number("refunded_amount"));
                return refunded == amount;
            case Asked.Void:
                var isVoided = found.Text("status") == "authorization_voided";
                Assert.Equal(isVoided ? 0 : 1, await ChargedAsync(api));
                return isVoided;
            default:
                return await ChargedAsync(api) == 1;
        }
    }

    private Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> FindAsync(ApiClient api) =>
        api.TransactionsAsync(session.Length > 0 ? $"checkout_session_id={session}" : $"amount_eq={amount}");

    private async Task<int> ChargedAsync(ApiClient api)
    {
        var charges = session.Length > 0 ? await api.ChargesAsync(session) : await api.ChargesAsync();
        return charges.Count(one => one.Number("amount") == amount && one.Text("outcome") == "charged");
    }
}
