namespace Checkstand.Client.Gr4vy;

/// <summary>Writes a <see cref="TransactionFilter"/> into a query string.</summary>
internal static class TransactionQuery
{
    public static ApiRequest Filter(this ApiRequest request, TransactionFilter? filter)
    {
        if (filter is null)
        {
            return request;
        }

        return request
            .Query("created_at_lte", filter.CreatedAtLte)
            .Query("created_at_gte", filter.CreatedAtGte)
            .Query("updated_at_lte", filter.UpdatedAtLte)
            .Query("updated_at_gte", filter.UpdatedAtGte)
            .Query("search", filter.Search)
            .Query("buyer_external_identifier", filter.BuyerExternalIdentifier)
            .Query("buyer_id", filter.BuyerId)
            .Query("buyer_email_address", filter.BuyerEmailAddress)
            .Query("ip_address", filter.IpAddress)
            .Query("status", filter.Status)
            .Query("id", filter.Id)
            .Query("payment_service_transaction_id", filter.PaymentServiceTransactionId)
            .Query("external_identifier", filter.ExternalIdentifier)
            .Query("metadata", filter.Metadata)
            .Query("amount_eq", filter.AmountEq)
            .Query("amount_lte", filter.AmountLte)
            .Query("amount_gte", filter.AmountGte)
            .Query("currency", filter.Currency)
            .Query("country", filter.Country)
            .Query("payment_service_id", filter.PaymentServiceId)
            .Query("payment_method_id", filter.PaymentMethodId)
            .Query("payment_method_label", filter.PaymentMethodLabel)
            .Query("payment_method_scheme", filter.PaymentMethodScheme)
            .Query("payment_method_country", filter.PaymentMethodCountry)
            .Query("payment_method_fingerprint", filter.PaymentMethodFingerprint)
            .Query("method", filter.Method)
            .Query("error_code", filter.ErrorCode)
            .Query("has_refunds", filter.HasRefunds)
            .Query("pending_review", filter.PendingReview)
            .Query("checkout_session_id", filter.CheckoutSessionId)
            .Query("payment_link_id", filter.PaymentLinkId)
            .Query("reconciliation_id", filter.ReconciliationId)
            .Query("has_gift_card_redemptions", filter.HasGiftCardRedemptions)
            .Query("gift_card_id", filter.GiftCardId)
            .Query("gift_card_last4", filter.GiftCardLast4)
            .Query("has_settlements", filter.HasSettlements)
            .Query("payment_method_bin", filter.PaymentMethodBin)
            .Query("payment_source", filter.PaymentSource)
            .Query("is_subsequent_payment", filter.IsSubsequentPayment)
            .Query("merchant_initiated", filter.MerchantInitiated)
            .Query("used_3ds", filter.Used3ds)
            .Query("disputed", filter.Disputed)
            .Query("reauthorized_from_transaction_id", filter.ReauthorizedFromTransactionId)
            .Query("buyer_search", filter.BuyerSearch);
    }
}
