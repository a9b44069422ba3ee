using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>Requests that most tests begin with. The cards are test numbers that the schemes publish.</summary>
internal static class Paying
{
    public const string Visa = "4111111111111111";
    public const string Declined = "4000000000000002";
    public const string Challenged = "4000002760003184";
    public const string LateSuccess = "4000000000000077";

    /// <summary>Well formed, and nothing's.</summary>
    public const string UnknownId = "01941f29-7c00-7aaa-8aaa-0123456789ab";

    public static CheckoutSessionSecureFields Fields(string number = Visa) =>
        new()
        {
            PaymentMethod = new CheckoutSessionCardPaymentMethod
            {
                Number = number,
                ExpirationDate = "12/35",
                SecurityCode = "123",
            },
        };

    public static CardWithUrlPaymentMethodCreate Card(string number = Visa) =>
        new()
        {
            Number = number,
            ExpirationDate = "12/35",
            SecurityCode = "123",
        };

    /// <summary>A payment of 12.99 USD with a card of its own.</summary>
    public static TransactionCreate Payment(string number = Visa) =>
        new()
        {
            Amount = 1299,
            Currency = "USD",
            PaymentMethod = Card(number),
        };

    extension(Gr4vyClient client)
    {
        /// <summary>Opens a session and puts a card on it.</summary>
        public async Task<CheckoutSession> OpenWithCardAsync(CheckoutSessionCreate? session = null)
        {
            var opened = await client.CheckoutSessions.CreateAsync(session);
            await client.CheckoutSessions.UpdateFieldsAsync(opened.Id, Fields());
            return opened;
        }

        /// <summary>A transaction that reserved 12.99 USD.</summary>
        public Task<Transaction> AuthorizedAsync() => client.Transactions.CreateAsync(Payment());

        /// <summary>A transaction that took 12.99 USD.</summary>
        public Task<Transaction> CapturedAsync(string? externalIdentifier = null)
        {
            var payment = Payment();
            payment.Intent = TransactionIntent.Capture;
            payment.ExternalIdentifier = externalIdentifier;
            return client.Transactions.CreateAsync(payment);
        }
    }
}
