using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of payment methods promises. A database's test project inherits it.</summary>
public abstract partial class PaymentMethodStoreContract : IAsyncLifetime
{
    private static readonly MerchantAccountId Other = MerchantAccountId.Parse("shop-2");
    private static readonly CancellationToken None = CancellationToken.None;

    protected IPaymentMethodStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IPaymentMethodStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task What_is_added_is_found_also_after_a_restart()
    {
        var (method, card) = await AddAsync(Samples.Method());
        var (full, fullCard) = await AddAsync(Samples.FullMethod());

        await CloseAsync();
        Store = await OpenAsync();

        Assert.Equal(method, await Store.FindAsync(method.Id, None));
        Assert.Equal(full, await Store.FindAsync(full.Id, None));
        await AssertCardAsync(method.Id, card);
        await AssertCardAsync(full.Id, fullCard);
    }

    [Fact]
    public async Task An_unknown_method_is_not_found()
    {
        await AddAsync(Samples.Method());

        Assert.Null(await Store.FindAsync(Guid.Empty, None));
        Assert.Null(await Store.FindCardAsync(Guid.Empty, None));
    }

    [Fact]
    public async Task An_id_that_is_there_keeps_what_it_has_and_hands_it_out()
    {
        var (first, card) = await AddAsync(Samples.FullMethod());
        var again = Samples.Method() with { Id = first.Id };

        var kept = await Store.AddAsync(again, () => Card(), None);

        Assert.Equal(first, kept);
        Assert.Equal(first, await Store.FindAsync(first.Id, None));
        await AssertCardAsync(first.Id, card);
    }

    // Ids are made by this program and reserved for one merchant, so this is a bug and not a refusal.
    [Fact]
    public async Task An_id_that_another_merchant_has_is_not_handed_out()
    {
        var (first, _) = await AddAsync(Samples.Method());
        var foreign = Samples.Method(Other) with { Id = first.Id };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AddAsync(foreign, () => Card(), None));

