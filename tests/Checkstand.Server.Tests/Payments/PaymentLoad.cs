using System.Collections.Concurrent;

namespace Checkstand.Server.Tests.Payments;

/// <summary>Clients that pay, capture, void and give back until the server is gone, and remember every answer.</summary>
internal sealed class PaymentLoad
{
    private const int Clients = 8;

    // Mostly approved; a late outcome stays pending, because nobody moves the clock meanwhile.
    private static readonly string[] Numbers =
    [
        PaymentCalls.Approved,
        PaymentCalls.Approved,
        PaymentCalls.Approved,
        "4000000000000002",
        PaymentCalls.Late,
        PaymentCalls.AnswerLost,
        PaymentCalls.NotChargedAnswerLost,
    ];

    private readonly ConcurrentQueue<KnownPayment> payments = [];
    private readonly TaskCompletionSource firstPaid = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PaymentLoad(Uri address, string token, int seed)
    {
        Ended = Task.WhenAll(
            Enumerable.Range(0, Clients).Select(i => Task.Run(() => RunAsync(address, token, new Random(seed + i))))
        );
    }

    /// <summary>Completes when every client has seen the server go; fails when a client was answered wrongly.</summary>
    public Task Ended { get; }

    /// <summary>Completes when a payment was answered for the first time.</summary>
    public Task Begun => firstPaid.Task;

    public IReadOnlyCollection<KnownPayment> Payments => payments;

    public static PaymentLoad Start(Uri address, string token, int seed) => new(address, token, seed);

    private async Task RunAsync(Uri address, string token, Random random)
    {
        using var api = new ApiClient(address, token);
        try
        {
            while (true)
            {
                await LiveAsync(api, random);
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed, which is what this waits for.
        }
    }

    private async Task LiveAsync(ApiClient api, Random random)
    {
        var session = await api.OpenWithCardAsync(Numbers[random.Next(Numbers.Length)]);
        var amount = random.Next(100, 10_000);
        var payment = new KnownPayment(session, amount);
        payments.Enqueue(payment);
        var paid = (await payment.PayAsync(api, random.Next(2) == 0 ? "authorize" : "capture")).Json;
        firstPaid.TrySetResult();
        var id = paid.Text("id");
        var isCaptured = paid.Text("status") == "capture_succeeded";
        if (paid.Text("status") == "authorization_succeeded")
        {
            isCaptured = random.Next(3) > 0;
            await payment.FollowAsync(api, id, isCaptured ? "capture" : "void", minorUnits: null);
        }

        for (var left = isCaptured ? random.Next(3) : 0; left > 0; left--)
        {
            await payment.FollowAsync(api, id, "refunds", amount / 3);
        }
    }
}
