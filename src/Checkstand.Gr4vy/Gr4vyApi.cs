using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.ApiKeyPairs;
using Checkstand.Gr4vy.Auth;
using Checkstand.Gr4vy.Buyers;
using Checkstand.Gr4vy.GiftCards;
using Checkstand.Gr4vy.MerchantAccounts;
using Checkstand.Gr4vy.PaymentMethods;
using Checkstand.Gr4vy.PaymentOptions;
using Checkstand.Gr4vy.PaymentServices;
using Checkstand.Gr4vy.Sessions;
using Checkstand.Gr4vy.Transactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Gr4vy;

/// <summary>The dialect's routes, a line for each operation. This table is what is implemented, and nothing else is.</summary>
public static class Gr4vyApi
{
    /// <summary>Name of the CORS policy that the browser routes ask for.</summary>
    public const string BrowserCorsPolicy = "gr4vy-browser";

    internal static readonly IReadOnlyList<Operation> Operations =
    [
        CreateCheckoutSession.Operation,
        GetCheckoutSession.Operation,
        UpdateCheckoutSession.Operation,
        DeleteCheckoutSession.Operation,
        UpdateCheckoutSessionFields.Operation,
        GetCheckoutSessionCardDetails.Operation,
        GetCheckoutSessionAcquirer.Operation,
        CreateClickToPaySession.Operation,
        CreateTransaction.Operation,
        GetTransaction.Operation,
        ListTransactions.Operation,
        UpdateTransaction.Operation,
        CaptureTransaction.Operation,
        VoidTransaction.Operation,
        CancelTransaction.Operation,
        SyncTransaction.Operation,
        CreateTransactionRefund.Operation,
        CreateFullTransactionRefund.Operation,
        ListTransactionRefunds.Operation,
        GetTransactionRefund.Operation,
        GetRefund.Operation,
        ListTransactionCaptures.Operation,
        GetTransactionCapture.Operation,
        ListTransactionActions.Operation,
        ListTransactionEvents.Operation,
        ListTransactionSettlements.Operation,
        GetTransactionSettlement.Operation,
        ListTransactionRefundSettlements.Operation,
        GetTransactionRefundSettlement.Operation,
        CreatePaymentService.Operation,
        ListPaymentServices.Operation,
        VerifyPaymentServiceCredentials.Operation,
        GetPaymentService.Operation,
        UpdatePaymentService.Operation,
        DeletePaymentService.Operation,
        CreatePaymentServiceSession.Operation,
        ListPaymentServiceDefinitions.Operation,
        GetPaymentServiceDefinition.Operation,
        CreatePaymentServiceDefinitionSession.Operation,
        AddBuyer.Operation,
        ListBuyers.Operation,
        GetBuyer.Operation,
        UpdateBuyer.Operation,
        DeleteBuyer.Operation,
        AddBuyerShippingDetails.Operation,
        ListBuyerShippingDetails.Operation,
        GetBuyerShippingDetails.Operation,
        UpdateBuyerShippingDetails.Operation,
        DeleteBuyerShippingDetails.Operation,
        ListBuyerGiftCards.Operation,
        ListGiftCards.Operation,
        CreateMerchantAccount.Operation,
        ListMerchantAccounts.Operation,
        GetMerchantAccount.Operation,
        UpdateMerchantAccount.Operation,
        CreateApiKeyPair.Operation,
        ListApiKeyPairs.Operation,
        GetApiKeyPair.Operation,
        UpdateApiKeyPair.Operation,
        DeleteApiKeyPair.Operation,
        ListPaymentOptions.Operation,
        ListCardSchemeDefinitions.Operation,
        GetCardDetails.Operation,
        CreatePaymentMethod.Operation,
        ListPaymentMethods.Operation,
        GetPaymentMethod.Operation,
        UpdatePaymentMethod.Operation,
        DeletePaymentMethod.Operation,
        ListBuyerPaymentMethods.Operation,
        ListPaymentMethodNetworkTokens.Operation,
        ListPaymentMethodPaymentServiceTokens.Operation,
    ];

    /// <summary>Adds the routes of this dialect.</summary>
    public static void MapGr4vy(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var verbs = services.GetRequiredService<Gr4vyServices>();
        var tokens = services.GetRequiredService<TokenVerifier>();
        var directory = services.GetRequiredService<MerchantDirectory>();
        foreach (var operation in Operations)
        {
            var endpoint = new Gr4vyEndpoint(operation, verbs, tokens, directory);
            var route = routes
                .MapMethods(operation.Path, [operation.Method], endpoint.HandleAsync)
                .WithName(operation.Id);
            if (operation.IsFromBrowser)
            {
                route.RequireCors(BrowserCorsPolicy);
            }
        }
    }
}
