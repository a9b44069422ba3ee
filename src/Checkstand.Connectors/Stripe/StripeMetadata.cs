using Checkstand.Core;
using Checkstand.Core.Payments;

namespace Checkstand.Connectors.Stripe;

/// <summary>
/// What is written on Stripe's objects, so that an operation can be found again without its answer. A payment intent
/// carries its authorization's id under one name; captures and voids have no object of their own and are marks on the
/// intent, named after the operation, so that a later one does not overwrite an earlier one.
/// </summary>
internal static class StripeMetadata
{
    /// <summary>On an intent: the authorization. On a refund: the refund.</summary>
    public const string Operation = "checkstand_operation";

    /// <summary>
    /// On an intent: the payment service. Several may share an account, and each has a ledger of its own.
    /// </summary>
    public const string Service = "checkstand_service";

    /// <summary>On an intent: our payment.</summary>
    public const string Payment = "checkstand_payment";

    /// <summary>On an intent: our checkout session.</summary>
    public const string Checkout = "checkstand_checkout";

    /// <summary>On a refund: the merchant's words, when they are none of Stripe's three reasons.</summary>
    public const string Reason = "checkstand_reason";

    /// <summary>Characters of the longest value that Stripe takes.</summary>
    public const int ValueLengthMax = 500;

    // With 32 digits after them these reach Stripe's 40 characters for a name at most.
    private const string CapturePrefix = "capture_";
    private const string VoidPrefix = "void_";

    /// <summary>The name of a capture's mark; its value is the amount in Stripe's unit.</summary>
    public static string CaptureMark(OperationId operation) => $"{CapturePrefix}{operation.Value:N}";

    /// <summary>The name of a void's mark; its value is <c>1</c>.</summary>
    public static string VoidMark(OperationId operation) => $"{VoidPrefix}{operation.Value:N}";

    /// <summary>A form field that writes one entry.</summary>
    public static string Field(string name) => $"metadata[{name}]";

    /// <summary>The operation that made an intent or a refund; null when it was none of ours.</summary>
    public static OperationId? OperationOf(StripeObject intentOrRefund) =>
        TimeOrderedId.TryParse(intentOrRefund.Object("metadata").Text(Operation), out var id)
            ? new OperationId(id)
            : null;

    /// <summary>Whether an intent was made for a payment service of ours.</summary>
    public static bool IsOf(StripeObject intent, Guid service) =>
        TimeOrderedId.TryParse(intent.Object("metadata").Text(Service), out var id) && id == service;

    /// <summary>Whether an intent carries a mark.</summary>
    public static bool Has(StripeObject intent, string mark) => intent.Object("metadata").Text(mark) is not null;

    /// <summary>The captures marked on an intent with their amounts in Stripe's unit, oldest operation first.</summary>
    public static IReadOnlyList<KeyValuePair<OperationId, string>> Captures(StripeObject intent) =>
        Marks(intent, CapturePrefix);

    /// <summary>The voids marked on an intent, oldest operation first.</summary>
    public static IReadOnlyList<KeyValuePair<OperationId, string>> Voids(StripeObject intent) =>
        Marks(intent, VoidPrefix);

    private static List<KeyValuePair<OperationId, string>> Marks(StripeObject intent, string prefix)
    {
        var marks = new List<KeyValuePair<OperationId, string>>();
        foreach (var (name, value) in intent.Object("metadata").Texts())
        {
            if (
                name.StartsWith(prefix, StringComparison.Ordinal)
                && Guid.TryParseExact(name.AsSpan(prefix.Length), "N", out var id)
            )
            {
                marks.Add(KeyValuePair.Create(new OperationId(id), value));
            }
        }

        marks.Sort((one, other) => string.CompareOrdinal(one.Key.ToString(), other.Key.ToString()));
        return marks;
    }
}
