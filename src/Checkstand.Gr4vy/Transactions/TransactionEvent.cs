using System.Diagnostics;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Wire;

namespace Checkstand.Gr4vy.Transactions;

/// <summary>
/// What happened to a transaction, told from its operations: one event for each outcome that a payment service gave
/// (contract section 6.4; names from the vendor's list).
/// </summary>
/// <param name="Id">Follows from the operation's id, so that it is the same in every answer.</param>
/// <param name="Name">The vendor's name of the event.</param>
/// <param name="Payment">The payment.</param>
/// <param name="Operation">The operation whose outcome it tells.</param>
internal sealed record TransactionEvent(Guid Id, string Name, Payment Payment, PaymentOperation Operation)
{
    /// <summary>A part of a payment's events, newest first.</summary>
    public static Page<TransactionEvent> PageOf(Payment payment, PageRequest request)
    {
        var all = payment
            .Operations.Where(operation => !operation.IsOpen && NameOf(operation) is not null)
            .Select(operation => new TransactionEvent(
                OperationId.Following(operation.Id).Value,
                NameOf(operation)!,
                payment,
                operation
            ))
            .Reverse()
            .ToList();
        var at = request.Cursor is { } cursor ? all.FindIndex(told => told.Id == cursor.Id) : -1;
        var rows = request.Cursor is { IsBackward: true }
            ? all[..Math.Max(at, 0)].AsEnumerable().Reverse()
            : all[(at + 1)..];
        return Page.Of(request, [.. rows.Take(request.Limit + 1)], told => told.Id);
    }

    /// <summary>Writes an event.</summary>
    public static void Write(Utf8JsonWriter writer, TransactionEvent told)
    {
        var operation = told.Operation;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "transaction-event"u8);
        writer.WriteString("id"u8, told.Id);
        writer.WriteString("name"u8, told.Name);
        writer.WriteInstant("created_at", operation.UpdatedAt);
        writer.WriteStartObject("context"u8);
        writer.WriteString("payment_service_id"u8, operation.PaymentServiceId);
        writer.WriteString("operation_id"u8, operation.Id.Value);
        writer.WriteNumber("amount"u8, operation.MinorUnits);
        writer.WriteString("currency"u8, told.Payment.Currency);
        writer.WriteString("error_code"u8, operation.Error?.Value);
        writer.WriteString("raw_response_code"u8, operation.RawCode);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // The vendor's list has no event for a refund's outcome.
    private static string? NameOf(PaymentOperation operation)
    {
        const string prefix = "payment-connector-response-transaction-";
        return operation.Kind switch
        {
            OperationKind.Authorize => prefix
                + operation.State switch
                {
                    OperationState.Approved => "authorization-succeeded",
                    OperationState.Declined => "declined",
                    _ => "authorization-failed",
                },
            OperationKind.Capture => prefix + "capture-" + TransactionWords.OfOperation(operation.State),
            OperationKind.Void => prefix + "void-" + TransactionWords.OfOperation(operation.State),
            OperationKind.Refund => null,
            _ => throw new UnreachableException($"No event tells of {operation.Kind}."),
        };
    }
}
