using System.Globalization;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.CustomFields;

namespace Checkstand.Page;

internal sealed partial class FormPage
{
    private AddressNeeds Needs => AddressNeeds.Of(Checkout);

    private bool AsksForAddress => Checkout.Needs.IsFormRequired || Checkout.RequireBillingAddress;

    private bool IsBusiness => model.IsTicked(PageFields.Business, PageFields.BusinessAsked, Checkout.Buyer.IsBusiness);

    private bool HasState => Checkout.Buyer.BillingAddress is not null && Needs.State != AddressNeed.Disabled;

    private bool AsksForStreet => Checkout.Buyer.BillingAddress is not null && Needs.Full != AddressNeed.Disabled;

    private bool CanTypeCode =>
        Checkout.AllowDiscountCodes && Checkout.Needs.IsDiscountApplicable && Checkout.DiscountId is null;

    private Html Contact =>
        Html.Of(
            $"""
            <fieldset><legend>Contact</legend>
            {Email}{Text(PageFields.Name, "Name", Checkout.Buyer.Name, "name")}{Business}</fieldset>

            """
        );

    // Whose account it is bought for is settled; typing another address would change nothing.
    private Html Email =>
        Checkout.Buyer.CustomerId is null
            ? (
                Field(PageFields.Email, "Email address", Checkout.Buyer.Email, "email") with
                {
                    Type = "email",
                    InputMode = "email",
                    IsRequired = true,
                    LengthMax = 254,
                }
            ).Input()
            : Html.Of($"<p>Email address: {Checkout.Buyer.Email}</p>");

    private Html Business
    {
        get
        {
            if (!AsksForAddress)
            {
                return Html.None;
            }

            var tick = Box(
                new FieldHtml(PageFields.Business, "I'm buying as a business"),
                PageFields.BusinessAsked,
                IsBusiness
            );
            var details = IsBusiness
                ? Html.Of(
                    $"{(Field(PageFields.BillingName, "Business name", Checkout.Buyer.BillingName, "organization") with { IsRequired = true }).Input()}{Text(PageFields.TaxId, "Tax ID", Checkout.Buyer.TaxId?.Value, "off")}"
                )
                : UpdateButton("Enter business details");
            return Html.Of($"{tick}{details}");
        }
    }

    private Html Address =>
        AsksForAddress
            ? Html.Of(
                $"""
                <fieldset><legend>Billing address</legend>
                {Country}{Street}{State}</fieldset>

                """
            )
            : Html.None;

    private Html Country
    {
        get
        {
            var select = Field(
                PageFields.Country,
                "Country",
                Checkout.Buyer.BillingAddress?.Country,
                "billing country"
            ) with
            {
                IsRequired = true,
            };
            var button = UpdateButton(Checkout.Buyer.BillingAddress is null ? "Set country" : "Change country");
            return Html.Of(
                $"""<div class="with-button">{select.Select(Countries.All, "Choose a country")}{button}</div>"""
            );
        }
    }

    private Html Street
    {
        get
        {
            if (!AsksForStreet)
            {
                return Html.None;
            }

            var address = Checkout.Buyer.BillingAddress!;
            var isRequired = Needs.Full == AddressNeed.Required;
            return Html.Join([
                Part(PageFields.Line1, "Address", address.Line1, "billing address-line1", isRequired).Input(),
                Part(PageFields.Line2, "Address line 2", address.Line2, "billing address-line2", false).Input(),
                Part(PageFields.City, "City", address.City, "billing address-level2", isRequired).Input(),
                (
                    Part(
                        PageFields.PostalCode,
                        "Postal code",
                        address.PostalCode,
                        "billing postal-code",
                        isRequired
                    ) with
                    {
                        IsShort = true,
                    }
                ).Input(),
            ]);
        }
    }

    private Html State
    {
        get
        {
            if (!HasState)
            {
                return Html.None;
            }

            var address = Checkout.Buyer.BillingAddress!;
            var isRequired = Needs.State == AddressNeed.Required;
            var states = Countries.StatesOf(address.Country);
            var label =
                address.Country == "CA" ? "Province"
                : states.Count > 0 ? "State"
                : "State or province";
            var part = Part(PageFields.State, label, address.State, "billing address-level1", isRequired);
            return states.Count > 0 ? part.Select(states, $"Choose a {label.ToLowerInvariant()}") : part.Input();
        }
    }

    private Html Answers =>
        model.Parts.Fields.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <fieldset><legend>More information</legend>
                {model.Parts.Fields.Select(Answer)}</fieldset>

