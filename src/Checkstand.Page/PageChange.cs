using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.CustomFields;
using Checkstand.Wire;

namespace Checkstand.Page;

/// <summary>Reads the form as a change of the checkout. A field that was not on the form changes nothing.</summary>
internal static class PageChange
{
    private const int NameMax = 256;
    private const int SeatsMax = 10_000;

    /// <summary>What the buyer wants changed, and what is wrong with the form of it.</summary>
    public static CheckoutUpdate Of(PageForm form, CheckoutParts parts, List<FieldProblem> problems)
    {
        problems.AddRange(
            form.FieldsWithCard.Where(PageFields.IsTyped)
                .Select(field => FieldProblem.Of(field, PageWords.CardElsewhere, "card_number"))
        );
        var update = new CheckoutUpdate
        {
            IsByBuyer = true,
            ProductId = Guid.TryParse(form[PageFields.Product], out var product) ? product : null,
            NamedMinorUnits = AmountOf(form, parts.Checkout.Currency, problems),
            Seats = SeatsOf(form, problems),
            Email = EmailOf(form, problems),
            Name = TextOf(form, PageFields.Name, problems),
            IsBusiness = form.Has(PageFields.BusinessAsked) ? form.Has(PageFields.Business) : null,
            BillingName = TextOf(form, PageFields.BillingName, problems),
            TaxId = TextOf(form, PageFields.TaxId, problems),
            BillingAddress = AddressOf(form, parts.Checkout, problems),
            CustomFieldData = AnswersOf(form, parts.Fields, problems),
        };
        return form[PageFields.Action] == PageActions.RemoveDiscount ? update with { DiscountCode = (string?)null }
            : form[PageFields.DiscountCode] is { Length: > 0 } code ? update with { DiscountCode = code }
            : update;
    }

    private static string? Filled(PageForm form, string field) => form[field] is { Length: > 0 } text ? text : null;

    private static Said<string?> TextOf(PageForm form, string field, List<FieldProblem> problems)
    {
        if (!form.Has(field))
        {
            return default;
        }

        var text = Filled(form, field);
        if (text?.Length > NameMax)
        {
            problems.Add(FieldProblem.Of(field, $"Use at most {NameMax} characters."));
            return default;
        }

        return text;
    }

    private static Said<string?> EmailOf(PageForm form, List<FieldProblem> problems)
    {
        if (!form.Has(PageFields.Email) || Filled(form, PageFields.Email) is not { } typed)
        {
            return form.Has(PageFields.Email) ? (string?)null : default(Said<string?>);
        }

        if (EmailAddresses.Normalize(typed) is { } email)
        {
            return email;
        }

        problems.Add(
            FieldProblem.Of(PageFields.Email, "Check the email address: it should look like name@example.com.")
        );
        return default;
    }

    private static long? AmountOf(PageForm form, string currency, List<FieldProblem> problems)
    {
        if (Filled(form, PageFields.Amount) is not { } typed)
        {
            return null;
        }

        if (MoneyText.Parse(typed, currency) is { } amount)
        {
            return amount;
        }

        problems.Add(FieldProblem.Of(PageFields.Amount, PageWords.WrongAmount(typed, currency)));
        return null;
    }

    private static int? SeatsOf(PageForm form, List<FieldProblem> problems)
    {
        if (Filled(form, PageFields.Seats) is not { } typed)
        {
            return null;
        }

        if (
            int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seats)
            && seats is >= 1 and <= SeatsMax
        )
        {
            return seats;
        }

        problems.Add(FieldProblem.Of(PageFields.Seats, "Enter a whole number of seats."));
        return null;
    }

    private static PostalAddress? AddressOf(PageForm form, Checkout checkout, List<FieldProblem> problems)
    {
        if (Filled(form, PageFields.Country) is not { } country)
        {
            return null;
        }

        if (Countries.All.All(known => known.Code != country))
        {
            problems.Add(FieldProblem.Of(PageFields.Country, "Choose a country."));
            return null;
        }

        // The parts on the form are those of the country that was chosen before.
        var before = checkout.Buyer.BillingAddress;
        var isSame = before?.Country == country;
        return new PostalAddress
        {
            Country = country,
            State = isSame ? Part(PageFields.State, before?.State) : null,
            Line1 = Part(PageFields.Line1, before?.Line1),
            Line2 = Part(PageFields.Line2, before?.Line2),
            City = Part(PageFields.City, before?.City),
            PostalCode = Part(PageFields.PostalCode, before?.PostalCode),
        };

        string? Part(string field, string? stored) => form.Has(field) ? Filled(form, field) : stored;
    }

    private static JsonText AnswersOf(PageForm form, IReadOnlyList<CustomField> fields, List<FieldProblem> problems)
    {
        var output = new ArrayBufferWriter<byte>();
        var answered = 0;
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var field in fields)
            {
                var name = PageFields.OfAnswer(field.Slug);
                if (!form.Has(name) && !form.Has(PageFields.AskedOfAnswer(field.Slug)))
                {
                    continue;
                }

                answered++;
                writer.WritePropertyName(field.Slug);
                if (!TryWriteAnswer(writer, field.Kind, Filled(form, name), form.Has(name)))
                {
                    writer.WriteNullValue();
                    problems.Add(
                        new FieldProblem(PageFields.PlaceOfAnswer(field.Slug), PageWords.WrongAnswer(field.Kind))
                    );
                }
            }

            writer.WriteEndObject();
        }

        return answered == 0 ? default : new JsonText(output.WrittenMemory);
    }

    private static bool TryWriteAnswer(Utf8JsonWriter writer, FieldKind kind, string? typed, bool isTicked)
    {
        switch (kind)
        {
            case FieldKind.Checkbox:
                writer.WriteBooleanValue(isTicked);
                return true;
            case FieldKind.Number when typed is not null:
                if (!int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                {
                    return false;
                }

                writer.WriteNumberValue(number);
                return true;
            case FieldKind.Instant when typed is not null:
                if (
                    !DateOnly.TryParseExact(
                        typed,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var date
                    )
                )
                {
                    return false;
                }

                writer.WriteStringValue($"{date:yyyy-MM-dd}T00:00:00Z");
                return true;
            default:
                writer.WriteStringValue(typed);
                return true;
        }
    }
}

/// <summary>What the form's buttons say.</summary>
internal static class PageActions
{
    public const string Update = "update";
    public const string RemoveDiscount = "remove_discount";
    public const string Pay = "pay";

    /// <summary>The Enter key: it pays when there is something to pay with, and else takes what was typed.</summary>
    public const string Enter = "enter";
}