        Assert.Equal(first, await Store.FindAsync(first.Id, None));
    }

    [Fact]
    public async Task A_card_with_a_security_code_is_not_stored()
    {
        var method = Samples.Method();

        await Assert.ThrowsAsync<ArgumentException>(() => Store.AddAsync(method, () => Samples.Card(), None));

        Assert.Null(await Store.FindAsync(method.Id, None));
        Assert.Null(await Store.FindCardAsync(method.Id, None));
    }

    [Fact]
    public async Task A_change_is_kept_and_leaves_the_card_alone()
    {
        var (method, card) = await AddAsync(Samples.Method());
        var full = Samples.FullMethod();
        var after = method with
        {
            Expiry = "01/40",
            SchemeTransactionId = full.SchemeTransactionId,
            SchemeTransactionIdScheme = full.SchemeTransactionIdScheme,
            TransactionLinkId = full.TransactionLinkId,
            UpdatedAt = full.UpdatedAt,
            LastUsedAt = full.LastUsedAt,
            UsageCount = full.UsageCount,
            CitLastUsedAt = full.CitLastUsedAt,
            CitUsageCount = full.CitUsageCount,
        };

        await ChangeAsync(method.Id, new PaymentMethodChange.Save(after));

        Assert.Equal(after, await Store.FindAsync(method.Id, None));
        await AssertCardAsync(method.Id, card);
    }

    [Fact]
    public async Task What_was_set_can_be_cleared()
    {
        var (method, _) = await AddAsync(Samples.FullMethod());
        var after = method with
        {
            SchemeTransactionId = null,
            SchemeTransactionIdScheme = null,
            TransactionLinkId = null,
            LastUsedAt = null,
            CitLastUsedAt = null,
        };

        await ChangeAsync(method.Id, new PaymentMethodChange.Save(after));

        Assert.Equal(after, await Store.FindAsync(method.Id, None));
    }

    [Fact]
    public async Task A_removed_method_is_gone_with_its_card_and_no_other_is()
    {
        var (method, _) = await AddAsync(Samples.Method());
        var (other, otherCard) = await AddAsync(Samples.Method());

        await ChangeAsync(method.Id, new PaymentMethodChange.Remove());

        Assert.Null(await Store.FindAsync(method.Id, None));
        Assert.Null(await Store.FindCardAsync(method.Id, None));
        Assert.Equal(other, await Store.FindAsync(other.Id, None));
        await AssertCardAsync(other.Id, otherCard);
    }

    [Fact]
    public async Task An_unknown_method_is_not_asked_about()
    {
        var problem = await Store.ChangeAsync(Guid.Empty, _ => throw new InvalidOperationException(), None);

        Assert.Equal(new PaymentMethodProblem.NotFound(), problem);
    }

    [Fact]
    public async Task A_refusal_is_handed_on_and_changes_nothing()
    {
        var (method, card) = await AddAsync(Samples.Method());

        Assert.Equal(
            new PaymentMethodProblem.SessionWithoutCard(),
            await Store.ChangeAsync(method.Id, _ => new PaymentMethodProblem.SessionWithoutCard(), None)
        );

        Assert.Equal(method, await Store.FindAsync(method.Id, None));
        await AssertCardAsync(method.Id, card);
    }

    [Fact]
    public async Task Changes_that_come_together_are_made_one_after_the_other()
    {
        var (method, _) = await AddAsync(Samples.Method());

        await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(_ =>
                    Store.ChangeAsync(
                        method.Id,
                        before => new PaymentMethodChange.Save(before with { UsageCount = before.UsageCount + 1 }),
                        None
                    )
                )
        );

        Assert.Equal(100, (await Store.FindAsync(method.Id, None))!.UsageCount);
    }

    [Fact]
    public async Task Cards_under_other_keys_are_wrapped_anew_in_batches_until_none_is_left()
    {
        var cards = new Dictionary<Guid, SealedCard>();
        for (var i = 0; i < 5; i++)
        {
            var (method, card) = await AddAsync(Samples.Method(), $"old-{i % 2}");
            cards[method.Id] = card;
        }

        var batches = new List<int>();
        do
        {
            batches.Add(await Store.RewrapCardsAsync("new", Rewrapped, 2, None));
        } while (batches[^1] > 0);

        Assert.Equal([2, 2, 1, 0], batches);
        foreach (var (id, card) in cards)
        {
            await AssertCardAsync(id, Rewrapped(id, card));
        }
    }

    [Fact]
    public async Task A_wrap_that_throws_leaves_the_whole_batch_as_it_was()
    {
        var (method, card) = await AddAsync(Samples.Method(), "old");
        var (other, otherCard) = await AddAsync(Samples.Method(), "old");
        var asked = 0;

        await Assert.ThrowsAsync<KeyNotFoundException>(() =>
            Store.RewrapCardsAsync(
                "new",
                (id, current) => ++asked % 2 == 0 ? throw new KeyNotFoundException() : Rewrapped(id, current),
                10,
                None
            )
        );

        await AssertCardAsync(method.Id, card);
        await AssertCardAsync(other.Id, otherCard);
    }

    private async Task<(StoredPaymentMethod Method, SealedCard Card)> AddAsync(
        StoredPaymentMethod method,
        string keyId = "kek-1"
    )
    {
        var card = Card(keyId);
        Assert.Equal(method, await Store.AddAsync(method, () => card, None));
        return (method, card);
    }

    private async Task ChangeAsync(Guid id, PaymentMethodChange change) =>
        Assert.Null(await Store.ChangeAsync(id, _ => change, None));

    private async Task AssertCardAsync(Guid id, SealedCard expected)
    {
        var found = await Store.FindCardAsync(id, None);
        Assert.NotNull(found);
        Assert.Equal(expected.KeyId, found.KeyId);
        Assert.Equal(expected.WrappedKey, found.WrappedKey);
        Assert.Equal(expected.Card, found.Card);
        Assert.Null(found.Code);
    }

    private static SealedCard Card(string keyId = "kek-1") => Samples.Card(keyId, hasCode: false);

    private static SealedCard Rewrapped(Guid id, SealedCard card) =>
        new()
        {
            KeyId = "new",
            WrappedKey = [.. id.ToByteArray(), .. card.WrappedKey],
            Card = card.Card,
            Code = null,
        };
}
