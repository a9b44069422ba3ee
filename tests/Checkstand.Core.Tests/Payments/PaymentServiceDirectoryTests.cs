using Checkstand.Core.Merchants;
using Checkstand.Core.Payments.Services;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Payments;

public sealed class PaymentServiceDirectoryTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly KeptServices store = new();
    private readonly PaymentServiceDirectory directory;
    private long ids;

    public PaymentServiceDirectoryTests() =>
        directory = new PaymentServiceDirectory(
            store,
            new PaymentServiceDefinitions(new PaymentServiceDefinition("mock-card", "Simulator", [])),
            new StandingClock()
        );

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Candidates_come_by_position_then_by_age()
    {
        var third = await AddAsync(position: 5);
        var first = await AddAsync(position: -1);
        var fourth = await AddAsync(position: 5);
        var second = await AddAsync(position: 2);
        // The clock stands still, so age is the order in which they were made.
        Assert.Equal([first, second, third, fourth], Candidates());
    }

    [Theory]
    [InlineData("USD", "US", true)]
    [InlineData("USD", "GB", true)]
    [InlineData("USD", null, true)]
    [InlineData("JPY", "US", false)]
    [InlineData("usd", "US", false)]
    [InlineData("USD", "FR", false)]
    public async Task A_candidate_takes_the_currency_and_the_country_if_one_is_named(
        string currency,
        string? country,
        bool isCandidate
    )
    {
        await AddAsync();

        Assert.Equal(isCandidate, directory.CandidatesFor(Owner, currency, country, null).Count == 1);
    }

    [Fact]
    public async Task An_inactive_service_is_no_candidate()
    {
        var service = await AddAsync();
        await directory.UpdateAsync(Owner, service, new PaymentServicePatch { IsActive = false }, None);

        Assert.Empty(Candidates());
    }

    [Fact]
    public async Task A_deleted_service_is_no_candidate_and_can_still_be_found_for_what_was_paid_through_it()
    {
        var service = await AddAsync();

        Assert.Null(await directory.DeleteAsync(Owner, service, None));

        Assert.Empty(Candidates());
        Assert.Null(directory.FindInUse(Owner, service));
        Assert.True(directory.Find(Owner, service)!.IsDeleted);
        Assert.Equal(new PaymentServiceProblem.NotFound(), await directory.DeleteAsync(Owner, service, None));
    }

    [Fact]
    public async Task A_wanted_service_is_the_only_candidate_and_must_be_fit_itself()
    {
        var (one, other) = (await AddAsync(), await AddAsync());

        Assert.Equal([other], Candidates(other));
        await directory.UpdateAsync(Owner, other, new PaymentServicePatch { IsActive = false }, None);
        Assert.Empty(Candidates(other));
        Assert.Empty(Candidates(Guid.Empty));
        Assert.Equal([one], Candidates());
    }

    [Fact]
    public async Task Services_of_other_accounts_are_no_candidates()
    {
        var foreign = await AddAsync(owner: Stranger);

        Assert.Empty(Candidates());
        Assert.Empty(Candidates(foreign));
        Assert.Null(directory.Find(Owner, foreign));
    }

    [Fact]
    public async Task Creating_with_an_id_that_is_there_answers_what_is_there()
    {
        var service = await AddAsync();

        var again = await directory.CreateAsync(service, Owner, "mock-card", Said with { DisplayName = "B" }, None);

        Assert.True(again.TryGet(out var found, out _));
        Assert.Equal("A", found.DisplayName);
        Assert.Single(store.Services);
    }

    [Fact]
    public async Task A_refused_service_is_not_kept()
    {
        var unknown = await directory.CreateAsync(Id(), Owner, "other", Said, None);
        var field = await directory.CreateAsync(Id(), Owner, "mock-card", Said with { Fields = [new("a", "b")] }, None);

        Assert.False(unknown.TryGet(out _, out var definitionRefused));
        Assert.Equal(new PaymentServiceProblem.DefinitionUnknown(), definitionRefused);
        Assert.False(field.TryGet(out _, out var fieldRefused));
        Assert.Equal(new PaymentServiceProblem.FieldUnknown(0), fieldRefused);
        Assert.Empty(store.Services);
    }

    [Fact]
    public async Task A_service_that_could_not_be_kept_is_not_in_force()
    {
        store.IsBroken = true;

        await Assert.ThrowsAsync<IOException>(() => AddAsync());

        Assert.Empty(Candidates());
        store.IsBroken = false;
        await AddAsync();
    }

    [Fact]
    public async Task An_account_has_a_most_of_services_and_deleted_ones_make_room()
    {
        var one = await AddAsync();
        for (var i = 1; i < 1000; i++)
        {
            await AddAsync();
        }

        var refused = await directory.CreateAsync(Id(), Owner, "mock-card", Said, None);
        Assert.False(refused.TryGet(out _, out var problem));
        Assert.Equal(new PaymentServiceProblem.TooMany(1000), problem);

        await directory.DeleteAsync(Owner, one, None);
        await AddAsync();
    }

    [Fact]
    public async Task Loading_brings_back_what_was_kept()
    {
        var service = await AddAsync();
        using var next = new PaymentServiceDirectory(store, new PaymentServiceDefinitions(), new StandingClock());
        Assert.False(next.HasAny(Owner));

        await next.LoadAsync(None);

        Assert.True(next.HasAny(Owner));
        Assert.False(next.HasAny(Stranger));
        Assert.Equal(service, next.Find(Owner, service)!.Id);
    }

    private static PaymentServicePatch Said =>
        new()
        {
            DisplayName = "A",
            AcceptedCurrencies = ["USD", "EUR"],
            AcceptedCountries = ["US", "GB"],
        };

    private async Task<Guid> AddAsync(long? position = null, MerchantAccountId? owner = null)
    {
        var said = Said with { Position = position };
        var made = await directory.CreateAsync(Id(), owner ?? Owner, "mock-card", said, None);
        Assert.True(made.TryGet(out var service, out var refused), $"Refused: {refused}");
        return service.Id;
    }

    private IEnumerable<Guid> Candidates(Guid? wanted = null) =>
        directory.CandidatesFor(Owner, "USD", "US", wanted).Select(service => service.Id);

    private Guid Id() => TimeOrderedId.New(Now.AddMilliseconds(ids++));

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    // The smallest store that keeps its promises; the real ones inherit PaymentServiceStoreContract.
    private sealed class KeptServices : IPaymentServiceStore
    {
        public Dictionary<Guid, PaymentService> Services { get; } = [];

        public bool IsBroken { get; set; }

        public Task<IReadOnlyList<PaymentService>> ListAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<PaymentService>>([.. Services.Values]);

        public Task<bool> AddAsync(PaymentService service, CancellationToken cancellation) =>
            IsBroken
                ? throw new IOException("The disk is full.")
                : Task.FromResult(Services.TryAdd(service.Id, service));

        public Task<bool> SaveAsync(PaymentService service, CancellationToken cancellation)
        {
            Services[service.Id] = service;
            return Task.FromResult(true);
        }
    }
}
