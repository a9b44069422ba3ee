using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Vault;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>What a deleted payment method, or a rotation, leaves in the files: after the scrub no byte of a ciphertext.</summary>
public sealed class SqliteMethodErasureTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly SqliteDatabase database;
    private readonly SqlitePaymentMethodStore store;

    public SqliteMethodErasureTests()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        store = new SqlitePaymentMethodStore(database);
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_deleted_card_is_gone_from_every_file_and_no_other_is()
    {
        // The first scrub forgets that a start can't know what is in the log.
        await ScrubAsync();
        var (id, card) = await AddAsync();
        var (_, other) = await AddAsync();
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Card));

        await store.ChangeAsync(id, _ => new PaymentMethodChange.Remove(), CancellationToken.None);
        await ScrubAsync();

        Assert.Empty(DatabaseFile.Holding(directory, card.Card, card.WrappedKey));
        Assert.NotEmpty(DatabaseFile.Holding(directory, other.Card));
    }

    [Fact]
    public async Task The_wrapped_key_before_a_rotation_is_gone_from_every_file()
    {
        await ScrubAsync();
        var (_, card) = await AddAsync();

        await store.RewrapCardsAsync("new", WithFreshWrap, 10, CancellationToken.None);
        await ScrubAsync();

        Assert.Empty(DatabaseFile.Holding(directory, card.WrappedKey));
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Card));
    }

    [Fact]
    public void There_is_no_place_for_a_security_code()
    {
        using var connection = DatabaseFile.Open(directory);

        Assert.Equal(
            ["payment_method_id", "key_id", "wrapped_key", "card"],
            connection.Rows("SELECT name FROM pragma_table_info('payment_method_cards')")
        );
    }

    // Whoever removes: the log is one, and so is its scrub.
    private async Task ScrubAsync() =>
        Assert.True(await new SqliteSessionStore(database).ScrubAsync(CancellationToken.None));

    private async Task<(Guid Id, SealedCard Card)> AddAsync()
    {
        var method = Samples.Method();
        var card = Samples.Card(hasCode: false);
        await store.AddAsync(method, () => card, CancellationToken.None);
        return (method.Id, card);
    }

    private static SealedCard WithFreshWrap(Guid id, SealedCard card) =>
        new()
        {
            KeyId = "new",
            WrappedKey = Samples.Bytes(card.WrappedKey.Length),
            Card = card.Card,
            Code = null,
        };
}
