using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Checkouts;

public sealed partial record Checkout
{
    /// <summary>Whether the public can't reach it any more.</summary>
    public bool IsOverAt(DateTimeOffset now) => ExpiresAt < now;

    /// <summary>
    /// The confirmation of a checkout: whether it may be paid as it stands, for whom, and the payment that is about to be
    /// sent (contract polar sections 3.2, 3.3 and 3.7). Refusals come in the order of <see cref="CheckoutProblem"/>.
    /// </summary>
    /// <param name="to">The checkout with everything that this depends on, as it is under the lock.</param>
    /// <param name="terms">What else there is.</param>
    public static Result<Confirmation, CheckoutProblem> Confirm(CheckoutToConfirm to, ConfirmationTerms terms)
    {
        var checkout = to.Parts.Checkout;
        if (checkout.Status != CheckoutStatus.Open)
        {
            return new CheckoutProblem.NotOpen(checkout.Id, checkout.Status);
        }

        List<FieldProblem> problems = [.. Unsellable(to, terms.Now), .. Missing(checkout, terms.Card)];
        var answered = FieldAnswers.Check(Asked(to.Parts), checkout.CustomFieldData, enforceRequired: true);
        if (!answered.TryGet(out var answers, out var wrong))
        {
            problems.AddRange(wrong);
        }

        if (problems.Count > 0)
        {
            return new CheckoutProblem.Invalid(problems);
        }

        if (Refusal(to, terms) is { } refusal)
        {
            return refusal;
        }

        var now = Milliseconds.Of(terms.Now);
        var (customer, isNew) = CustomerOf(to, terms.NewCustomerId, now);
        Payment? payment = null;
        if (checkout.Needs.IsFormRequired && !terms.Prepare(OrderOf(checkout, terms)).TryGet(out payment, out _))
        {
            // No payment service takes this currency or country.
            return new CheckoutProblem.PaymentNotReady();
        }

        // A trial takes nothing; its card is checked where the provider can.
        if (payment is not null && !checkout.Needs.IsPaymentRequired && !terms.ChecksCards(payment))
        {
            payment = null;
        }

        var confirmed = checkout with
        {
            Status = CheckoutStatus.Confirmed,
            Buyer = checkout.Buyer with { CustomerId = customer.Id },
            CustomFieldData = answers,
            PaymentId = payment?.Id,
            PaymentMethodType = checkout.Needs.IsFormRequired ? "card" : checkout.PaymentMethodType,
            ModifiedAt = now,
        };
        return new Confirmation(confirmed, customer, isNew, payment)
        {
            TrialKeys = KeysOf(to, terms),
            Events = [.. EventsOf(confirmed, to, customer)],
        };
    }

    private static List<(CustomField Field, bool IsRequired)> Asked(CheckoutParts parts) =>
        [
            .. parts.Fields.Select(field =>
                (field, parts.Product.Fields.Any(attached => attached.FieldId == field.Id && attached.IsRequired))
            ),
        ];

    // What can't be sold any more.
    private static IEnumerable<FieldProblem> Unsellable(CheckoutToConfirm to, DateTimeOffset now)
    {
        if (to.Parts.PaidPrices.Any(price => price.IsArchived))
        {
            yield return FieldProblem.Of("product_price_id", "Price is archived.");
        }

        if (to.Parts.Checkout.DiscountId is not null && !IsRedeemable(to, now))
        {
            yield return FieldProblem.Of("discount_id", "Discount is no longer redeemable.");
        }

        foreach (var problem in UpgradeRules.Confirm(to))
        {
            yield return problem;
        }
    }

    private static bool IsRedeemable(CheckoutToConfirm to, DateTimeOffset now) =>
        to.Parts.Discount is { } discount && discount.IsRedeemableAt(now, to.Redemptions);

    // All that must be said before anything is paid, each in its place.
    private static IEnumerable<FieldProblem> Missing(Checkout checkout, ConfirmationCard card)
    {
        var buyer = checkout.Buyer;
        if (buyer.Email is null && buyer.CustomerId is null)
        {
            yield return Required("customer_email");
        }

        var isForm = checkout.Needs.IsFormRequired;
        if (isForm || checkout.RequireBillingAddress)
        {
            foreach (var problem in MissingAddress(checkout))
            {
                yield return problem;
            }
        }

        if (buyer is { IsBusiness: true, BillingName: null })
        {
            yield return Required("customer_billing_name");
        }

        if (isForm && card == ConfirmationCard.Missing)
        {
            yield return FieldProblem.Of("confirmation_token_id", "Confirmation token is required.", "missing");
        }
        else if (isForm && card == ConfirmationCard.Unknown)
        {
            yield return FieldProblem.Of("confirmation_token_id", "Confirmation token does not exist.");
        }
    }

    private static IEnumerable<FieldProblem> MissingAddress(Checkout checkout)
    {
        if (checkout.Buyer.BillingAddress is not { } address)
        {
            yield return Required("customer_billing_address");
            yield break;
        }

        var needs = AddressNeeds.Of(checkout);
        (string Name, AddressNeed Need, string? Said)[] parts =
        [
            ("line1", needs.Full, address.Line1),
            ("city", needs.Full, address.City),
            ("postal_code", needs.Full, address.PostalCode),
            ("state", needs.State, address.State),
        ];
        var isComplete = true;
        foreach (var (name, need, said) in parts)
        {
            if (need == AddressNeed.Required && said is null)
            {
                isComplete = false;
                yield return Required("customer_billing_address", name);
            }
        }

        if (isComplete && checkout.Needs.IsFormRequired && checkout.Amounts.Tax is null)
        {
            yield return FieldProblem.Of("customer_billing_address", "The tax can't be worked out for this address.");
        }
    }

