using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Core.Tests.PaymentMethods;

public sealed class StoredPaymentMethodTests
{
    private static readonly DateTimeOffset Later = Known.Now.AddDays(1).AddTicks(7);

    private static readonly StoredPaymentMethod Method = new()
    {
        Id = TimeOrderedId.New(Known.Now),
        MerchantAccountId = Known.Owner,
        Card = new CardDisplay("1111", "411111", CardScheme.Visa, "f"),
        Expiry = "12/35",
        CreatedAt = Known.Now,
        UpdatedAt = Known.Now,
    };

    private static readonly StoredPaymentMethod Referring = Method with
    {
        SchemeTransactionId = "first",
        SchemeTransactionIdScheme = CardScheme.Mastercard,
        TransactionLinkId = "link",
    };

    [Fact]
    public void An_update_that_says_nothing_changes_the_time_only() =>
        Assert.Equal(
            Referring with
            {
                UpdatedAt = Known.Now.AddDays(1),
            },
            Referring.Update(new PaymentMethodPatch(), Later)
        );

    [Fact]
    public void A_new_reference_without_a_scheme_is_of_the_cards_own()
    {
        var updated = Method.Update(new PaymentMethodPatch { SchemeTransactionId = Said("new") }, Later);

        Assert.Equal(("new", CardScheme.Visa), (updated.SchemeTransactionId, updated.SchemeTransactionIdScheme));
    }

    [Fact]
    public void A_new_reference_keeps_the_scheme_that_was_known()
    {
        var updated = Referring.Update(new PaymentMethodPatch { SchemeTransactionId = Said("new") }, Later);

        Assert.Equal(("new", CardScheme.Mastercard), (updated.SchemeTransactionId, updated.SchemeTransactionIdScheme));
    }

    [Fact]
    public void A_reference_is_cleared_together_with_its_scheme()
    {
        var updated = Referring.Update(
            new PaymentMethodPatch
            {
                SchemeTransactionId = Said<string>(null),
                SchemeTransactionIdScheme = Said<CardScheme?>(CardScheme.Amex),
            },
            Later
        );

        Assert.Equal((null, null), (updated.SchemeTransactionId, updated.SchemeTransactionIdScheme));
        Assert.Equal("link", updated.TransactionLinkId);
    }

    [Fact]
    public void A_scheme_that_is_said_is_taken_and_one_that_is_null_is_cleared()
    {
        var said = new PaymentMethodPatch
        {
            SchemeTransactionId = Said("new"),
            SchemeTransactionIdScheme = Said<CardScheme?>(CardScheme.Amex),
        };

        Assert.Equal(CardScheme.Amex, Method.Update(said, Later).SchemeTransactionIdScheme);
        Assert.Null(
            Referring
                .Update(said with { SchemeTransactionIdScheme = Said<CardScheme?>(null) }, Later)
                .SchemeTransactionIdScheme
        );
    }

    [Fact]
    public void A_link_is_replaced_or_cleared()
    {
        Assert.Equal(
            "new",
            Method.Update(new PaymentMethodPatch { TransactionLinkId = Said("new") }, Later).TransactionLinkId
        );
        Assert.Null(
            Referring.Update(new PaymentMethodPatch { TransactionLinkId = Said<string>(null) }, Later).TransactionLinkId
        );
    }

    [Fact]
    public void A_method_is_its_owners_alone()
    {
        Assert.Null(Method.RefusalFor(Known.Owner));
        Assert.Equal(new PaymentMethodProblem.NotFound(), Method.RefusalFor(Known.Stranger));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void A_use_is_counted_and_apart_when_a_buyer_made_it(bool isCustomerInitiated, int counted)
    {
        var used = Method.Used(isCustomerInitiated, Later);

        Assert.Equal((1, counted), (used.UsageCount, used.CitUsageCount));
        Assert.Equal(Known.Now.AddDays(1), used.LastUsedAt);
        Assert.Equal(isCustomerInitiated ? used.LastUsedAt : null, used.CitLastUsedAt);
    }

    private static Said<T> Said<T>(T? value) => new(true, value);
}
