using Checkstand.Core.Checkouts;
using Checkstand.Core.Products;

namespace Checkstand.Page;

/// <summary>The page of an open checkout: what is bought, what is asked for, and the buttons.</summary>
internal sealed partial class FormPage(PageModel model)
{
    private Checkout Checkout => model.Checkout;

    /// <summary>The page as HTML.</summary>
    public string Write(string here)
    {
        var title = $"{model.Parts.Product.Name} · {model.Organization.Name}";
        return PageShell.Write(
            model.Problems.Count > 0 ? $"Error: {title}"
                : model.Notice is not null ? $"Not paid: {title}"
                : title,
            Html.Of(
                $"""
                <p class="seller">{model.Organization.Name}</p>
                {Sandbox}{Problems}{Notice}
                <div class="columns">
                <div class="bought">
                <h1>{model.Parts.Product.Name}</h1>
                {Description}
                {Summary(Checkout, model.Parts)}
                {Terms}
                </div>
                <form method="post" action="{here}">
                {EnterButton}<input type="hidden" name="{PageFields.SeenTotal}" value="{SeenTotal(Checkout)}">
                {Choice}{Amount}{Seats}{Contact}{Address}{Answers}{Discount}{Card}
                <p><button class="pay" name="{PageFields.Action}" value="{PageActions.Pay}">{PageWords.Pay(
                    model.Parts
                )}</button></p>
                </form>
                </div>
                {OutcomePage.Back(Checkout.ReturnUrl)}
                """
            )
        );
    }

