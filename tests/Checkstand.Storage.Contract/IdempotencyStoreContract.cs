using Checkstand.Core;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of idempotency keys promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class IdempotencyStoreContract : IAsyncLifetime
{
    private const string Key = "key-1";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly MerchantAccountId Other = MerchantAccountId.Parse("shop-2");
    private static readonly DateTimeOffset Always = Samples.Now.AddYears(-1);

    protected IIdempotencyStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IIdempotencyStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task A_key_is_taken_once_and_then_found_with_every_member()
    {
        var record = Record();

        Assert.True((await TakeAsync(record)).IsNew);
        var (found, isNew) = await TakeAsync(Record());

        Assert.False(isNew);
        AssertSame(record, found);
    }

    [Fact]
    public async Task An_answer_is_kept_to_the_byte_over_a_restart()
    {
        foreach (var (body, number) in new[] { Samples.Bytes(5000), [], "\0{}"u8.ToArray() }.Select((b, i) => (b, i)))
        {
            var record = Record();
            await TakeAsync(record, $"key-{number}");
            await Store.AnswerAsync(Samples.Owner, $"key-{number}", new RecordedAnswer(200 + number, body), None);
            await CloseAsync();
            Store = await OpenAsync();

            var (found, isNew) = await TakeAsync(Record(), $"key-{number}");

            Assert.False(isNew);
            AssertSame(record with { Answer = new RecordedAnswer(200 + number, body) }, found);
        }
    }

    [Fact]
    public async Task Keys_of_two_merchant_accounts_and_keys_of_another_case_are_unrelated()
    {
        await TakeAsync(Record());
        await Store.AnswerAsync(Samples.Owner, Key, new RecordedAnswer(201, new byte[1]), None);

        Assert.True((await TakeAsync(Record(), merchant: Other)).IsNew);
        Assert.True((await TakeAsync(Record(), "KEY-1")).IsNew);
        Assert.True((await TakeAsync(Record(), "key-1 ")).IsNew);
        Assert.Null((await TakeAsync(Record(), merchant: Other)).Record.Answer);
    }

    [Theory]
    [InlineData("ключ 🔑 \"'%_")]
    [InlineData("")]
    [InlineData("a\u0001b")]
    public async Task Any_text_is_a_key(string key)
    {
        var record = Record();
        await TakeAsync(record, key);

        AssertSame(record, (await TakeAsync(Record(), key)).Record);
    }

    [Fact]
    public async Task The_longest_key_is_a_key()
    {
        var longest = new string('k', IdempotentRequests.KeyLengthMax);
        await TakeAsync(Record(), longest);

        Assert.False((await TakeAsync(Record(), longest)).IsNew);
        Assert.True((await TakeAsync(Record(), longest[1..])).IsNew);
    }

    [Fact]
    public async Task Of_many_that_take_a_key_at_once_one_is_new_and_all_hold_its_record()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TakeAsync(Record()))));

        var first = Assert.Single(taken, one => one.IsNew).Record;
        Assert.All(taken, one => Assert.Equal(first.ReservedId, one.Record.ReservedId));
    }

    [Fact]
    public async Task A_record_counts_until_its_time_is_over()
    {
        var record = Record();
        await TakeAsync(record);

        Assert.False((await TakeAsync(Record(), keptSince: record.CreatedAt)).IsNew);
        Assert.True((await TakeAsync(Record(), keptSince: record.CreatedAt.AddMilliseconds(1))).IsNew);
    }

    [Fact]
    public async Task A_key_whose_time_is_over_is_taken_without_its_old_answer()
    {
        var record = Record();
        await TakeAsync(record);
        await Store.AnswerAsync(Samples.Owner, Key, new RecordedAnswer(201, Samples.Bytes(9)), None);
        var next = Record(Samples.Now.AddDays(2));

        await TakeAsync(next, keptSince: Samples.Now.AddDays(1));

        AssertSame(next, (await TakeAsync(Record())).Record);
    }

    [Fact]
    public async Task A_key_that_was_given_up_is_free_and_no_other()
    {
        await TakeAsync(Record());
        await TakeAsync(Record(), "key-2");
        await TakeAsync(Record(), merchant: Other);

        await Store.ReleaseAsync(Samples.Owner, Key, None);

        Assert.False((await TakeAsync(Record(), "key-2")).IsNew);
        Assert.False((await TakeAsync(Record(), merchant: Other)).IsNew);
        Assert.True((await TakeAsync(Record())).IsNew);
    }

    [Fact]
    public async Task An_answer_reaches_its_own_key_and_none_that_is_not_there()
    {
        await TakeAsync(Record());
        await Store.AnswerAsync(Samples.Owner, "key-2", new RecordedAnswer(200, new byte[1]), None);
        await Store.AnswerAsync(Other, Key, new RecordedAnswer(200, new byte[1]), None);
        await Store.ReleaseAsync(Samples.Owner, "key-3", None);

        Assert.Null((await TakeAsync(Record())).Record.Answer);
        Assert.True((await TakeAsync(Record(), "key-2")).IsNew);
    }

    [Fact]
    public async Task Old_records_are_removed_in_batches_and_younger_ones_stay()
    {
        for (var i = 0; i < 5; i++)
        {
            await TakeAsync(Record(Samples.Now.AddMilliseconds(i)), $"key-{i}");
        }

        var keptSince = Samples.Now.AddMilliseconds(3);
        Assert.Equal(0, await Store.RemoveAsync(Samples.Now, 10, None));
        Assert.Equal(2, await Store.RemoveAsync(keptSince, 2, None));
        Assert.Equal(1, await Store.RemoveAsync(keptSince, 2, None));
        Assert.Equal(0, await Store.RemoveAsync(keptSince, 2, None));

        Assert.False((await TakeAsync(Record(), "key-3")).IsNew);
        Assert.False((await TakeAsync(Record(), "key-4")).IsNew);
        Assert.True((await TakeAsync(Record(), "key-0")).IsNew);
    }

    private static IdempotencyRecord Record(DateTimeOffset? at = null) =>
        new(Samples.Bytes(32), TimeOrderedId.New(Samples.Now), at ?? Samples.Now, Answer: null);

    private Task<(IdempotencyRecord Record, bool IsNew)> TakeAsync(
        IdempotencyRecord record,
        string key = Key,
        MerchantAccountId? merchant = null,
        DateTimeOffset? keptSince = null
    ) => Store.TakeAsync(merchant ?? Samples.Owner, key, record, keptSince ?? Always, None);

    private static void AssertSame(IdempotencyRecord expected, IdempotencyRecord found)
    {
        Assert.Equal(expected.RequestDigest.ToArray(), found.RequestDigest.ToArray());
        Assert.Equal((expected.ReservedId, expected.CreatedAt), (found.ReservedId, found.CreatedAt));
        Assert.Equal(expected.Answer?.Status, found.Answer?.Status);
        Assert.Equal(expected.Answer?.Body.ToArray(), found.Answer?.Body.ToArray());
    }
}
