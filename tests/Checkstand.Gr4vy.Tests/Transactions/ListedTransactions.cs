namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>
/// A server with five transactions of the default account, a minute apart, and one of another account. Each has a
/// letter, from the oldest on.
/// </summary>
public sealed class ListedTransactions : PayingServer
{
    private readonly Dictionary<char, Answer> made = [];

    internal IReadOnlyDictionary<char, Answer> Made => made;

    internal string SessionOfD { get; private set; } = "";

    /// <summary>Letters of all, newest first.</summary>
    public const string All = "edcba";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PayAsync(
            'a',
            """
            {"amount":1000,"currency":"USD","country":"US","external_identifier":"ext-a","metadata":{"k":"v","n":"1"},
             "buyer_external_identifier":"buyer-a",
             "buyer":{"display_name":"Ada Lovelace","billing_details":{"first_name":"Augusta","last_name":"King","email_address":"Ada@Example.com","address":{"city":"London"}}},
            """ + Card(Cards.Visa)
        );
        await PayAsync(
            'b',
            """
            {"amount":2000,"currency":"EUR","country":"GB","intent":"capture","payment_source":"recurring",
             "merchant_initiated":true,"is_subsequent_payment":true,"metadata":{"k":"v"},
             "buyer":{"external_identifier":"guest-b"},
            """ + Card(Cards.Mastercard)
        );
        (await Api.ActAsync(made['b'].TextAt("/id")!, "refunds", """{"amount":500}""")).Expect(201);
        await PayAsync('c', """{"amount":3000,"currency":"USD",""" + Card(Cards.InsufficientFunds));
        SessionOfD = await Api.OpenWithCardAsync(Cards.Challenged);
        await PayAsync('d', Paying.WithSession(SessionOfD).Replace("1299", "4000", StringComparison.Ordinal));
        (
            await Api.SendAsync(
                Api.Backend("POST", "/payment-services", OtherAccount).Json(PaymentServices.PaymentServiceTests.Body())
            )
        ).Expect(201);
        (await Api.CreateTransactionAsync(Paying.WithCard(more: ",\"country\":\"US\""), OtherAccount)).Expect(201);
        // Nothing moves the clock after the last, so it stays open.
        made['e'] = (
            await Api.CreateTransactionAsync("""{"amount":5000,"currency":"USD",""" + Card(Cards.LateSuccess))
        ).Expect(201);
    }

    private async Task PayAsync(char letter, string body)
    {
        made[letter] = (await Api.CreateTransactionAsync(body)).Expect(201);
        if (made[letter].TextAt("/status") == "buyer_approval_pending")
        {
            await DecideAsync(made[letter], isApproved: true);
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static string Card(string number) => $"\"payment_method\":{Cards.Method(number)}}}";
}