    /// <summary>The total that the buyer sees, so that no other is charged.</summary>
    public static string SeenTotal(Checkout checkout) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(checkout.Needs.IsPaymentRequired ? checkout.Amounts.Total : 0)} {checkout.Currency} {checkout.ProductId}"
        );

    /// <summary>What it costs, line by line.</summary>
    public static Html Summary(Checkout checkout, CheckoutParts parts)
    {
        var amounts = checkout.Amounts;
        var inside = amounts.TaxBehavior == Core.Taxes.TaxBehavior.Inclusive;
        List<Html> lines = [];
        if (amounts.Discount > 0 || amounts.Tax > 0)
        {
            lines.Add(Line("Subtotal", amounts.Amount));
        }

        if (amounts.Discount > 0)
        {
            lines.Add(
                Line($"Discount{(parts.Discount is { } discount ? $" ({discount.Name})" : "")}", -amounts.Discount)
            );
        }

        if (amounts.Tax is { } tax and > 0 && !inside)
        {
            lines.Add(Line("Tax", tax));
        }

        lines.Add(
            Html.Of(
                $"<div class=\"total\"><dt>Total</dt><dd>{MoneyText.Of(amounts.Total, checkout.Currency)}</dd></div>\n"
            )
        );
        if (amounts.Tax is { } within and > 0 && inside)
        {
            lines.Add(Line("Tax included", within));
        }

        return Html.Of($"<dl class=\"summary\">\n{lines}</dl>");

        Html Line(string label, long minorUnits) =>
            Html.Of($"<div><dt>{label}</dt><dd>{MoneyText.Of(minorUnits, checkout.Currency)}</dd></div>\n");
    }

    private Html Sandbox =>
        model.IsSandbox ? Html.Of($"""<p class="sandbox">Test mode: no real card is charged.</p>""") : Html.None;

    private Html Problems =>
        model.Problems.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <div class="problems" role="alert">
                <h2>Please check what you entered</h2>
                <ul>{model.Problems.Select(ProblemItem)}</ul>
                </div>

                """
            );

    private Html ProblemItem(Core.FieldProblem problem) =>
        PageFields.Of(problem.Path) is { } field && IsOnForm(field)
            ? Html.Of($"""<li><a href="#{field}">{problem.Message}</a></li>""")
            : Html.Of($"<li>{problem.Message}</li>");

    private Html Notice =>
        model.Notice is null ? Html.None : Html.Of($"""<div class="notice" role="alert"><p>{model.Notice}</p></div>""");

    private Html Description =>
        model.Parts.Product.Description is { Length: > 0 } text
            ? Html.Of($"""<p class="description">{text}</p>""")
            : Html.None;

    // What is paid later, which the total does not show.
    private Html Terms
    {
        get
        {
            if (model.Parts.Product.Recurs is not { } recurs)
            {
                return Html.None;
            }

            var later = PageWords.Renewal(model.Parts, recurs);
            return Checkout.ActiveTrial is { } trial
                ? Html.Of($"<p>Free for {PageWords.Span(trial)}, then {later}. Nothing is charged today.</p>")
                : Html.Of($"<p>{later}, until you cancel.</p>");
        }
    }

    private Html Choice =>
        model.Parts.Products.Count < 2
            ? Html.None
            : Html.Of(
                $"""
                <fieldset id="{PageFields.Product}"><legend>What would you like?</legend>
                {model.Parts.Products.Select(Option)}{UpdateButton("Choose")}</fieldset>

                """
            );

    private Html Option(Product product) =>
        Html.Of(
            $"""
            <div class="tick"><input type="radio" name="{PageFields.Product}" id="product-{product.Id.ToString()}" value="{product.Id.ToString()}"{FieldHtml.Flag(
                "checked",
                product.Id == Checkout.ProductId
            )}><label for="product-{product.Id.ToString()}">{product.Name} <span class="price">{PageWords.PriceOf(
                Checkout,
                product
            )}</span></label></div>

            """
        );

    private Html Amount
    {
        get
        {
            if (model.Parts.PaidPrices.OfType<Price.Custom>().FirstOrDefault() is not { } price)
            {
                return Html.None;
            }

            var least = MoneyText.Of(price.MinorUnitsMin, Checkout.Currency);
            var input = new FieldHtml(PageFields.Amount, $"Amount in {Checkout.Currency.ToUpperInvariant()}")
            {
                Value = model.ValueOf(PageFields.Amount, MoneyText.InField(Checkout.Amounts.Amount, Checkout.Currency)),
                Problem = model.ProblemOf(PageFields.Amount),
                InputMode = "decimal",
                IsRequired = true,
                IsShort = true,
                Hint = price.MinorUnitsMax is { } most
                    ? $"From {least} to {MoneyText.Of(most, Checkout.Currency)}"
                    : $"{least} or more",
            };
            return Html.Of($"""<div class="with-button">{input.Input()}{UpdateButton("Update amount")}</div>""");
        }
    }

    private Html Seats =>
        Checkout.Seats is not { } seats
            ? Html.None
            : Html.Of(
                $"""
                <div class="with-button">{new FieldHtml(PageFields.Seats, "Seats")
                {
                    Value = model.ValueOf(
                        PageFields.Seats,
                        seats.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    ),
                    Problem = model.ProblemOf(PageFields.Seats),
                    InputMode = "numeric",
                    IsRequired = true,
                    IsShort = true,
                }.Input()}{UpdateButton("Update seats")}</div>
                """
            );

    // Browsers press the first button of a form when Enter is pressed in a field; nobody sees this one.
    private static Html EnterButton =>
        Html.Of(
            $"""
            <button class="enter" name="{PageFields.Action}" value="{PageActions.Enter}" formnovalidate tabindex="-1" aria-hidden="true"></button>

            """
        );

    // These buttons send the form as it stands, whatever is missing still.
    private static Html UpdateButton(string label, string action = PageActions.Update) =>
        Html.Of($"""<button name="{PageFields.Action}" value="{action}" formnovalidate>{label}</button>""");

    private bool IsOnForm(string field) =>
        field switch
        {
            PageFields.Name => true,
            PageFields.Email => Checkout.Buyer.CustomerId is null,
            PageFields.Amount => model.Parts.PaidPrices.Any(price => price is Price.Custom),
            PageFields.Seats => Checkout.Seats is not null,
            PageFields.Product => model.Parts.Products.Count > 1,
            PageFields.DiscountCode => CanTypeCode,
            PageFields.BillingName or PageFields.TaxId => AsksForAddress && IsBusiness,
            TypedCard.NumberField or TypedCard.ExpiryField or TypedCard.CodeField => Checkout.Needs.IsFormRequired,
            PageFields.Country => AsksForAddress,
            PageFields.State => AsksForAddress && HasState,
            PageFields.Line1 or PageFields.Line2 or PageFields.City or PageFields.PostalCode => AsksForAddress
                && AsksForStreet,
            _ => model.Parts.Fields.Any(known => PageFields.OfAnswer(known.Slug) == field),
        };
}
