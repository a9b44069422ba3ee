using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;

namespace Checkstand.Page;

/// <summary>What the page says, in English.</summary>
internal static class PageWords
{
    /// <summary>Why a form was not taken that was sent with another total before the buyer's eyes.</summary>
    public static string TotalChanged(Checkout checkout) =>
        $"The total is {MoneyText.Of(checkout.Amounts.Total, checkout.Currency)} now. Check it and press the button again.";

    /// <summary>Why nothing was paid although all was well: cards could be tried here one after the other.</summary>
    /// <param name="seconds">How long it stays so, 1 or more.</param>
    public static string TooManyAttempts(int seconds)
    {
        var minutes = (seconds + 59) / 60;
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"There were too many attempts to pay. You were not charged for this one. Try again in {minutes} minute{(minutes == 1 ? "" : "s")}."
        );
    }

    /// <summary>What to do about a card's number in a field that is not for it.</summary>
    public const string CardElsewhere =
        "This looks like a card number, so it was not kept. Type the number of your card into its own field only.";

    /// <summary>Why a payment did not happen, with what to do about it.</summary>
    public static string Declined(PaymentErrorCode? error) =>
        error?.Value switch
        {
            "insufficient_funds" => "Your card does not have enough funds. Use another card, or try again later.",
            "expired_card" => "Your card has expired. Use another card.",
            "incorrect_cvv" => "The security code was wrong. Check the code on your card and try again.",
            "suspected_fraud" or "issuer_decline" =>
                "Your bank declined the payment and gave no reason. Use another card, or ask your bank.",
            "invalid_payment_method" => "This card can't be used for this payment. Use another card.",
            "failed_buyer_approval" => "Your bank could not confirm that it was you. Try again, or use another card.",
            "incomplete_buyer_approval" or "requires_buyer_authentication" =>
                "The payment was not confirmed in time. Try again.",
            "service_error"
            or "service_network_error"
            or "invalid_service_credentials"
            or "invalid_service_configuration" =>
                "The payment could not be made because of a technical problem. You were not charged. Try again in a moment.",
            "invalid_amount" => "This amount can't be paid with this card. Use another card.",
            _ => "The payment was declined. Use another card, or ask your bank.",
        };

    /// <summary>Why the checkout can't be paid, where no field is wrong; null when the problem has a page of its own.</summary>
    public static string? Refused(CheckoutProblem problem) =>
        problem switch
        {
            CheckoutProblem.CustomerDeleted =>
                "Your account at this seller was closed, so this checkout can't be paid.",
            CheckoutProblem.ExternalIdMismatch =>
                "This checkout belongs to another email address. Use the address of your account.",
            CheckoutProblem.AlreadySubscribed => "You already have an active subscription.",
            CheckoutProblem.TrialAlreadyRedeemed => "You have already had a trial of this product.",
            CheckoutProblem.DiscountLimitReached => "You have already used this discount as often as it can be used.",
            CheckoutProblem.PaymentNotReady => "This seller can't take payments at the moment. You were not charged.",
            _ => null,
        };

    /// <summary>A problem of the core in words for buyers.</summary>
    public static FieldProblem ForBuyers(FieldProblem problem) =>
        (PageFields.Of(problem.Path), problem.Type) switch
        {
            (PageFields.Email, "missing") => problem with { Message = "Enter your email address." },
            (PageFields.Country, "missing") => problem with { Message = "Choose your country." },
            (PageFields.State, "missing") => problem with { Message = "Choose or enter your state or province." },
            (PageFields.Line1, "missing") => problem with { Message = "Enter your street and house number." },
            (PageFields.City, "missing") => problem with { Message = "Enter your city." },
            (PageFields.PostalCode, "missing") => problem with { Message = "Enter your postal code." },
            (PageFields.BillingName, "missing") => problem with { Message = "Enter the name of your business." },
            (PageFields.TaxId, _) => problem with { Message = "Check the tax ID: it does not fit your country." },
            (PageFields.DiscountCode, _) => problem with { Message = "This discount code can't be used here." },
            (_, "missing") => problem with { Message = "This is needed." },
            _ => problem,
        };

    /// <summary>How to write an amount that could not be read.</summary>
    public static string WrongAmount(string typed, string currency) =>
        MoneyText.IsAmbiguous(typed)
            ? $"Write the amount without a mark for thousands, such as {MoneyText.InField(100_000, currency)}."
            : $"Enter an amount in figures, such as {MoneyText.InField(1250, currency)}.";

    /// <summary>What is wrong with an answer whose form can't be read.</summary>
    public static string WrongAnswer(FieldKind kind) =>
        kind switch
        {
            FieldKind.Number => "Enter a whole number.",
            FieldKind.Instant => "Enter a date.",
            _ => "Check this answer.",
        };

    /// <summary>The words on the button.</summary>
    public static string Pay(CheckoutParts parts)
    {
        var checkout = parts.Checkout;
        var total = MoneyText.Of(checkout.Amounts.Total, checkout.Currency);
        return checkout switch
        {
            { ActiveTrial: not null } => "Start trial",
            { Needs.IsPaymentRequired: true } when parts.Product.IsRecurring => $"Subscribe for {total}",
            { Needs.IsPaymentRequired: true } => $"Pay {total}",
            { Needs.IsSetupRequired: true } => "Subscribe",
            _ => "Get it for free",
        };
    }

    /// <summary>What a subscription costs and how often, such as <c>$5.00 for the first month, then $10.00 every month</c>.</summary>
    public static string Renewal(CheckoutParts parts, CalendarSpan recurs)
    {
        var checkout = parts.Checkout;
        var amounts = checkout.Amounts;
        var every = Every(recurs);
        var total = MoneyText.Of(amounts.Total, checkout.Currency);
        if (amounts.Discount == 0 || parts.Discount is not { Duration: not DiscountDuration.Forever } discount)
        {
            return amounts.Total > 0 ? $"{total} {every}" : $"Renews {every}";
        }

        // How many units of tax come on top of a price that nobody pays yet is not known.
        var mayBeTaxed = amounts.TaxBehavior == TaxBehavior.Exclusive && (amounts.Tax > 0 || amounts.Net == 0);
        var full = $"{MoneyText.Of(amounts.Amount, checkout.Currency)}{(mayBeTaxed ? " plus any tax" : "")} {every}";
        return
            discount.DurationInMonths is { } months
            && recurs.After(checkout.CreatedAt) < checkout.CreatedAt.AddMonths(months)
            ? $"{total} {every} in the first {Span(new CalendarSpan(CalendarUnit.Month, months))}, then {full}"
            : $"{total} for the first {(recurs.Count == 1 ? UnitOf(recurs.Unit) : Span(recurs))}, then {full}";
    }

    /// <summary>How often something is paid, such as <c>every 3 months</c>.</summary>
    public static string Every(CalendarSpan span) =>
        span.Count == 1 ? $"every {UnitOf(span.Unit)}" : $"every {Span(span)}";

    /// <summary>How long something lasts, such as <c>14 days</c>.</summary>
    public static string Span(CalendarSpan span) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{span.Count} {UnitOf(span.Unit)}{(span.Count == 1 ? "" : "s")}"
        );

    /// <summary>The price of a product to choose from.</summary>
    public static string PriceOf(Checkout checkout, Product product)
    {
        var prices = checkout.PricesOf(product);
        var text =
            prices.Count == 0
                ? ""
                : prices[0] switch
                {
                    { IsFree: true } => "Free",
                    Price.Fixed price => MoneyText.Of(price.MinorUnits, checkout.Currency),
                    Price.Custom => "Pay what you want",
                    Price.SeatBased seats =>
                        $"{MoneyText.Of(seats.Tiers[0].MinorUnitsPerSeat, checkout.Currency)} per seat",
                    _ => "Pay for what you use",
                };
        return product.Recurs is { } recurs ? $"{text} {Every(recurs)}" : text;
    }

    private static string UnitOf(CalendarUnit unit) =>
        unit switch
        {
            CalendarUnit.Day => "day",
            CalendarUnit.Week => "week",
            CalendarUnit.Month => "month",
            CalendarUnit.Year => "year",
            _ => throw new System.Diagnostics.UnreachableException($"No word is defined for {unit}."),
        };
}
