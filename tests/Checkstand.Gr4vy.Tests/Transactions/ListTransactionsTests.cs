namespace Checkstand.Gr4vy.Tests.Transactions;

public sealed class ListTransactionsTests(ListedTransactions server) : IClassFixture<ListedTransactions>
{
    private readonly ApiClient api = server.Api;

    /// <summary>Query, and the letters of what it finds.</summary>
    public static TheoryData<string, string> Filters =>
        new()
        {
            { "", "edcba" },
            { "surprise=1", "edcba" },
            { "currency=EUR", "b" },
            { "currency=EUR&currency=USD", "edcba" },
            { "currency=GBP", "" },
            { "country=US", "a" },
            { "country=US&country=GB", "ba" },
            { "country=xx", "" },
            { "status=authorization_succeeded", "da" },
            { "status=capture_succeeded&status=authorization_declined", "cb" },
            { "status=processing", "e" },
            { "status=buyer_approval_pending", "" },
            { "external_identifier=ext-a", "a" },
            { "external_identifier=EXT-A", "" },
            { "buyer_external_identifier=buyer-a", "a" },
            { "buyer_external_identifier=guest-b", "b" },
            { "buyer_external_identifier=guest", "" },
            { "buyer_external_identifier=GUEST-B", "" },
            { "buyer_id=" + ApiClient.UnknownId, "" },
            { "buyer_email_address=ada%40example.com", "a" },
            { "buyer_email_address=ada", "" },
            { "buyer_search=lovelace", "a" },
            { "buyer_search=lovelace&buyer_search=EXAMPLE", "a" },
            { "buyer_search=lovelace&buyer_search=nobody", "" },
            { "buyer_search=augusta&buyer_search=KING&buyer_search=london", "a" },
            { "search=love", "a" },
            { "search=ext-", "a" },
            { "search=5555444", "" },
            { "search=nobody", "" },
            { "metadata=%7B%22k%22%3A%22v%22%7D", "ba" },
            { "metadata=%7B%22k%22%3A%22v%22%2C%22n%22%3A%221%22%7D", "a" },
            { "metadata=%7B%22k%22%3A%22v%22%7D&metadata=%7B%22n%22%3A%221%22%7D", "a" },
            { "metadata=%7B%22k%22%3A%22w%22%7D", "" },
            { "metadata=v", "" },
            { "amount_eq=2000", "b" },
            { "amount_gte=3000", "edc" },
            { "amount_lte=2000", "ba" },
            { "amount_gte=2000&amount_lte=3000", "cb" },
            { "amount_eq=2000&amount_gte=3000", "" },
            { "amount_eq=2000&amount_lte=1000", "" },
            { "amount_eq=2147483647", "" },
            { "payment_method_id=" + ApiClient.UnknownId, "" },
            { "payment_method_label=4444", "b" },
            { "payment_method_label=44", "" },
            { "payment_method_bin=411111", "a" },
            { "payment_method_scheme=mastercard", "b" },
            { "payment_method_scheme=mastercard&payment_method_scheme=visa", "edcba" },
            { "payment_method_scheme=surprise", "" },
            { "payment_method_scheme=surprise&payment_method_scheme=mastercard", "b" },
            { "payment_method_country=US", "" },
            { "method=card", "edcba" },
            { "method=paypal", "" },
            { "method=paypal&method=card", "edcba" },
            { "error_code=insufficient_funds", "c" },
            { "error_code=issuer_decline&error_code=insufficient_funds", "c" },
            { "error_code=surprise", "" },
            { "has_refunds=true", "b" },
            { "has_refunds=False", "edca" },
            { "payment_source=recurring", "b" },
            { "payment_source=ecommerce&payment_source=moto", "edca" },
            { "is_subsequent_payment=true", "b" },
            { "is_subsequent_payment=false", "edca" },
            { "merchant_initiated=true", "b" },
            { "merchant_initiated=false", "edca" },
            { "used_3ds=true", "d" },
            { "used_3ds=false", "ecba" },
            { "pending_review=true", "" },
            { "pending_review=false", "edcba" },
            { "has_gift_card_redemptions=true", "" },
            { "has_gift_card_redemptions=false", "edcba" },
            { "has_settlements=true", "" },
            { "has_settlements=false", "edcba" },
            { "disputed=true", "" },
            { "disputed=false", "edcba" },
            { "payment_link_id=" + ApiClient.UnknownId, "" },
            { "gift_card_id=" + ApiClient.UnknownId, "" },
            { "gift_card_last4=1111", "" },
            { "reauthorized_from_transaction_id=" + ApiClient.UnknownId, "" },
            { "ip_address=127.0.0.1", "" },
            { "created_at_gte=2030-01-15T12:01:00Z", "edcb" },
            { "created_at_lte=2030-01-15T12:01:00Z", "ba" },
            { "created_at_gte=2030-01-15T13:01:00%2B01:00&created_at_lte=2030-01-15T12:02:00.000Z", "cb" },
            { "created_at_gte=2030-01-15T12:01:00.001Z&created_at_lte=2030-01-15T12:01:59.999Z", "" },
            { "updated_at_gte=2030-01-15T12:03:00Z", "ed" },
            { "updated_at_lte=2030-01-15T12:00:00Z", "a" },
            // SDKs write a parameter that was set to null without a value.
            { "currency=&status=&amount_eq=&search=&limit=", "edcba" },
            // All that is said must hold.
            { "currency=USD&status=authorization_succeeded&payment_method_bin=411111", "a" },
            { "currency=EUR&merchant_initiated=false", "" },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_what_it_names(string query, string found)
    {
        var page = (await ListAsync(query)).Expect(200);

        Assert.Equal(found, LettersOf(page));
        Assert.Equal(20, page.At("/limit").GetInt32());
        Assert.True(page.IsNullAt("/next_cursor"));
        Assert.True(page.IsNullAt("/previous_cursor"));
    }

    [Theory]
    [InlineData("id", "/id", "a", "a")]
    [InlineData("reconciliation_id", "/reconciliation_id", "b", "b")]
    [InlineData("payment_service_transaction_id", "/payment_service_transaction_id", "c", "c")]
    [InlineData("payment_method_fingerprint", "/payment_method/fingerprint", "b", "b")]
    [InlineData("payment_service_id", "/payment_service/id", "a", ListedTransactions.All)]
    [InlineData("checkout_session_id", "/checkout_session_id", "d", "d")]
    [InlineData("search", "/id", "c", "c")]
    [InlineData("search", "/payment_service_transaction_id", "b", "b")]
    [InlineData("search", "/checkout_session_id", "d", "d")]
    public async Task A_filter_finds_an_id(string name, string place, string of, string found)
    {
        var value = server.Made[of[0]].TextAt(place);

        Assert.Equal(found, LettersOf((await ListAsync($"{name}={value}")).Expect(200)));
        Assert.Equal(found, LettersOf((await ListAsync($"{name}={value}&currency=USD&currency=EUR")).Expect(200)));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("payment_service_id")]
    [InlineData("checkout_session_id")]
    [InlineData("reconciliation_id")]
    [InlineData("payment_service_transaction_id")]
    [InlineData("payment_method_fingerprint")]
    public async Task An_id_of_nobody_finds_nothing(string name) =>
        Assert.Equal("", LettersOf((await ListAsync($"{name}={ApiClient.UnknownId}")).Expect(200)));

    [Fact]
    public void Every_filter_of_the_contract_is_tried()
    {
        var tried = Filters
            .SelectMany(row => row.Data.Item1.Split('&'))
            .Select(parameter => parameter.Split('=')[0])
            .Concat(["id", "reconciliation_id", "payment_service_transaction_id", "payment_method_fingerprint"])
            .Concat(["payment_service_id", "checkout_session_id", "cursor", "limit"]);

        Assert.Empty(
            Vendor
                .Parameters.Where(parameter => parameter.Schema == "list_transactions")
                .Select(parameter => parameter.Name.Replace("[]", "", StringComparison.Ordinal))
                .Except(tried)
        );
    }

    [Fact]
    public async Task The_list_is_paged_in_both_directions()
    {
        var forward = new List<Answer> { await ListAsync("limit=2") };
        while (!forward[^1].Expect(200).IsNullAt("/next_cursor"))
        {
            forward.Add(await ListAsync($"limit=2&cursor={forward[^1].TextAt("/next_cursor")}"));
        }

        Assert.Equal(["ed", "cb", "a"], forward.Select(LettersOf));
        Assert.All(forward, page => Assert.Equal(2, page.At("/limit").GetInt32()));
        Assert.True(forward[0].IsNullAt("/previous_cursor"));
        var back = await ListAsync($"limit=2&cursor={forward[2].TextAt("/previous_cursor")}");
        Assert.Equal("cb", LettersOf(back.Expect(200)));
        Assert.Equal(forward[1].TextAt("/next_cursor"), back.TextAt("/next_cursor"));
        var first = await ListAsync($"limit=2&cursor={back.TextAt("/previous_cursor")}");
        Assert.Equal("ed", LettersOf(first.Expect(200)));
        Assert.True(first.IsNullAt("/previous_cursor"));
    }

    [Fact]
    public async Task A_filtered_list_is_paged_too()
    {
        var first = (await ListAsync("limit=1&currency=USD&amount_lte=4000")).Expect(200);
        var second = await ListAsync($"limit=1&currency=USD&amount_lte=4000&cursor={first.TextAt("/next_cursor")}");
        var third = await ListAsync($"limit=1&currency=USD&amount_lte=4000&cursor={second.TextAt("/next_cursor")}");

        Assert.Equal("dca", LettersOf(first) + LettersOf(second.Expect(200)) + LettersOf(third.Expect(200)));
        Assert.True(third.IsNullAt("/next_cursor"));
    }

    [Fact]
    public async Task An_item_is_the_transaction_in_short()
    {
        var listed = (await ListAsync("")).Expect(200).At("/items").EnumerateArray().ToList();
        foreach (var item in listed)
        {
            var whole = (await api.ReadAsync(item.GetProperty("id").GetString()!)).Expect(200).Json;

            Assert.Equal(
                Vendor.FieldsOf("TransactionSummary").Select(field => field.Name).Where(name => !name.Contains('[')),
                item.EnumerateObject().Select(field => field.Name)
            );
            Assert.All(
                item.EnumerateObject(),
                field => Assert.Equal(whole.GetProperty(field.Name).GetRawText(), field.Value.GetRawText())
            );
        }
    }

    [Fact]
    public async Task Another_account_lists_its_own()
    {
        var page = (await api.SendAsync(api.Backend("GET", Paying.Transactions, Gr4vyServer.OtherAccount))).Expect(200);

        Assert.Equal(
            "other",
            Assert.Single(page.At("/items").EnumerateArray()).GetProperty("merchant_account_id").GetString()
        );
        var foreign = api.Backend(
            "GET",
            $"{Paying.Transactions}?checkout_session_id={server.SessionOfD}",
            Gr4vyServer.OtherAccount
        );
        Assert.Equal(0, (await api.SendAsync(foreign)).Expect(200).At("/items").GetArrayLength());
    }

    [Theory]
    [InlineData("limit=0", "limit", "greater_than_equal")]
    [InlineData("limit=101", "limit", "less_than_equal")]
    [InlineData("limit=-1", "limit", "greater_than_equal")]
    [InlineData("limit=1.5", "limit", null)]
    [InlineData("limit=ten", "limit", null)]
    [InlineData("limit=5&limit=0", "limit", null)]
    [InlineData("cursor=x", "cursor", null)]
    [InlineData("cursor=%20", "cursor", null)]
    [InlineData("cursor=bjAwMDA", "cursor", null)]
    [InlineData("cursor=eDAxOTQxZjI5N2MwMDdhYWE4YWFhMDEyMzQ1Njc4OWFi", "cursor", null)]
    [InlineData("status=surprise", "status/0", "enum")]
    [InlineData("status=processing&status=surprise", "status/1", "enum")]
    [InlineData("currency=usd", "currency/0", null)]
    [InlineData("method=surprise", "method/0", "enum")]
    [InlineData("payment_source=surprise", "payment_source/0", "enum")]
    [InlineData("payment_service_id=1", "payment_service_id/0", null)]
    [InlineData("id=1", "id", null)]
    [InlineData("buyer_id=1", "buyer_id", null)]
    [InlineData("checkout_session_id=1", "checkout_session_id", null)]
    [InlineData("amount_eq=-1", "amount_eq", "greater_than_equal")]
    [InlineData("amount_gte=2147483648", "amount_gte", "less_than_equal")]
    [InlineData("amount_lte=x", "amount_lte", null)]
    [InlineData("created_at_lte=yesterday", "created_at_lte", null)]
    [InlineData("has_refunds=1", "has_refunds", "bool_type")]
    [InlineData("disputed=yes", "disputed", "bool_type")]
    [InlineData("gift_card_last4=123", "gift_card_last4", "string_too_short")]
    public async Task A_query_of_another_form_is_refused_in_its_place(string query, string place, string? type) =>
        Envelope.CheckViolation(await ListAsync(query), "query", place, type);

    [Theory]
    [InlineData("/buyers")]
    [InlineData("/payment-services")]
    [InlineData("/payment-service-definitions")]
    [InlineData("/payment-methods")]
    [InlineData("/merchant-accounts")]
    [InlineData("/api-key-pairs")]
    [InlineData("/gift-cards")]
    public async Task A_cursor_of_another_list_is_refused(string other)
    {
        var cursor = (await ListAsync("limit=1")).Expect(200).TextAt("/next_cursor");

        Envelope.CheckViolation(
            await api.SendAsync(api.Backend("GET", $"{other}?cursor={cursor}")),
            "query",
            "cursor",
            "value_error.cursor"
        );
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_query_is_said_at_once() =>
        Assert.Equal(
            ["amount_eq", "id", "limit", "status/0"],
            Envelope
                .CheckValidation(await ListAsync("limit=0&status=x&amount_eq=x&id=x"))
                .Select(detail => detail.Pointer)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(1, "e")]
    [InlineData(100, "edcba")]
    public async Task The_limit_has_bounds(int limit, string found)
    {
        var page = (await ListAsync($"limit={limit}")).Expect(200);

        Assert.Equal(found, LettersOf(page));
        Assert.Equal(limit, page.At("/limit").GetInt32());
    }

    private Task<Answer> ListAsync(string query) =>
        api.SendAsync(api.Backend("GET", Paying.Transactions + (query.Length > 0 ? "?" + query : "")));

    private string LettersOf(Answer page) =>
        string.Concat(
            page.At("/items")
                .EnumerateArray()
                .Select(item =>
                    server.Made.Single(one => one.Value.TextAt("/id") == item.GetProperty("id").GetString()).Key
                )
        );
}
