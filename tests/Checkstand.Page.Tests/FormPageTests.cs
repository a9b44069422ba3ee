using System.Text;
using System.Text.RegularExpressions;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Products;

namespace Checkstand.Page.Tests;

public sealed partial class FormPageTests
{
    private const string Here = "https://pay.example/checkout/polar_c_sample";

    [Fact]
    public void The_page_shows_what_is_bought_and_what_it_costs()
    {
        var html = Write(Samples.Book());

        Assert.Contains("Acme &amp; Sons", html, StringComparison.Ordinal);
        Assert.Contains("<h1>The &lt;Book&gt;</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Total</dt><dd>$12.99</dd>", html, StringComparison.Ordinal);
        Assert.Contains(">Pay $12.99</button>", html, StringComparison.Ordinal);
        Assert.Contains("Test mode", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Discount_and_tax_have_lines_of_their_own()
    {
        var exclusive = Write(
            Samples.Book(checkout =>
                checkout with
                {
                    Amounts = new Amounts(1299, 299, 80, Core.Taxes.TaxBehavior.Exclusive),
                }
            )
        );
        Assert.Contains("<dt>Subtotal</dt><dd>$12.99</dd>", exclusive, StringComparison.Ordinal);
        Assert.Contains("<dt>Discount</dt><dd>\u2212$2.99</dd>", exclusive, StringComparison.Ordinal);
        Assert.Contains("<dt>Tax</dt><dd>$0.80</dd>", exclusive, StringComparison.Ordinal);
        Assert.Contains("<dt>Total</dt><dd>$10.80</dd>", exclusive, StringComparison.Ordinal);

        var inclusive = Write(
            Samples.Book(checkout =>
                checkout with
                {
                    Amounts = new Amounts(1299, 0, 200, Core.Taxes.TaxBehavior.Inclusive),
                }
            )
        );
        Assert.Contains("<dt>Total</dt><dd>$12.99</dd>", inclusive, StringComparison.Ordinal);
        Assert.Contains("<dt>Tax included</dt><dd>$2.00</dd>", inclusive, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_input_has_a_label_and_every_id_is_there_once()
    {
        var html = Write(
            Samples.Book(
                checkout =>
                    checkout with
                    {
                        RequireBillingAddress = true,
                        Buyer = new Buyer
                        {
                            IsBusiness = true,
                            BillingAddress = new PostalAddress { Country = "US" },
                        },
                    },
                Samples.EveryKind
            )
        );

        var ids = Id.Matches(html).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var inputs = Input.Matches(html).Select(match => match.Groups["id"].Value).ToList();
        Assert.True(inputs.Count >= 18, string.Join(' ', inputs));
        Assert.All(inputs, id => Assert.Contains($"<label for=\"{id}\">", html, StringComparison.Ordinal));
    }

    [Fact]
    public void Browsers_and_phones_are_told_what_the_fields_are_for()
    {
        var html = Write(
            Samples.Book(checkout =>
                checkout with
                {
                    Buyer = new Buyer { BillingAddress = new PostalAddress { Country = "US" } },
                }
            )
        );

        (string Id, string Attributes)[] expected =
        [
            ("customer_email", "type=\"email\" autocomplete=\"email\" value=\"\" inputmode=\"email\""),
            ("customer_name", "type=\"text\" autocomplete=\"name\""),
            ("card_number", "type=\"text\" autocomplete=\"cc-number\" value=\"\" inputmode=\"numeric\""),
            ("card_expiry", "type=\"text\" autocomplete=\"cc-exp\" value=\"\" inputmode=\"numeric\""),
            ("card_code", "type=\"text\" autocomplete=\"cc-csc\" value=\"\" inputmode=\"numeric\""),
            ("line1", "type=\"text\" autocomplete=\"billing address-line1\""),
            ("city", "type=\"text\" autocomplete=\"billing address-level2\""),
            ("postal_code", "type=\"text\" autocomplete=\"billing postal-code\""),
        ];
        Assert.All(
            expected,
            field =>
                Assert.Contains(
                    $"<input id=\"{field.Id}\" name=\"{field.Id}\" {field.Attributes}",
                    html,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            "<select id=\"country\" name=\"country\" autocomplete=\"billing country\"",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("autocomplete=\"billing address-level1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"number\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "country", "line1 city postal_code state")]
    [InlineData("FR", "country", "line1 city postal_code state")]
    [InlineData("CA", "country state", "line1 city postal_code")]
    [InlineData("US", "country state line1 line2 city postal_code", "")]
    public void Only_the_parts_of_an_address_that_the_country_uses_are_asked_for(
        string? country,
        string asked,
        string not
    )
    {
        var html = Write(
            Samples.Book(checkout =>
                checkout with
                {
                    Buyer = new Buyer
                    {
                        BillingAddress = country is null ? null : new PostalAddress { Country = country },
                    },
                }
            )
        );

        Assert.All(asked.Split(' '), id => Assert.Contains($"id=\"{id}\"", html, StringComparison.Ordinal));
        Assert.All(
            not.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            id => Assert.DoesNotContain($"id=\"{id}\"", html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_free_product_asks_for_no_card_and_no_address()
    {
        var html = Write(
            Samples.Book(checkout =>
                checkout with
                {
                    Amounts = new Amounts(0, 0, 0, null),
                    Needs = new PaymentNeeds(true, false, false, false),
                }
            )
        );

        Assert.DoesNotContain("card_number", html, StringComparison.Ordinal);
        Assert.DoesNotContain("country", html, StringComparison.Ordinal);
        Assert.DoesNotContain("discount_code", html, StringComparison.Ordinal);
        Assert.Contains(">Get it for free</button>", html, StringComparison.Ordinal);
    }

    // The core asks a business for its name then, whatever is to be paid.
    [Fact]
    public void A_business_is_asked_for_its_name_where_only_the_address_is_needed()
    {
        var free = Samples.Book(checkout =>
            checkout with
            {
                Amounts = new Amounts(0, 0, 0, null),
                Needs = new PaymentNeeds(true, false, false, false),
                RequireBillingAddress = true,
                Buyer = new Buyer { IsBusiness = true },
            }
        );
        var html = new FormPage(
            Samples.Model(free) with
            {
                Problems = [FieldProblem.Of("customer_billing_name", "Enter the name of your business.")],
            }
        ).Write(Here);

        Assert.Contains("id=\"is_business_customer\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"customer_billing_name\"", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#customer_billing_name\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("card_number", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_stands_beside_its_field_and_on_top()
    {
        using var form = PageForm.Parse("customer_email=nonsense&card_number=4242424242424242"u8)!;
        var html = new FormPage(
            Samples.Model(Samples.Book()) with
            {
                Sent = form,
                Problems =
                [
                    FieldProblem.Of("customer_email", "Check the <address>."),
                    FieldProblem.Of("nowhere", "Else."),
                ],
            }
        ).Write(Here);

        Assert.Contains("<title>Error: ", html, StringComparison.Ordinal);
        Assert.Contains(
            "<li><a href=\"#customer_email\">Check the &lt;address&gt;.</a></li>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("<li>Else.</li>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<p class=\"problem\" id=\"customer_email-problem\">Check the &lt;address&gt;.</p>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "aria-describedby=\"customer_email-problem\" aria-invalid=\"true\"",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("value=\"nonsense\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("4242", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_price_is_typed_and_shows_its_bounds()
    {
        var price = new Price.Custom
        {
            Id = RandomId.New(),
            CreatedAt = Samples.Now,
            Currency = "usd",
            MinorUnitsMin = 100,
            MinorUnitsMax = 100000,
        };
        var html = Write(Samples.Of(price));

        Assert.Contains("value=\"12.99\" inputmode=\"decimal\"", html, StringComparison.Ordinal);
        Assert.Contains("From $1.00 to $1,000.00", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_runs_and_nothing_is_fetched_from_elsewhere()
    {
        var html = Write(
            Samples.Book(
                checkout => checkout with { ReturnUrl = "https://shop.example/\"><script>" },
                Samples.EveryKind
            )
        );

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    private static string Write(CheckoutParts parts)
    {
        var html = new FormPage(Samples.Model(parts)).Write(Here);
        if (Environment.GetEnvironmentVariable("CHECKSTAND_PAGES") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{Guid.CreateVersion7():N}.html"), html, Encoding.UTF8);
        }

        return html;
    }

    [GeneratedRegex(@"\bid=""(?<id>[^""]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Id { get; }

    [GeneratedRegex(
        @"<(?:input id=|select id=|textarea id=|input type=""radio"" name=""[^""]+"" id=)""(?<id>[^""]+)""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Input { get; }
}
