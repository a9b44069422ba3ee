using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Payments.Services;
using Checkstand.Core.Vault;
using Checkstand.Server;
using Checkstand.Server.Dev;
using Checkstand.TestProvider;
using Checkstand.TestProvider.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>
/// The sandbox's server: the default account has a card simulator that takes every currency and country, and the
/// simulator has its own routes. The other account has no payment service.
/// </summary>
public class PayingServer : Gr4vyServer
{
    // A look at what is due may find that the server's own is under way; a few looks later it is over.
    private const int LooksMax = 2000;

    internal CardPayments Payments => Services.GetRequiredService<CardPayments>();

    internal IPaymentStore PaymentStore => Services.GetRequiredService<IPaymentStore>();

    internal IIdempotencyStore Keys => Services.GetRequiredService<IIdempotencyStore>();

    internal CardVault Vault => Services.GetRequiredService<CardVault>();

    internal IPaymentConnector Connector => Services.GetRequiredService<PaymentConnectors>().For("mock-card")!;

    /// <summary>The default account's payment service.</summary>
    internal PaymentService Simulator =>
        Services
            .GetRequiredService<PaymentServiceDirectory>()
            .All.First(service => service.MerchantAccountId == MerchantAccountId.Default);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DevPaymentService.EnsureAsync(
            MerchantAccountId.Default,
            Services.GetRequiredService<PaymentServiceDirectory>(),
            Clock,
            CancellationToken.None
        );
    }

    /// <summary>Looks up what is due until a transaction is not open any more.</summary>
    internal async Task<Answer> SettledAsync(string transactionId)
    {
        for (var i = 0; i < LooksMax; i++)
        {
            var answer = (await Api.ReadAsync(transactionId)).Expect(200);
            if (answer.TextAt("/status") is not ("processing" or "buyer_approval_pending"))
            {
                return answer;
            }

            await Payments.ReconcileDueAsync(CancellationToken.None);
        }

        throw new InvalidOperationException($"The transaction {transactionId} stays open.");
    }

    /// <summary>The simulator's own books of a session, or of everything.</summary>
    internal async Task<IReadOnlyList<(string Key, string Outcome)>> ChargesAsync(string? sessionId = null)
    {
        var path = "/dev/charges" + (sessionId is null ? "" : $"?session_id={sessionId}");
        var answer = (await Api.SendAsync(new Ask("GET", path))).Expect(200);
        return
        [
            .. answer
                .At("/items")
                .EnumerateArray()
                .Select(item =>
                    (item.GetProperty("idempotency_key").GetString()!, item.GetProperty("outcome").GetString()!)
                ),
        ];
    }

    /// <summary>Decides a challenge as its buyer.</summary>
    internal async Task DecideAsync(Answer transaction, bool isApproved)
    {
        var page = new Uri(transaction.TextAt("/payment_method/approval_url")!);
        Assert.Equal(Address.Authority, page.Authority);
        var ask = new Ask("POST", page.AbsolutePath)
        {
            Body = isApproved ? "decision=approve"u8.ToArray() : "decision=fail"u8.ToArray(),
            ContentType = "application/x-www-form-urlencoded",
        };
        (await Api.SendAsync(ask)).Expect(200);
    }

    private protected override WebApplication Build(CheckstandOptions options, DataDirectory held, KeyRing ring)
    {
        var app = ServerProcess.Build(options, held, ring, Clock, jsonLogs: false, isSandbox: true);
        app.MapTestProvider(
            app.Services.GetRequiredService<TestLedger>(),
            Clock,
            app.Services.GetRequiredService<TestProviderNotifications>(),
            context => Gr4vyErrors.WriteAsync(context, StatusCodes.Status400BadRequest)
        );
        return app;
    }
}