    private static FieldProblem Required(params string[] path) => new(path, "Field is required.", "missing");

    // What stands in the way although everything was said.
    private static CheckoutProblem? Refusal(CheckoutToConfirm to, ConfirmationTerms terms)
    {
        var organization = terms.Organization;
        var checkout = to.Parts.Checkout;
        if (to.Linked?.DeletedAt is not null)
        {
            return new CheckoutProblem.CustomerDeleted();
        }

        if (
            to is { Linked: null, SameExternalId: { } holder }
            && !string.Equals(holder.Email, checkout.Buyer.Email, StringComparison.OrdinalIgnoreCase)
        )
        {
            return new CheckoutProblem.ExternalIdMismatch();
        }

        var isSecond =
            to.Parts.Product.IsRecurring
            && checkout.SubscriptionId is null
            && !organization.AllowMultipleSubscriptions
            && to.ActiveSubscription is not null;
        if (isSecond || UpgradeRules.IsUpgraded(to))
        {
            return new CheckoutProblem.AlreadySubscribed();
        }

        if (
            organization.PreventTrialAbuse
            && KeysOf(to, terms) is { Count: > 0 } keys
            && (to.HadTrial || to.IsKnown(keys))
        )
        {
            return new CheckoutProblem.TrialAlreadyRedeemed();
        }

        if (to.RedemptionsOfBuyer >= to.Parts.Discount?.RedemptionsMaxPerCustomer)
        {
            return new CheckoutProblem.DiscountLimitReached();
        }

        return checkout.Needs.IsFormRequired && organization.Status != OrganizationStatus.Active
            ? new CheckoutProblem.PaymentNotReady()
            : null;
    }

    private static IReadOnlyList<string> KeysOf(CheckoutToConfirm to, ConfirmationTerms terms) =>
        to.Parts.Checkout.ActiveTrial is null
            ? []
            : TrialKeys.Of(to.Linked?.Email ?? to.Parts.Checkout.Buyer.Email!, terms.CardFingerprint);

    // The linked customer, or the one of the same address, or a new one. What a customer is known by is never overwritten:
    // whoever knows an address only must not be able to take it over.
    private static (Customer Customer, bool IsNew) CustomerOf(CheckoutToConfirm to, Guid newId, DateTimeOffset now)
    {
        var checkout = to.Parts.Checkout;
        var buyer = checkout.Buyer;
        if ((to.Linked ?? to.SameEmail) is not { } known)
        {
            return (
                new Customer
                {
                    Id = newId,
                    OrganizationId = checkout.OrganizationId,
                    CreatedAt = now,
                    Email = buyer.Email!,
                    ExternalId = buyer.ExternalId,
                    Name = buyer.Name,
                    BillingName = buyer.BillingName,
                    BillingAddress = buyer.BillingAddress,
                    TaxId = buyer.TaxId,
                    Locale = buyer.Locale,
                    Metadata = checkout.CustomerMetadata,
                },
                true
            );
        }

        var merged = known with
        {
            Name = known.Name ?? buyer.Name,
            BillingName = buyer.BillingName ?? known.BillingName,
            BillingAddress = buyer.BillingAddress ?? known.BillingAddress,
            TaxId = buyer.TaxId ?? known.TaxId,
            Locale = buyer.Locale ?? known.Locale,
            Metadata = JsonObjects.Merge(known.Metadata, checkout.CustomerMetadata),
        };
        return (merged == known ? known : merged with { ModifiedAt = now }, false);
    }

    private static PaymentOrder OrderOf(Checkout checkout, ConfirmationTerms terms) =>
        new()
        {
            // Nothing is taken for a trial; the card is checked with an authorization of nothing.
            Amount = new Money(
                checkout.Needs.IsPaymentRequired ? checkout.Amounts.Total : 0,
                checkout.Currency.ToUpperInvariant()
            ),
            Intent = checkout.Needs.IsPaymentRequired ? PaymentIntent.Capture : PaymentIntent.Authorize,
            Country = checkout.Buyer.BillingAddress?.Country,
            PostalCode = checkout.Buyer.BillingAddress?.PostalCode,
            ReturnUrl = terms.ReturnUrl,
        };

    private static IEnumerable<DomainEvent> EventsOf(Checkout confirmed, CheckoutToConfirm to, Customer customer)
    {
        var subject = new EventSubject.OfCustomer(customer);
        if ((to.Linked ?? to.SameEmail) is not { } known)
        {
            yield return new DomainEvent(EventType.CustomerCreated, subject);
            yield return new DomainEvent(EventType.CustomerStateChanged, subject);
        }
        else if (customer != known)
        {
            yield return new DomainEvent(EventType.CustomerUpdated, subject);
            yield return new DomainEvent(EventType.CustomerStateChanged, subject);
        }

        yield return new DomainEvent(EventType.CheckoutUpdated, new EventSubject.OfCheckout(confirmed));
    }
}
