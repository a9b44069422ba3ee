using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Cards;

/// <summary>A card that pays, how, and what follows.</summary>
/// <param name="Card">The card.</param>
/// <param name="Index">Which of the run; decides everything else.</param>
internal sealed record PaidCard(TestCard Card, int Index)
{
    // What brings about every outcome in turn: the amounts that the test provider declines, and those that it fails.
    private const int DeclinedFrom = 200_001;
    private const int Declined = 22;
    private const int FailedFrom = 300_001;
    private const int Failed = 15;

    // Numbers that bring about an outcome themselves; what sets them apart from each other is the code.
    private static readonly string[] SpecialNumbers =
    [
        "4000000000000002",
        "4000000000009995",
        "4000000000000069",
        "4000000000000127",
        "4000000000000119",
        "4000002760003184",
        PaymentCalls.AnswerLost,
        PaymentCalls.NotChargedAnswerLost,
        PaymentCalls.Late,
        "4000000000003725",
    ];

    /// <summary>A card for each number with an outcome of its own. Codes are above those of <see cref="TestCard"/>s with three digits.</summary>
    public static IReadOnlyList<TestCard> Special { get; } =
    [.. SpecialNumbers.Select((number, i) => new TestCard(number, "11/35", $"{590 + i}"))];

    /// <summary>
    /// An expiry may be kept beside a truncated number (PCI DSS 4.0.1), and a payment keeps it.
    /// </summary>
    public static bool IsForbidden(string encoding) => !encoding.StartsWith("expiry", StringComparison.Ordinal);

    /// <summary>Of numbers with many zeros, the short encodings appear by chance.</summary>
    public static bool IsForbiddenOfSpecial(string encoding) =>
        IsForbidden(encoding)
        && !encoding.Contains("BCD", StringComparison.Ordinal)
        && !encoding.StartsWith("integer", StringComparison.Ordinal)
        && !encoding.StartsWith("ten digits", StringComparison.Ordinal);

    private long Amount =>
        (Index % 10) switch
        {
            // The outcome of a special number is not that of its amount.
            _ when Special.Contains(Card) => 1000 + Index,
            3 or 7 => DeclinedFrom + (Index / 10 % Declined),
            5 => FailedFrom + (Index / 10 % Failed),
            _ => 1000 + Index,
        };

    private string Intent => Index % 3 == 0 ? "authorize" : "capture";

    private string? Key => Index % 4 == 0 ? null : $"card-{Index}";

    /// <summary>Pays, and captures, voids or gives back what can be.</summary>
    /// <returns>Every answer, and the transaction's last status.</returns>
    public async Task<(IReadOnlyList<Answer> Answers, string Status)> PayAsync(ApiClient api)
    {
        List<Answer> answers = [];
        var method = PaymentCalls.CardMethod(Card.Number, Card.Expiry, Card.Code);
        if (Index % 2 == 0)
        {
            var session = await api.OpenAsync();
            Assert.Equal(204, (await api.PutFieldsAsync(session, Card.Body)).Status);
            method = PaymentCalls.SessionMethod(session);
        }

        var body = PaymentCalls.PayBody(method, Amount, Intent, identifier: null);
        var paid = await api.PostAsync("/transactions", body, Key);
        var id = paid.As(201).Text("id");
        answers.Add(paid);
        if (Key is not null)
        {
            answers.Add(await api.PostAsync("/transactions", body, Key));
        }

        if (paid.Json.Text("status") == "authorization_succeeded")
        {
            answers.Add(await api.PostAsync($"/transactions/{id}/{(Index % 9 == 0 ? "void" : "capture")}"));
        }

        var shown = await api.SendAsync(HttpMethod.Get, $"/transactions/{id}");
        if (shown.As(200).Text("status") == "capture_succeeded")
        {
            answers.Add(await api.PostAsync($"/transactions/{id}/refunds", """{"amount":100,"reason":"returned"}"""));
        }

        foreach (var part in (string[])["", "/captures", "/refunds", "/events", "/actions"])
        {
            answers.Add(await api.SendAsync(HttpMethod.Get, $"/transactions/{id}{part}"));
        }

        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[200, 201]));
        return (answers, shown.Json.Text("status"));
    }
}
