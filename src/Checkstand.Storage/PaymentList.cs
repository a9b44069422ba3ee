using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;

namespace Checkstand.Storage;

/// <summary>
/// Lists of payments. The narrowest index is walked in the order of ids; what it can't say is asked of each payment by
/// the core's own filter, so that every database answers alike.
/// </summary>
public static class PaymentList
{
    // A page looks at no more rows than this: a filter that matches nothing must not read a million payments. The page
    // is then short and its cursor goes on from there.
    private const int LookedAtMax = 5_000;

    private const string ByMerchant = "";
    private const string ByCheckout = "AND checkout_id = @key";
    private const string ByExternalIdentifier = "AND external_identifier = @key";
    private const string ByBuyer = "AND buyer_id = @key";

    /// <summary>A part of a merchant account's payments, newest first.</summary>
    public static Page<Payment> Read(
        PreparedStatements statements,
        MerchantAccountId merchant,
        PaymentFilter filter,
        PageRequest page
    )
    {
        if (filter.Id is { } id)
        {
            var found = PaymentTable.Find(statements, id);
            return Page.Of<Payment>(page, found is not null && Matches(found, merchant, filter) ? [found] : [], IdOf);
        }

        using var rows = Command(statements, merchant, filter, page.Cursor).ExecuteReader();
        var matching = new List<Payment>();
        var looked = 0;
        Guid? last = null;
        while (matching.Count <= page.Limit && rows.Read())
        {
            var payment = PaymentTable.Read(rows);
            last = payment.Id.Value;
            if (Matches(payment, merchant, filter))
            {
                matching.Add(payment);
            }

            if (++looked == LookedAtMax)
            {
                return GoOnFrom(last.Value, page, matching);
            }
        }

        return Page.Of(page, matching, IdOf);
    }

    private static Page<Payment> GoOnFrom(Guid last, PageRequest page, List<Payment> matching)
    {
        var isBackward = page.Cursor is { IsBackward: true };
        var found = Page.Of(page, matching, IdOf);
        var onward = new PageCursor(last, isBackward);
        if (matching.Count > page.Limit)
        {
            return found;
        }

        return isBackward ? found with { Previous = onward } : found with { Next = onward };
    }

    private static bool Matches(Payment payment, MerchantAccountId merchant, PaymentFilter filter) =>
        payment.MerchantAccountId == merchant && filter.Matches(payment);

    private static Guid IdOf(Payment payment) => payment.Id.Value;

    private static DbCommand Command(
        PreparedStatements statements,
        MerchantAccountId merchant,
        PaymentFilter filter,
        PageCursor? cursor
    )
    {
        var (narrow, key) = Narrowest(filter);
        var isBackward = cursor is { IsBackward: true };
        var from = cursor?.Id.ToByteArray(bigEndian: true);
        // The first page begins after the last of all ids.
        from ??= [.. Enumerable.Repeat((byte)0xFF, 16)];
        var sql = Sql(narrow, isBackward);
        return key is null
            ? statements.With(sql, ("@merchant_account_id", merchant.Value), ("@from", from))
            : statements.With(sql, ("@merchant_account_id", merchant.Value), ("@from", from), ("@key", key));
    }

    private static (string Narrow, object? Key) Narrowest(PaymentFilter filter) =>
        filter switch
        {
            { CheckoutId: { } checkout } => (ByCheckout, checkout.ToByteArray(bigEndian: true)),
            { ExternalIdentifier: { } external } => (ByExternalIdentifier, external),
            { BuyerId: { } buyer } => (ByBuyer, buyer.ToByteArray(bigEndian: true)),
            _ => (ByMerchant, null),
        };

    private static string Sql(string narrow, bool isBackward) =>
        $"""
            SELECT id, merchant_account_id, checkout_id, next_check_at_ms, document
            FROM payments
            WHERE merchant_account_id = @merchant_account_id {narrow} AND id {(isBackward ? '>' : '<')} @from
            ORDER BY id {(isBackward ? "ASC" : "DESC")}
            """;
}
