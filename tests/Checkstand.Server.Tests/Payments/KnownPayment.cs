using System.Text.Json.Nodes;

namespace Checkstand.Server.Tests.Payments;

/// <summary>A request under a key of its own, and what came back; null when the server died over it.</summary>
internal sealed record KeyedRequest(string Path, string? Body, string Key, Answer? Answer);

/// <summary>A payment as the one client that changes it knows it: every request that it sent, in order.</summary>
internal sealed class KnownPayment(string session, long amount)
{
    private readonly List<KeyedRequest> sent = [];

    public string Session => session;

    /// <summary>Answered requests.</summary>
    public int Answers => sent.Count(request => request.Answer is not null);

    /// <summary>Pays with the session.</summary>
    public Task<Answer> PayAsync(ApiClient api, string intent) =>
        AskAsync(
            api,
            "/transactions",
            PaymentCalls.PayBody(PaymentCalls.SessionMethod(session), amount, intent, session)
        );

    /// <summary>Captures, voids or gives back.</summary>
    public Task<Answer> FollowAsync(ApiClient api, string transaction, string what, long? minorUnits) =>
        AskAsync(
            api,
            $"/transactions/{transaction}/{what}",
            minorUnits is null ? null : $$"""{"amount":{{minorUnits}}}"""
        );

    /// <summary>Sends what got no answer again, under its key. It must be answered now, and not with a refusal.</summary>
    public async Task RetryAsync(ApiClient api)
    {
        for (var i = 0; i < sent.Count; i++)
        {
            if (sent[i].Answer is null)
            {
                var answer = await api.PostAsync(sent[i].Path, sent[i].Body, sent[i].Key);
                Assert.True(answer.Status is 200 or 201, $"{sent[i]} was answered {answer.Status}: {answer.Body}");
                sent[i] = sent[i] with { Answer = answer };
            }
        }
    }

    /// <summary>Compares everything that was answered with what a server says now, when nothing is open.</summary>
    public async Task CompareAsync(ApiClient api)
    {
        foreach (var request in sent)
        {
            var replayed = await api.PostAsync(request.Path, request.Body, request.Key);
            Assert.Equal(request.Answer!.Body, replayed.Body);
        }

        if (sent.Count == 0)
        {
            return;
        }

        var id = sent[0].Answer!.Json.Text("id");
        var shown = Assert.Single(await api.TransactionsAsync($"checkout_session_id={session}"));
        Assert.Equal(id, shown.Text("id"));
        Assert.Contains(shown.Text("status"), Ended);
        var captured = (await api.DoneAsync(id, "captures")).Sum(one => one.Number("amount"));
        var refunded = (await api.DoneAsync(id, "refunds")).Sum(one => one.Number("amount"));
        Assert.Equal((captured, refunded), (shown.Number("captured_amount"), shown.Number("refunded_amount")));
        Assert.InRange(captured, 0, amount);
        Assert.InRange(refunded, 0, captured);
        AssertAcknowledged(shown);

        // A key that the provider never saw has no row here, so a transaction that failed may have none.
        var charges = await api.ChargesAsync(session);
        var isCharged = shown.Text("status") is "authorization_succeeded" or "capture_succeeded";
        Assert.Equal(isCharged ? 1 : 0, charges.Count(charge => charge.Text("outcome") == "charged"));
        Assert.InRange(charges.Count, isCharged ? 1 : 0, 1);
    }

    private static readonly string[] Ended =
    [
        "authorization_succeeded",
        "capture_succeeded",
        "authorization_declined",
        "authorization_failed",
        "authorization_voided",
    ];

    // What a client was told has happened stays so.
    private void AssertAcknowledged(JsonNode shown)
    {
        var statuses = sent.Where(request => request.Answer!.Json.Text("type") == "transaction")
            .Select(request => request.Answer!.Json.Text("status"));
        // A status on the way to another may have gone on to it.
        if (statuses.Last() is var told && Ended.Contains(told))
        {
            Assert.Equal(told, shown.Text("status"));
        }

        var refunds = sent.Where(request => request.Answer!.Json.Text("type") == "refund").ToList();
        var refunded = refunds
            .Where(request => request.Answer!.Json.Text("status") == "succeeded")
            .Sum(request => request.Answer!.Json.Number("amount"));
        Assert.True(refunded <= shown.Number("refunded_amount"), $"{refunded} were given back: {shown}");
        Assert.True(refunds.Count == 0 || shown.Text("status") == "capture_succeeded", shown.ToJsonString());
    }

    private async Task<Answer> AskAsync(ApiClient api, string path, string? body)
    {
        var request = new KeyedRequest(path, body, $"{session}-{sent.Count}", null);
        sent.Add(request);
        var answer = await api.PostAsync(path, body, request.Key);
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} under load: {answer.Body}");
        sent[^1] = request with { Answer = answer };
        return answer;
    }
}
