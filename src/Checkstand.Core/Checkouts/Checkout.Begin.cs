using Checkstand.Core.Customers;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Core.Checkouts;

public sealed partial record Checkout
{
    /// <summary>A new checkout (contract polar section 2.2).</summary>
    /// <returns>The checkout; or everything that breaks a rule.</returns>
    internal static Result<Checkout, CheckoutProblem> Begin(
        CheckoutRequest request,
        CheckoutStart start,
        CheckoutFacts facts
    )
    {
        List<FieldProblem> problems = [.. start.Problems];
        var buyer = BuyerRules.Begin(request, start.Customer, problems);
        var trial = TrialOf(request.TrialUnit, request.TrialCount, problems);
        if (start.Choice is not { } choice)
        {
            return new CheckoutProblem.Invalid(problems);
        }

        var seats = SeatRules.Choose(request, choice.Prices, problems);
        var named = AmountRules.Choose(choice.Prices, request.NamedMinorUnits, problems);
        var discount = DiscountChoice.Of(request, choice, facts, problems);
        var answers = Answers(choice.Product, request.CustomFieldData, facts, problems);
        if (problems.Count > 0)
        {
            return new CheckoutProblem.Invalid(problems);
        }

        var checkout = new Checkout
        {
            Id = start.Id,
            OrganizationId = facts.Organization.Id,
            ClientSecret = start.ClientSecret,
            CreatedAt = facts.Now,
            ExpiresAt = facts.Now + start.Life,
            ProductIds = [.. start.Products.Select(product => product.Id)],
            ProductId = choice.Product.Id,
            PriceIds = [.. choice.Prices.Prices.Select(price => price.Id)],
            PriceId = choice.PriceId,
            AdHocPrices = start.AdHocPrices,
            Currency = choice.Prices.Currency,
            NamedMinorUnits = named,
            Seats = seats,
            SeatsMin = request.SeatsMin,
            SeatsMax = request.SeatsMax,
            // Worked out below.
            Amounts = new Amounts(0, 0, null, null),
            Needs = new PaymentNeeds(false, false, false, false),
            DiscountId = discount?.Id,
            AllowDiscountCodes = request.AllowDiscountCodes,
            RequireBillingAddress =
                request.RequireBillingAddress
                || (request.BillingAddress is not null && BuyerRules.IsPartOfAWhole(buyer.BillingAddress)),
            AllowTrial = request.AllowTrial,
            Trial = trial,
            Buyer = buyer,
            SubscriptionId = start.Subscription?.Id,
            SuccessUrl = request.SuccessUrl,
            ReturnUrl = request.ReturnUrl,
            EmbedOrigin = request.EmbedOrigin,
            Metadata = request.Metadata,
            CustomerMetadata = request.CustomerMetadata,
            CustomFieldData = answers,
        };
        return checkout.Reckon(choice.Product, choice.Prices.Prices, discount, facts);
    }
}

/// <summary>What a new checkout begins with: the things that its request names, looked up.</summary>
internal sealed record CheckoutStart
{
    /// <summary>Its id.</summary>
    public required CheckoutId Id { get; init; }

    /// <summary>Its secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>How long it can be paid.</summary>
    public required TimeSpan Life { get; init; }

    /// <summary>The products that may be chosen from.</summary>
    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>Prices for this checkout alone.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Price>> AdHocPrices { get; init; } =
        new Dictionary<Guid, IReadOnlyList<Price>>();

    /// <summary>What is chosen first; null when it was refused.</summary>
    public ProductChoice? Choice { get; init; }

    /// <summary>The customer that is linked; null for none.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The subscription that is upgraded; null for none.</summary>
    public Subscription? Subscription { get; init; }

    /// <summary>What was refused when it was looked up.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
}
