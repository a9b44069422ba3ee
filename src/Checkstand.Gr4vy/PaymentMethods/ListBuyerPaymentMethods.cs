using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.PaymentMethods;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>GET /buyers/payment-methods</c>: lists what is stored for one buyer, to choose from at a checkout.</summary>
internal static class ListBuyerPaymentMethods
{
    // The contract does not page this list, so it ends by itself: a choice of more is none.
    private const int CountMax = 100;

    public static readonly Operation Operation = new()
    {
        Id = "list_buyer_payment_methods",
        Method = HttpMethods.Get,
        Path = "/buyers/payment-methods",
        Scope = "payment-methods.read",
        Query = ListShapes.BuyerPaymentMethods,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentMethodShapes.Summaries,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var filter = await PaymentMethodBody.ReadFilterAsync(call, externalIdentifier: null);
        // Nobody's methods, not everybody's: a checkout asks so for a buyer that it does not know.
        var isOfABuyer = filter.BuyerId is not null || filter.BuyerExternalIdentifier is not null;
        var methods = isOfABuyer
            ? (
                await call.Services.PaymentMethods.ListAsync(
                    call.Merchant,
                    filter,
                    new PageRequest(CountMax, Cursor: null),
                    call.Cancellation
                )
            ).Items
            : [];
        await call.AnswerAsync(StatusCodes.Status200OK, Sort(methods, query), Write);
    }

    // What was never used comes last, whichever way the rest is sorted.
    private static IEnumerable<StoredPaymentMethod> Sort(
        IReadOnlyList<StoredPaymentMethod> methods,
        CheckedObject query
    )
    {
        Func<StoredPaymentMethod, long?>? key = query.Text("sort_by") switch
        {
            "last_used_at" => method => method.LastUsedAt?.ToUnixTimeMilliseconds(),
            "cit_last_used_at" => method => method.CitLastUsedAt?.ToUnixTimeMilliseconds(),
            "usage_count" => method => method.UsageCount,
            "cit_usage_count" => method => method.CitUsageCount,
            _ => null,
        };
        if (key is null)
        {
            return query.Text("order_by") == "asc" ? methods.Reverse() : methods;
        }

        var sorted = methods.OrderBy(method => key(method) is null);
        return query.Text("order_by") == "asc" ? sorted.ThenBy(key) : sorted.ThenByDescending(key);
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<StoredPaymentMethod> methods)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items"u8);
        foreach (var method in methods)
        {
            PaymentMethodBody.WriteSummary(writer, method);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