                """
            );

    private Html Answer(CustomField custom)
    {
        var isRequired = model.Parts.Product.Fields.Any(one => one.FieldId == custom.Id && one.IsRequired);
        var form = new FormWords(custom.Form);
        var name = PageFields.OfAnswer(custom.Slug);
        var stored = AnswerTo(custom);
        var asked = PageFields.AskedOfAnswer(custom.Slug);
        var field = Field(name, form.Label ?? custom.Name, stored, "off") with
        {
            IsRequired = isRequired,
            Hint = form.HelpText,
        };
        return custom.Kind switch
        {
            FieldKind.Text { LengthMax: var max } when form.IsTextArea => (field with { LengthMax = max }).TextArea(),
            FieldKind.Text { LengthMax: var max } => (field with { LengthMax = max }).Input(),
            FieldKind.Number => (field with { InputMode = "numeric", IsShort = true }).Input(),
            FieldKind.Instant => (field with { Type = "date", IsShort = true }).Input(),
            FieldKind.Checkbox => Box(field, asked, model.IsTicked(name, asked, stored is not null)),
            FieldKind.Choice choice => field.Select(
                choice.Options.Select(option => (option.Value, option.Label)),
                "Choose"
            ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No input is defined for {custom.Kind.GetType().Name}."
            ),
        };
    }

    // A box sends nothing when it is not ticked; the field before it says that it was there.
    private static Html Box(FieldHtml field, string asked, bool isTicked)
    {
        var box = field with { Value = isTicked ? "on" : null };
        return Html.Of($"""<input type="hidden" name="{asked}" value="1">{box.Checkbox()}""");
    }

    // What a field shows of the stored answer; null for nothing, or for a box that is not ticked. The answer may be one to
    // another field that had the same slug before.
    private string? AnswerTo(CustomField custom)
    {
        if (!Checkout.CustomFieldData.HasValue)
        {
            return null;
        }

        using var answers = JsonDocument.Parse(Checkout.CustomFieldData.Utf8);
        if (!answers.RootElement.TryGetProperty(custom.Slug, out var answer))
        {
            return null;
        }

        return (custom.Kind, answer.ValueKind) switch
        {
            (FieldKind.Text or FieldKind.Choice, JsonValueKind.String) => answer.GetString(),
            (FieldKind.Number, JsonValueKind.Number) => answer.GetRawText(),
            (FieldKind.Instant, JsonValueKind.String) when answer.TryGetDateTimeOffset(out var instant) =>
                instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (FieldKind.Checkbox, JsonValueKind.True) => "on",
            _ => null,
        };
    }

    private Html Discount
    {
        get
        {
            if (Checkout.DiscountId is not null)
            {
                var remove = Checkout.AllowDiscountCodes
                    ? UpdateButton("Remove discount", PageActions.RemoveDiscount)
                    : Html.None;
                return Html.Of(
                    $"""<p class="applied">Discount applied: {model.Parts.Discount?.Code ?? model.Parts.Discount?.Name} {remove}</p>"""
                );
            }

            return CanTypeCode
                ? Html.Of(
                    $"""<div class="with-button">{Text(PageFields.DiscountCode, "Discount code", null, "off")}{UpdateButton("Apply")}</div>"""
                )
                : Html.None;
        }
    }

    // Never with a value: what was typed is not sent back.
    private Html Card
    {
        get
        {
            if (!Checkout.Needs.IsFormRequired)
            {
                return Html.None;
            }

            var number = CardField(TypedCard.NumberField, "Card number", "cc-number", 23);
            var expiry = CardField(TypedCard.ExpiryField, "Expiry date (MM / YY)", "cc-exp", 9) with { IsShort = true };
            var code = CardField(TypedCard.CodeField, "Security code", "cc-csc", 4) with
            {
                IsShort = true,
                Hint = "3 digits on the back, or 4 on the front of American Express",
            };
            return Html.Of(
                $"""
                <fieldset><legend>Card</legend>
                {number.Input()}{expiry.Input()}{code.Input()}</fieldset>

                """
            );
        }
    }

    private FieldHtml CardField(string name, string label, string autocomplete, int lengthMax) =>
        new(name, label)
        {
            Autocomplete = autocomplete,
            InputMode = "numeric",
            LengthMax = lengthMax,
            IsRequired = true,
            Problem = model.ProblemOf(name),
        };

    private FieldHtml Part(string name, string label, string? stored, string autocomplete, bool isRequired) =>
        Field(name, label, stored, autocomplete) with
        {
            IsRequired = isRequired,
        };

    private Html Text(string name, string label, string? stored, string autocomplete) =>
        (Field(name, label, stored, autocomplete) with { LengthMax = 256 }).Input();

    private FieldHtml Field(string name, string label, string? stored, string autocomplete) =>
        new(name, label)
        {
            Value = model.ValueOf(name, stored),
            Problem = model.ProblemOf(name),
            Autocomplete = autocomplete,
        };

    /// <summary>How the seller wants a custom field to be shown.</summary>
    private readonly ref struct FormWords(JsonText form)
    {
        private readonly JsonText form = form;

        public string? Label => Text("form_label");

        public string? HelpText => Text("form_help_text");

        public bool IsTextArea => Value("textarea")?.ValueKind == JsonValueKind.True;

        private string? Text(string name) =>
            Value(name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } words
                ? words
                : null;

        private JsonElement? Value(string name) =>
            form.HasValue && JsonElement.Parse(form.Utf8.Span).TryGetProperty(name, out var value) ? value : null;
    }
}
