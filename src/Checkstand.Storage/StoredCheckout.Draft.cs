using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;

namespace Checkstand.Storage;

internal static partial class StoredCheckout
{
    // What was read of a document so far.
    private ref struct Draft(byte[] document)
    {
        private Guid? id,
            organizationId,
            productId,
            priceId,
            discountId,
            subscriptionId,
            paymentId,
            orderId;
        private string? clientSecret,
            currency,
            successUrl,
            returnUrl,
            embedOrigin,
            paymentMethodType;
        private DateTimeOffset? createdAt,
            modifiedAt,
            expiresAt,
            trialEndsAt;
        private Guid[]? productIds,
            priceIds;
        private long? namedMinorUnits;
        private int? seats,
            seatsMin,
            seatsMax;
        private bool? allowDiscountCodes,
            requireBillingAddress,
            allowTrial;
        private CheckoutStatus? status;
        private CalendarSpan? trial,
            activeTrial;
        private IReadOnlyDictionary<Guid, IReadOnlyList<Price>>? adHocPrices;
        private Amounts? amounts;
        private PaymentNeeds? needs;
        private Buyer? buyer;
        private JsonText metadata,
            customerMetadata,
            customFieldData;

        public bool TryTrade(scoped ReadOnlySpan<char> name, scoped ref Utf8JsonReader reader)
        {
            switch (name)
            {
                case "id":
                    id = reader.GetGuid();
                    return true;
                case "organization_id":
                    organizationId = reader.GetGuid();
                    return true;
                case "client_secret":
                    clientSecret = reader.GetString();
                    return true;
                case "status":
                    status = ReadStatus(ref reader);
                    return true;
                case "created_at":
                    createdAt = reader.GetDateTimeOffset();
                    return true;
                case "modified_at":
                    modifiedAt = reader.GetDateTimeOffset();
                    return true;
                case "expires_at":
                    expiresAt = reader.GetDateTimeOffset();
                    return true;
                case "product_ids":
                    productIds = ReadIds(ref reader);
                    return true;
                case "product_id":
                    productId = reader.GetGuid();
                    return true;
                case "price_ids":
                    priceIds = ReadIds(ref reader);
                    return true;
                case "price_id":
                    priceId = reader.GetGuid();
                    return true;
                case "ad_hoc_prices":
                    adHocPrices = ReadPrices(ref reader);
                    return true;
                case "currency":
                    currency = reader.GetString();
                    return true;
                default:
                    return false;
            }
        }

        public bool TryTerms(scoped ReadOnlySpan<char> name, scoped ref Utf8JsonReader reader)
        {
            switch (name)
            {
                case "amounts":
                    amounts = ReadAmounts(ref reader);
                    return true;
                case "needs":
                    needs = ReadNeeds(ref reader);
                    return true;
                case "allow_discount_codes":
                    allowDiscountCodes = reader.GetBoolean();
                    return true;
                case "require_billing_address":
                    requireBillingAddress = reader.GetBoolean();
                    return true;
                case "allow_trial":
                    allowTrial = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
                    return true;
                case "named_minor_units":
                    namedMinorUnits = reader.GetInt64();
                    return true;
                case "seats":
                    seats = reader.GetInt32();
                    return true;
                case "seats_min":
                    seatsMin = reader.GetInt32();
                    return true;
                case "seats_max":
                    seatsMax = reader.GetInt32();
                    return true;
                case "discount_id":
                    discountId = reader.GetGuid();
                    return true;
                case "trial":
                    trial = JsonSerializer.Deserialize(ref reader, CheckoutMembers.Default.CalendarSpan);
                    return true;
                case "active_trial":
                    activeTrial = JsonSerializer.Deserialize(ref reader, CheckoutMembers.Default.CalendarSpan);
                    return true;
                case "trial_ends_at":
                    trialEndsAt = reader.GetDateTimeOffset();
                    return true;
                default:
                    return false;
            }
        }

        public bool TryProgress(scoped ReadOnlySpan<char> name, scoped ref Utf8JsonReader reader)
        {
            switch (name)
            {
                case "buyer":
                    buyer = ReadBuyer(ref reader);
                    return true;
                case "metadata":
                    metadata = ReadCarried(ref reader, document);
                    return true;
                case "customer_metadata":
                    customerMetadata = ReadCarried(ref reader, document);
                    return true;
                case "custom_field_data":
                    customFieldData = ReadCarried(ref reader, document);
                    return true;
                case "subscription_id":
                    subscriptionId = reader.GetGuid();
                    return true;
                case "success_url":
                    successUrl = reader.GetString();
                    return true;
                case "return_url":
                    returnUrl = reader.GetString();
                    return true;
                case "embed_origin":
                    embedOrigin = reader.GetString();
                    return true;
                case "payment_method_type":
                    paymentMethodType = reader.GetString();
                    return true;
                case "payment_id":
                    paymentId = reader.GetGuid();
                    return true;
                case "order_id":
                    orderId = reader.GetGuid();
                    return true;
                default:
                    return false;
            }
        }

        public readonly Checkout ToCheckout() =>
            new()
            {
                Id = new CheckoutId(Said(id, "id")),
                OrganizationId = new OrganizationId(Said(organizationId, "organization_id")),
                ClientSecret = Said(clientSecret, "client_secret"),
                Status = Said(status, "status"),
                CreatedAt = Said(createdAt, "created_at"),
                ModifiedAt = modifiedAt,
                ExpiresAt = Said(expiresAt, "expires_at"),
                ProductIds = Said(productIds, "product_ids"),
                ProductId = Said(productId, "product_id"),
                PriceIds = Said(priceIds, "price_ids"),
                PriceId = Said(priceId, "price_id"),
                AdHocPrices = Said(adHocPrices, "ad_hoc_prices"),
                Currency = Said(currency, "currency"),
                NamedMinorUnits = namedMinorUnits,
                Seats = seats,
                SeatsMin = seatsMin,
                SeatsMax = seatsMax,
                Amounts = Said(amounts, "amounts"),
                Needs = Said(needs, "needs"),
                DiscountId = discountId,
                AllowDiscountCodes = Said(allowDiscountCodes, "allow_discount_codes"),
                RequireBillingAddress = Said(requireBillingAddress, "require_billing_address"),
                AllowTrial = allowTrial,
                Trial = trial,
                ActiveTrial = activeTrial,
                TrialEndsAt = trialEndsAt,
                Buyer = Said(buyer, "buyer"),
                SubscriptionId = subscriptionId,
                SuccessUrl = successUrl,
                ReturnUrl = returnUrl,
                EmbedOrigin = embedOrigin,
                Metadata = metadata,
                CustomerMetadata = customerMetadata,
                CustomFieldData = customFieldData,
                PaymentMethodType = paymentMethodType,
                PaymentId = paymentId is { } payment ? new PaymentId(payment) : null,
                OrderId = orderId,
            };
    }
}
