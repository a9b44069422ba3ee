using System.Text;
using Checkstand.Core;
using Checkstand.Core.Buyers;
using Checkstand.Core.Merchants;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of buyers promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract partial class BuyerStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly MerchantAccountId Owner = Samples.Owner;
    private static readonly MerchantAccountId Stranger = MerchantAccountId.Parse("stranger");
    private static readonly BuyerFilter All = new(null, null);

    private long made;

    protected IBuyerStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IBuyerStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task Every_field_is_kept_to_the_byte_over_a_restart()
    {
        var buyer = Buyer() with
        {
            Content = new BuyerContent(
                Json("\"Łódź 🛒 \\\"'\""),
                Json("\"b-1\""),
                Json("""{"address":{"line1":"\ud83d\ude00"},"tax_id":null}"""),
                Json("\"\\u0001\"")
            ),
            UpdatedAt = Samples.Now.AddMilliseconds(1),
        };
        await AddAsync(buyer);

        await CloseAsync();
        Store = await OpenAsync();

        Assert.Equal(buyer, await Store.FindAsync(Owner, buyer.Id, None));
    }

    [Fact]
    public async Task What_was_not_said_stays_unsaid()
    {
        var buyer = await AddAsync(Buyer());

        var found = await Store.FindAsync(Owner, buyer.Id, None);

        Assert.Equal(default, found!.Content);
        Assert.Null(found.ExternalIdentifier);
    }

    [Fact]
    public async Task A_buyer_of_another_account_is_to_every_method_as_one_that_never_was()
    {
        var buyer = await AddAsync(Buyer("b-1"));

        Assert.Null(await Store.FindAsync(Stranger, buyer.Id, None));
        Assert.Empty((await Store.ListAsync(Stranger, All, new PageRequest(10, null), None)).Items);
        Assert.Equal(
            new BuyerProblem.NotFound(),
            Refused(await Store.ChangeAsync(Stranger, buyer.Id, known => Rename(known, "x"), None))
        );
        Assert.False(await Store.RemoveAsync(Stranger, buyer.Id, None));
        Assert.Equal(buyer, await Store.FindAsync(Owner, buyer.Id, None));
    }

    [Fact]
    public async Task An_id_that_the_account_has_already_answers_what_is_there()
    {
        var buyer = await AddAsync(Buyer("b-1"));

        var again = await Store.AddAsync(Rename(buyer, "b-2"), None);

        Assert.Equal(buyer, Must(again));
        Assert.Equal(buyer, await Store.FindAsync(Owner, buyer.Id, None));
    }

    [Fact]
    public async Task An_external_identifier_is_unique_within_its_account()
    {
        var first = await AddAsync(Buyer("b-1"));
        var second = await AddAsync(Buyer("b-2"));
        await AddAsync(Buyer("b-1") with { MerchantAccountId = Stranger });
        await AddAsync(Buyer("B-1"));
        var taken = new BuyerProblem.ExternalIdentifierTaken(first.Id);

        Assert.Equal(taken, Refused(await Store.AddAsync(Buyer("b-1"), None)));
        Assert.Equal(taken, Refused(await Store.ChangeAsync(Owner, second.Id, known => Rename(known, "b-1"), None)));
        Must(await Store.ChangeAsync(Owner, first.Id, known => Rename(known, "b-1"), None));
        Assert.Equal("b-2", (await Store.FindAsync(Owner, second.Id, None))!.ExternalIdentifier);
    }

    [Fact]
    public async Task Of_many_that_want_one_external_identifier_one_gets_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.AddAsync(Buyer("b-1"), None)));

        Assert.Single(answers, answer => answer.TryGet(out var _, out var _));
    }

    [Fact]
    public async Task Buyers_without_an_external_identifier_do_not_stand_in_each_others_way()
    {
        await AddAsync(Buyer());
        await AddAsync(Buyer());
    }

    [Fact]
    public async Task An_external_identifier_is_free_again_once_its_buyer_is_renamed_or_removed()
    {
        var first = await AddAsync(Buyer("b-1"));
        Must(await Store.ChangeAsync(Owner, first.Id, known => Rename(known, "b-2"), None));
        var second = await AddAsync(Buyer("b-1"));
        await Store.RemoveAsync(Owner, second.Id, None);

        await AddAsync(Buyer("b-1"));
    }

    [Fact]
    public async Task A_change_is_kept_and_answered()
    {
        var buyer = await AddAsync(Buyer());
        var later = Samples.Now.AddDays(1);

        var changed = Must(
            await Store.ChangeAsync(
                Owner,
                buyer.Id,
                known => known.With(new BuyerContent(Json("\"New\""), default, default, default), later),
                None
            )
        );

        Assert.Equal((later, "New"), (changed.UpdatedAt, changed.Content.DisplayName.AsText()));
        Assert.Equal(changed, await Store.FindAsync(Owner, buyer.Id, None));
    }

    [Fact]
    public async Task Parallel_changes_see_each_other()
    {
        var buyer = await AddAsync(Buyer() with { Content = Said("\"0\"") });

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.ChangeAsync(Owner, buyer.Id, AddOne, None)));

        Assert.Equal("20", (await Store.FindAsync(Owner, buyer.Id, None))!.Content.DisplayName.AsText());

        static Buyer AddOne(Buyer known) =>
            known with
            {
                Content = Said($"\"{int.Parse(known.Content.DisplayName.AsText()!) + 1}\""),
            };
    }

    private async Task<Buyer> AddAsync(Buyer buyer) => Must(await Store.AddAsync(buyer, None));

    // Each a millisecond after the one before, so that their order is known.
    private Buyer Buyer(string? externalIdentifier = null)
    {
        var at = Samples.Now.AddMilliseconds(Interlocked.Increment(ref made));
        var buyer = new Buyer
        {
            Id = TimeOrderedId.New(at),
            MerchantAccountId = Owner,
            Content = default,
            CreatedAt = at,
            UpdatedAt = at,
        };
        return externalIdentifier is null ? buyer : Rename(buyer, externalIdentifier);
    }

    private static Buyer Rename(Buyer buyer, string externalIdentifier) =>
        buyer with
        {
            Content = buyer.Content with { ExternalIdentifier = Json($"\"{externalIdentifier}\"") },
        };

    private static BuyerContent Said(string displayName) => new(Json(displayName), default, default, default);

    private static JsonText Json(string text) => new(Encoding.UTF8.GetBytes(text));

    private static T Must<T>(Result<T, BuyerProblem> result)
        where T : notnull
    {
        Assert.True(result.TryGet(out var found, out var refused), $"Refused: {refused}");
        return found;
    }

    private static BuyerProblem Refused<T>(Result<T, BuyerProblem> result)
        where T : notnull
    {
        Assert.False(result.TryGet(out _, out var refused));
        return refused;
    }
}
