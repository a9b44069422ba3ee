using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>Requests that name a key, over a real store.</summary>
public abstract class IdempotentRequestsContract : IAsyncLifetime
{
    private const string Key = "key-1";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Digest = Samples.Bytes(32);
    private static readonly byte[] OtherDigest = Samples.Bytes(32);

    private readonly FakeClock clock = new();
    private readonly IdempotencyOptions options = new();
    private IIdempotencyStore store = null!;
    private IdempotentRequests requests = null!;

    public virtual async ValueTask InitializeAsync()
    {
        store = await OpenAsync();
        Restart();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<IIdempotencyStore> OpenAsync();

    protected abstract Task CloseAsync();

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer()
    {
        await AnsweredAsync(201, "one");

        foreach (var _ in Enumerable.Range(0, 3))
        {
            var answered = Assert.IsType<IdempotencyStart.Answered>(await BeginAsync());
            Assert.Equal(201, answered.Answer.Status);
            Assert.Equal("one"u8.ToArray(), answered.Answer.Body.ToArray());
        }
    }

    [Fact]
    public async Task Another_request_under_the_key_is_told_so_answered_or_not()
    {
        using (await BegunAsync()) { }

        Assert.IsType<IdempotencyStart.OtherRequest>(await BeginAsync(digest: OtherDigest));
        await AnsweredAsync(201, "one");
        Assert.IsType<IdempotencyStart.OtherRequest>(await BeginAsync(digest: OtherDigest));
        Assert.IsType<IdempotencyStart.OtherRequest>(await BeginAsync(digest: Digest[..31]));

        // And takes nothing away from the one that the key belongs to.
        Assert.IsType<IdempotencyStart.Answered>(await BeginAsync());
    }

    [Fact]
    public async Task While_a_request_runs_its_key_is_busy_and_others_are_not()
    {
        using (await BegunAsync())
        {
            Assert.IsType<IdempotencyStart.Running>(await BeginAsync());
            Assert.IsType<IdempotencyStart.Running>(await BeginAsync(digest: OtherDigest));
            using var other = await BegunAsync(merchant: MerchantAccountId.Parse("shop-2"));
            using var another = await BegunAsync("key-2");
            Assert.NotEqual(other.ReservedId, another.ReservedId);
        }

        using var again = await BegunAsync();
    }

    [Fact]
    public async Task Of_many_at_once_one_runs()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => BeginAsync())));

        Assert.Single(starts.OfType<IdempotencyStart.Begun>()).Request.Dispose();
        Assert.Equal(49, starts.OfType<IdempotencyStart.Running>().Count());
    }

    [Fact]
    public async Task A_request_whose_process_ended_is_taken_up_with_the_id_that_it_had_reserved()
    {
        var first = await BegunAsync();
        Restart();

        using var second = await BegunAsync();

        Assert.Equal(first.ReservedId, second.ReservedId);
        await second.AnswerAsync(new RecordedAnswer(200, "two"u8.ToArray()));
        second.Dispose();
        Assert.IsType<IdempotencyStart.Answered>(await BeginAsync());
    }

    [Fact]
    public async Task A_request_that_ended_without_an_answer_is_taken_up_in_the_same_process_too()
    {
        var first = await BegunAsync();
        first.Dispose();

        using var second = await BegunAsync();

        Assert.Equal(first.ReservedId, second.ReservedId);
    }

    [Fact]
    public async Task A_key_that_was_given_up_is_free_for_any_request_under_a_new_id()
    {
        var first = await BegunAsync();
        await first.ReleaseAsync();
        first.Dispose();

        using var second = await BegunAsync(digest: OtherDigest);

        Assert.NotEqual(first.ReservedId, second.ReservedId);
    }

    [Fact]
    public async Task An_answer_is_kept_for_a_day_and_then_the_key_is_free()
    {
        await AnsweredAsync(201, "one");
        var begun = (await TakenIdAsync())!.Value;

        clock.Advance(TimeSpan.FromHours(24));
        Assert.IsType<IdempotencyStart.Answered>(await BeginAsync());

        clock.Advance(TimeSpan.FromMilliseconds(1));
        using var again = await BegunAsync(digest: OtherDigest);
        Assert.NotEqual(begun, again.ReservedId);
    }

    [Fact]
    public async Task An_answer_is_kept_for_as_long_as_is_configured()
    {
        options.RetentionHours = 1;
        await AnsweredAsync(201, "one");

        clock.Advance(TimeSpan.FromHours(1).Add(TimeSpan.FromMilliseconds(1)));

        using var again = await BegunAsync(digest: OtherDigest);
    }

    [Fact]
    public async Task A_sweep_removes_what_is_past_its_retention_however_much_it_is()
    {
        for (var i = 0; i < 1001; i++)
        {
            using var request = await BegunAsync($"old-{i}");
        }

        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, await requests.SweepAsync(None));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await AnsweredAsync(201, "one");

        Assert.Equal(1001, await requests.SweepAsync(None));

        Assert.Equal(0, await requests.SweepAsync(None));
        Assert.IsType<IdempotencyStart.Answered>(await BeginAsync());
    }

    [Fact]
    public async Task A_key_is_not_busy_after_its_store_failed()
    {
        await CloseAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => BeginAsync());
        store = await OpenAsync();
        var failed = requests;
        Restart();

        using (await BegunAsync()) { }

        await Assert.ThrowsAnyAsync<Exception>(() => failed.BeginAsync(Samples.Owner, Key, Digest, None));
    }

    [Fact]
    public async Task A_reserved_id_is_a_UUID_of_version_7_that_begins_with_the_time()
    {
        using var one = await BegunAsync();

        Assert.Equal(7, one.ReservedId.Version);
        Assert.StartsWith(
            clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x12"),
            one.ReservedId.ToString("N"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(24, true)]
    [InlineData(8760, true)]
    [InlineData(8761, false)]
    public void A_retention_has_a_range(int hours, bool isFine) =>
        Assert.Equal(isFine, new IdempotencyOptions { RetentionHours = hours }.Problem is null);

    // What a new process would have: the same store, and nothing in memory.
    private void Restart() => requests = new IdempotentRequests(store, options, clock);

    private Task<IdempotencyStart> BeginAsync(
        string key = Key,
        byte[]? digest = null,
        MerchantAccountId? merchant = null
    ) => requests.BeginAsync(merchant ?? Samples.Owner, key, digest ?? Digest, None);

    private async Task<IdempotentRequest> BegunAsync(
        string key = Key,
        byte[]? digest = null,
        MerchantAccountId? merchant = null
    ) => Assert.IsType<IdempotencyStart.Begun>(await BeginAsync(key, digest, merchant)).Request;

    private async Task AnsweredAsync(int status, string body)
    {
        using var request = await BegunAsync();
        await request.AnswerAsync(new RecordedAnswer(status, System.Text.Encoding.UTF8.GetBytes(body)));
    }

    private async Task<Guid?> TakenIdAsync()
    {
        var record = new IdempotencyRecord(Digest, Guid.Empty, clock.GetUtcNow(), null);
        return (await store.TakeAsync(Samples.Owner, Key, record, DateTimeOffset.MinValue, None)).Record.ReservedId;
    }
}
